package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.picture.BranchPicture;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.study.Branches;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "branches",
    header = "Draws how points move, merge and split as lambda changes.",
    description = {
      "",
      "Follows points to another lambda, as \"follow\" does, and draws their branches: minima"
          + " solid, transition states dashed, saddles of higher index thin; a ring marks a fold, a"
          + " diamond a branch point. Branches that split off on the way are drawn from there. Only"
          + " reads the database.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot branches --db xor2.db --to 1e-1 --out branches.svg",
      "  java -jar tarn.jar plot branches --db xor2.db --to 1e-2 --out norm.png --y norm --log",
      "  java -jar tarn.jar plot branches --db xor2.db --to 1e-2 --out three.pdf 1 4 7"
    })
final class PlotBranchesCommand extends DatabaseCommand {
  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Follows only these points, by their ids as in \"list\" (default: all).")
  private List<Integer> ids = List.of();

  @Mixin private final FollowOptions options = new FollowOptions();

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(
      names = "--y",
      paramLabel = "Q",
      description = "What is drawn upwards: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private BranchPicture.Height height = BranchPicture.Height.ENERGY;

  @Option(names = "--log", description = "A logarithmic scale upwards.")
  private boolean logarithmic;

  @Option(names = "--lowest", paramLabel = "V", description = "Where the scale upwards begins.")
  private Optional<Double> lowest = Optional.empty();

  @Option(names = "--highest", paramLabel = "V", description = "Where the scale upwards ends.")
  private Optional<Double> highest = Optional.empty();

  @Option(
      names = "--max-index",
      paramLabel = "K",
      description =
          "Draws no saddle of a higher index than K; 1 leaves minima and transition states.")
  private int highestIndex = Integer.MAX_VALUE;

  PlotBranchesCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    options.check(this);
    Range range = range();
    if (highestIndex < 0) {
      throw badInput("--max-index is 0 or more, not " + highestIndex);
    }
    NetworkDescription network;
    List<StationaryPoint> points;
    try (LandscapeDatabase database = read()) {
      network = database.network();
      points = points(database.landscape());
    }
    options.checkStart(this, network, points);
    Branches branches = options.follow(this, network, points);
    picture.write(this, drawn(branches, range, width, "Branches of " + network));
    return ExitCodes.DONE;
  }

  private List<StationaryPoint> points(Landscape landscape) {
    return ids.isEmpty()
        ? landscape.points()
        : ids.stream().distinct().map(id -> point(landscape, id)).toList();
  }

  private Range range() {
    try {
      return new Range(logarithmic, lowest, highest);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private BranchPicture drawn(Branches branches, Range range, double width, String title) {
    try {
      return new BranchPicture(branches, height, range, highestIndex, width, title);
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }
}
