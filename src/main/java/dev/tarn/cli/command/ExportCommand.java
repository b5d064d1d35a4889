package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.LandscapeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    header = "Writes a database as another program's files.",
    description = {
      "",
      "pathsample: a folder on which PATHSAMPLE and disconnectionDPS run as it is; pele: its"
          + " database; topsearch: its folder; npz: arrays for NumPy; csv: a folder of tables;"
          + " xyz: all points of a cluster, for molecular viewers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  java -jar tarn.jar export --db xor2.db --to pathsample --out folder"})
public final class ExportCommand extends DatabaseCommand {
  @Option(names = "--to", required = true, paramLabel = "F", description = "Which program's files.")
  private String format = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file or folder, which must not be there yet, or be an empty folder.")
  private Path place = Path.of("");

  public ExportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<LandscapeFormat> all =
        LandscapeFormat.all().stream().filter(one -> one.writer().isPresent()).toList();
    LandscapeFormat.Writer writer =
        all.stream()
            .filter(one -> one.name().equals(format))
            .findFirst()
            .flatMap(LandscapeFormat::writer)
            .orElseThrow(
                () ->
                    badInput(
                        "--to is one of "
                            + all.stream()
                                .map(LandscapeFormat::name)
                                .collect(Collectors.joining(", "))
                            + ", not "
                            + format));
    try (LandscapeDatabase database = read()) {
      String[] inside = Files.isDirectory(place) ? place.toFile().list() : null;
      if (Files.exists(place) && (inside == null || inside.length > 0)) {
        throw badInput("--out " + place + " is there already: choose a new name");
      }
      Landscape landscape = database.landscape();
      if (landscape.count(0) == 0) {
        throw badInput(file() + " holds no minimum to export");
      }
      writer.write(landscape, database.description().potential(), place);
      out()
          .println(
              landscape.count(0)
                  + " minima and "
                  + landscape.connections().size()
                  + " transition states with paths in "
                  + place);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    } catch (IOException e) {
      throw badInput(place + " cannot be written: " + PictureSize.reason(e));
    }
    return ExitCodes.DONE;
  }
}
