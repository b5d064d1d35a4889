package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.plot.picture.CountsPicture;
import dev.tarn.plot.picture.CountsPicture.Against;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.CountsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "counts",
    header = "Draws how many points a grid of networks has.",
    description = {
      "",
      "Minima, transition states, their ratio and the points of each index, against the number of"
          + " hidden units or against lambda, from the databases of a folder that \"sweep\" made."
          + " Only reads them. A hollow marker is a catalogue that is not complete. A network without"
          + " a database is counted by the levels of a larger one's; where there is none, a gap is"
          + " left and the database is named. --data, --activation and --loss name the"
          + " networks as for \"sweep\", where they are not the paper's.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot counts --in catalogues --hidden 1..6 --lambda 1e-1..1e-6"
          + " --out counts.svg",
      "  java -jar tarn.jar plot counts --hidden 1..6 --lambda 1e-1..1e-6 --against lambda --copies"
          + " --out counts.pdf"
    })
final class PlotCountsCommand extends ConsoleCommand {
  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The folder of the databases (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("catalogues");

  @Mixin private final GridOptions grid = new GridOptions();

  @Mixin private final FamilyOptions family = new FamilyOptions();

  @Option(
      names = "--against",
      paramLabel = "Q",
      description =
          "What is drawn to the right: ${COMPLETION-CANDIDATES}; the other one gives the series"
              + " (default: ${DEFAULT-VALUE}).")
  private Against against = Against.HIDDEN;

  @Option(
      names = "--at",
      paramLabel = "V",
      description =
          "Where the points are shown by index: one of the numbers of hidden units, or of the"
              + " lambdas, that are drawn to the right (default: the most units, the smallest"
              + " lambda).")
  private Optional<Double> place = Optional.empty();

  @Option(names = "--copies", description = "Counts every symmetry copy, not classes.")
  private boolean copies;

  @Mixin private final PictureOptions picture = new PictureOptions();

  PlotCountsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    if (!Files.isDirectory(folder)) {
      throw badInput("--in: there is no folder " + folder + "; \"tarn sweep\" makes one");
    }
    checkPlace();
    Catalogues catalogues = family.catalogues(this, folder);
    CountsTable table = CountsTable.read(catalogues, grid.hidden(), grid.lambdas());
    if (table.rows().isEmpty()) {
      throw badInput(
          "--in: "
              + folder
              + " holds none of these databases, such as "
              + catalogues.file(table.hidden().get(0), table.lambdas().get(0)).getFileName());
    }
    CountsPicture drawn = drawn(table, width);
    for (CountsTable.Cell cell : table.missing()) {
      console().err().println("missing: " + catalogues.file(cell.hidden(), cell.lambda()));
    }
    table
        .incomplete()
        .forEach(
            row ->
                console()
                    .err()
                    .println("not complete: " + catalogues.file(row.hidden(), row.lambda())));
    picture.write(this, drawn);
    return ExitCodes.DONE;
  }

  private CountsPicture drawn(CountsTable table, double width) {
    double standard =
        against == Against.HIDDEN
            ? table.rows().stream().mapToDouble(row -> row.hidden()).max().orElseThrow()
            : table.rows().stream().mapToDouble(row -> row.lambda()).min().orElseThrow();
    CountsPicture.Unit unit = copies ? CountsPicture.Unit.POINTS : CountsPicture.Unit.CLASSES;
    try {
      return new CountsPicture(table, against, unit, place.orElse(standard), width);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private void checkPlace() {
    List<String> possible =
        against == Against.HIDDEN
            ? grid.hidden().stream().map(units -> Integer.toString(units)).toList()
            : grid.lambdas().stream().map(Numbers::scientific).toList();
    if (place.isPresent()
        && possible.stream().noneMatch(text -> Double.parseDouble(text) == place.get())) {
      throw badInput(
          "--at is one of " + String.join(", ", possible) + ", not " + Numbers.exact(place.get()));
    }
  }
}
