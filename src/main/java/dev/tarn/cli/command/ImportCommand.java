package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ImportReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.foreign.CheckedPoints;
import dev.tarn.store.foreign.ForeignFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    header = "Makes a database of another program's files.",
    description = {
      "",
      "The potential of such files is not known as a rule: points are kept as the files have them,"
          + " and every command that needs no derivatives works on the database. With --like each"
          + " point is evaluated on the potential of another database, its index, spectrum and"
          + " copies are computed, and what disagrees with the files is listed; what is not"
          + " stationary is left out. --polish brings each point to the rounding floor first.",
      "Everything is read before anything is written.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar import folder --db cluster.db",
      "  java -jar tarn.jar import folder --db copy.db --like xor2.db --polish"
    })
public final class ImportCommand extends DatabaseCommand {
  @Parameters(paramLabel = "FILE", description = "The file or folder.")
  private Path place = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "Which program's files these are. Default: found out.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--like",
      paramLabel = "FILE",
      description = "A database of the potential that the points are of.")
  private Optional<Path> like = Optional.empty();

  @Option(
      names = "--polish",
      description = "Brings points to the stationary ones nearby; needs --like.")
  private boolean polish;

  @Mixin private final JsonOption json = new JsonOption();

  public ImportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (like.isEmpty()) {
      refuse("needs --like, which names the potential", "--polish");
    }
    if (Files.exists(file())) {
      throw badInput(file() + " is there already: choose a new file");
    }
    PictureSize.checkPlace(this, file());
    if (!Files.exists(place)) {
      throw badInput("there is no file or folder " + place);
    }
    try {
      ForeignFormat found = found();
      PotentialCodec.Description description;
      Landscape landscape;
      List<String> disagreements = List.of();
      if (like.isPresent()) {
        try (LandscapeDatabase other = LandscapeDatabase.openToRead(like.get())) {
          description = other.description();
        }
        CheckedPoints checked = found.readChecked(place, description.potential(), polish);
        landscape = checked.landscape();
        disagreements = checked.disagreements();
      } else {
        ForeignFormat.Imported imported = found.read(place);
        description = imported.description();
        landscape = imported.landscape();
      }
      store(description, landscape);
      json.print(
          new ImportReport(place, found.name(), file(), landscape, disagreements, like.isPresent()),
          out());
    } catch (IOException e) {
      throw badInput(place + " cannot be read: " + PictureSize.reason(e));
    }
    return ExitCodes.DONE;
  }

  private void store(PotentialCodec.Description description, Landscape landscape)
      throws IOException {
    MadeBeside.make(
        file(),
        made -> {
          try (LandscapeDatabase database = LandscapeDatabase.open(made, description)) {
            database.fill(landscape);
          }
        });
  }

  private ForeignFormat found() throws IOException {
    List<ForeignFormat> all =
        LandscapeFormat.all().stream()
            .filter(ForeignFormat.class::isInstance)
            .map(ForeignFormat.class::cast)
            .toList();
    for (ForeignFormat one : all) {
      if (format.isPresent() ? one.name().equals(format.get()) : one.fits(place)) {
        return one;
      }
    }
    String names = all.stream().map(LandscapeFormat::name).collect(Collectors.joining(", "));
    throw badInput(
        format.isPresent()
            ? "--format is one of " + names + ", not " + format.get()
            : place + " looks like none of " + names + "; --format names one");
  }
}
