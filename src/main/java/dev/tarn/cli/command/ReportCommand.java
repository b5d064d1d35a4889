package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Proofs;
import dev.tarn.plot.report.ReportPage;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    header = "Writes a page about a database that can be explored in a browser.",
    description = {
      "",
      "One HTML file that needs no network: the disconnectivity graph, each point with its network,"
          + " sensitivity map, Hessian eigenvalues and weights, or with its atoms, which the mouse"
          + " turns, or its variables; a table of all points, and the runs that found them.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar report --db xor2.db",
      "  java -jar tarn.jar report --db xor2.db --out page.html"
    })
public final class ReportCommand extends DatabaseCommand {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The page (default: beside the database, with its name and .html in place of .db).")
  private Optional<Path> out = Optional.empty();

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ReportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double tolerance = aucTolerance.checked(this);
    Path page = out.orElseGet(this::besideTheDatabase);
    PictureSize.checkPlace(this, page);
    String text;
    try (LandscapeDatabase database = read()) {
      refuseWithoutNetwork(database, AucTolerance.NAME);
      Proofs proofs = Proofs.of(database);
      text =
          ReportPage.of(
              String.valueOf(file().getFileName()),
              database.description(),
              database.landscape(),
              database.runs(),
              proofs.isEmpty() ? Optional.empty() : Optional.of(proofs.proven()),
              tolerance);
    }
    try {
      WholeFile.write(page, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw badInput(page + " cannot be written: " + PictureSize.reason(e));
    }
    out().println(page);
    return ExitCodes.DONE;
  }

  private Path besideTheDatabase() {
    String name = String.valueOf(file().getFileName());
    String stem = name.endsWith(".db") ? name.substring(0, name.length() - 3) : name;
    return file().resolveSibling(stem + ".html");
  }
}
