package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.SensitivityReport;
import dev.tarn.network.Network;
import dev.tarn.plot.picture.SensitivityPicture;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.xor.XorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sensitivity",
    header = "Draws what the network answers when its inputs are perturbed.",
    description = {
      "",
      "The probability of class 1 for inputs of a square around the training points. Class 0 is the"
          + " right answer where the inputs differ by 0.5 or less, class 1 elsewhere. A probability"
          + " of 0.5 exactly counts as wrong.",
      "Prints the part of the square that is answered right, and how far from each training point"
          + " the nearest wrong answer is.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot sensitivity --db xor2.db 2 --out map.svg",
      "  java -jar tarn.jar plot sensitivity --db xor2.db 2 --out map.png --step 0.005 --json"
    })
final class PlotSensitivityCommand extends DatabaseCommand {
  @Mixin private final PictureOptions picture = new PictureOptions();

  @Mixin private final GivenPoint given = new GivenPoint();

  @Option(
      names = "--low",
      paramLabel = "X",
      description = "The lowest input on both axes (default: ${DEFAULT-VALUE}).")
  private double low = InputGrid.ofThePaper().low();

  @Option(
      names = "--high",
      paramLabel = "X",
      description = "The highest input on both axes (default: ${DEFAULT-VALUE}).")
  private double high = InputGrid.ofThePaper().high();

  @Option(
      names = "--step",
      paramLabel = "D",
      description = "The distance of neighbouring inputs (default: ${DEFAULT-VALUE}).")
  private double step = InputGrid.ofThePaper().step();

  @Option(names = "--json", description = "Prints JSON, with the probabilities on the grid.")
  private boolean json;

  PlotSensitivityCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    InputGrid grid = grid();
    try (LandscapeDatabase database = read()) {
      Network network = database.xorNetwork().network();
      StationaryPoint point = given.any(database, database.landscape(), this);
      SensitivityMap map = XorProblem.sensitivity(network, point.coordinates().toArray(), grid);
      picture.write(
          this,
          new SensitivityPicture(
              map, width, "Answers at " + given.name() + " of " + database.network()));
      new SensitivityReport(given.id(), map).print(out(), json);
    }
    return ExitCodes.DONE;
  }

  private InputGrid grid() {
    try {
      return new InputGrid(low, high, step);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }
}
