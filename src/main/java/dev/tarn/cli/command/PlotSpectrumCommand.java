package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.picture.Spectrum;
import dev.tarn.plot.picture.SpectrumPicture;
import dev.tarn.stationary.Tolerances;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecord;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "spectrum",
    header = "Draws the Hessian eigenvalues of chosen points.",
    description = {
      "",
      "A column for each point, with a level at the magnitude of each eigenvalue, on a logarithmic"
          + " axis; negative ones stand to the right and have a mark. Equal eigenvalues are one"
          + " level with their number beside it. The dashed line is the cutoff below which an"
          + " eigenvalue makes a point degenerate.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot spectrum --db xor2.db --out spectrum.svg 1 2 4",
      "  java -jar tarn.jar plot spectrum --db xor2.db --out wide.pdf --width 178 1 2 3 4 5 6 7 8"
    })
final class PlotSpectrumCommand extends DatabaseCommand {
  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "The ids of the points, as in \"list\", from left to right.")
  private List<Integer> ids = List.of();

  @Mixin private final PictureOptions picture = new PictureOptions();

  PlotSpectrumCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      List<Spectrum> spectra =
          ids.stream().distinct().map(id -> Spectrum.of(point(landscape, id))).toList();
      double cutoff =
          database.runs().stream()
              .mapToDouble(RunRecord::zeroCutoff)
              .max()
              .orElse(Tolerances.defaults().zeroCutoff());
      String title = "Hessian eigenvalues of " + database.description();
      picture.write(this, drawn(spectra, cutoff, width, title));
    }
    return ExitCodes.DONE;
  }

  private SpectrumPicture drawn(List<Spectrum> spectra, double cutoff, double width, String title) {
    try {
      return new SpectrumPicture(spectra, cutoff, width, title);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }
}
