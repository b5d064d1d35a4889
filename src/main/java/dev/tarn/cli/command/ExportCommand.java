package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.foreign.ExportExtras;
import dev.tarn.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    header = "Writes a database as another program's files.",
    description = {
      "",
      "pathsample: a folder on which PATHSAMPLE and disconnectionDPS run as it is; pele: its"
          + " database; topsearch: its folder; path.info and min.data.info: files of OPTIM; npz:"
          + " arrays for NumPy; csv: a folder of tables; xyz: all points of a cluster, for molecular"
          + " viewers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar export --db xor2.db --to pathsample --out folder",
      "  java -jar tarn.jar export --db xor2.db --to pathsample --out auc --colour AUC --pick 'AUC>0.9'",
      "  java -jar tarn.jar export --db xor2.db --to npz --out xor2.npz --paths"
    })
public final class ExportCommand extends DatabaseCommand {
  /** The format that holds points of every index. */
  private static final String ALL_POINTS = "xyz";

  @Option(names = "--to", required = true, paramLabel = "F", description = "Which program's files.")
  private String format = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file or folder, which must not be there yet, or be an empty folder.")
  private Path place = Path.of("");

  @Option(
      names = "--paths",
      description = "Writes steepest-descent paths too, followed again; npz and csv only.")
  private boolean paths;

  @Option(
      names = "--colour",
      split = ",",
      paramLabel = "Q",
      description =
          "Writes files for disconnectionDPS's keyword TRVAL, which colours branches by these"
              + " quantities, scaled to 0..1; pathsample only.")
  private List<String> colours = List.of();

  @Option(
      names = "--pick",
      paramLabel = "SET",
      description =
          "Writes a file for its keyword PICK, which draws these minima alone: "
              + ClassSet.FORMS
              + "; pathsample only.")
  private Optional<String> pick = Optional.empty();

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ExportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<LandscapeFormat> all =
        LandscapeFormat.all().stream().filter(one -> one.writer().isPresent()).toList();
    LandscapeFormat.Writer plain =
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
    Optional<ExportExtras.Writer> coloured = ExportExtras.withColours(format);
    Optional<ExportExtras.Writer> withPaths = ExportExtras.withPaths(format);
    if (coloured.isEmpty()) {
      refuse("is for --to pathsample", "--colour", "--pick");
    }
    if (withPaths.isEmpty()) {
      refuse("is for --to npz and --to csv", "--paths");
    }
    if (colours.isEmpty() && pick.isEmpty()) {
      refuse("needs --colour or --pick", "--auc-tolerance");
    }
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      String[] inside = Files.isDirectory(place) ? place.toFile().list() : null;
      if (Files.exists(place) && (inside == null || inside.length > 0)) {
        throw badInput("--out " + place + " is there already: choose a new name");
      }
      Landscape landscape = database.landscape();
      if (landscape.count(0) == 0) {
        throw badInput(file() + " holds no minimum to export");
      }
      Potential potential = database.description().potential();
      Optional<ExportExtras.Writer> writer = coloured.or(() -> withPaths);
      if (writer.isPresent()) {
        ExportExtras extras = extras(landscape, potential, tolerance);
        MadeBeside.make(place, made -> writer.get().write(landscape, potential, made, extras));
      } else {
        MadeBeside.make(place, made -> plain.write(landscape, potential, made));
      }
      out().println(written(landscape) + " in " + place);
      int leftOut = ExportExtras.leftOut(format, landscape);
      if (leftOut > 0) {
        out()
            .println(
                leftOut + " minima that no path joins to another are left out: it is of paths");
      }
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    } catch (IOException e) {
      throw badInput(place + " cannot be written: " + PictureSize.reason(e));
    }
    return ExitCodes.DONE;
  }

  /** What the format has of a landscape. */
  private String written(Landscape landscape) {
    String minima = Numbers.count(landscape.count(0), "minimum", "minima");
    int paths = landscape.connections().size();
    int others = landscape.size() - landscape.count(0) - paths;
    String states =
        minima
            + " and "
            + Numbers.count(paths, "transition state", "transition states")
            + " with paths";
    return ALL_POINTS.equals(format) && others > 0
        ? states + ", " + Numbers.count(others, "other saddle", "other saddles")
        : states;
  }

  private ExportExtras extras(Landscape landscape, Potential potential, double tolerance) {
    return new ExportExtras(
        colours.stream()
            .map(
                name ->
                    new ExportExtras.Colours(
                        name,
                        ClassSet.value(this, "--colour", name, landscape, potential, tolerance)))
            .toList(),
        pick.map(set -> ClassSet.of(this, "--pick", set, landscape, potential, Set.of(), tolerance))
            .orElse(Set.of()),
        paths);
  }
}
