package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.plot.picture.EnergyGrid;
import dev.tarn.plot.picture.SurfaceCopies;
import dev.tarn.plot.picture.SurfacePicture;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.PotentialCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "surface",
    header = "Draws a surface of two variables with its points and paths.",
    description = {
      "",
      "The energy as colour and as lines at equal distances; minima, transition states and maxima"
          + " with their ids and all their symmetry copies; steepest-descent paths. White is above"
          + " the last line, grey where the energy is no number. For potentials of two variables.",
      "The energy of --highest is above that of the lowest minimum.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot surface --db mb.db --out surface.svg",
      "  java -jar tarn.jar plot surface --db mb.db --x -2,1.5 --y -0.5,2 --out surface.png"
    })
final class PlotSurfaceCommand extends DatabaseCommand {
  private static final int SIZE = 160;
  private static final int MOST_CONTOURS = 200;

  /** How far the picture goes beyond the points and paths, as a part of their extent. */
  private static final double BEYOND = 0.25;

  /** How far the colours go above the highest point, as a part of the range of the energies. */
  private static final double ABOVE = 0.25;

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(
      names = "--x",
      split = ",",
      paramLabel = "X",
      description =
          "The lowest and the highest first variable, with a comma between them (default: around"
              + " all points and paths).")
  private List<Double> x = List.of();

  @Option(
      names = "--y",
      split = ",",
      paramLabel = "Y",
      description = "The same of the second variable.")
  private List<Double> y = List.of();

  @Option(
      names = "--highest",
      paramLabel = "E",
      description = "Where the colours end (default: a quarter above the highest point).")
  private Optional<Double> highest = Optional.empty();

  @Option(
      names = "--contours",
      paramLabel = "N",
      description = "The number of lines of equal energy (default: ${DEFAULT-VALUE}).")
  private int contours = 20;

  @Option(names = "--no-paths", description = "Leaves out the paths.")
  private boolean noPaths;

  @Option(names = "--no-labels", description = "Leaves out the ids of the points.")
  private boolean noLabels;

  PlotSurfaceCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    if (contours < 0 || contours > MOST_CONTOURS) {
      throw badInput("--contours is from 0 to " + MOST_CONTOURS + ", not " + contours);
    }
    if (highest.isPresent() && !(highest.get() > 0.0 && Double.isFinite(highest.get()))) {
      throw badInput(
          "--highest is above the lowest minimum, so positive and finite, not " + highest.get());
    }
    try (LandscapeDatabase database = read()) {
      PotentialCodec.Description model = database.description();
      Potential potential = model.potential();
      if (potential.dimension() != 2) {
        throw badInput(
            "a surface has two variables, and "
                + file()
                + " holds the landscape of "
                + model
                + ", which has "
                + potential.dimension());
      }
      Landscape landscape = database.landscape();
      List<StationaryPoint> points = landscape.points();
      if (points.isEmpty()) {
        throw badInput(file() + " holds no point to draw");
      }
      SurfaceCopies copies = new SurfaceCopies(potential.symmetry());
      List<SurfacePicture.Mark> marks =
          points.stream().flatMap(point -> copies.marks(point, !noLabels).stream()).toList();
      List<Vector> paths = noPaths ? List.of() : copies.of(paths(potential, landscape));
      try {
        EnergyGrid.Window window = window(marks, paths, potential);
        EnergyGrid grid = EnergyGrid.of(potential, window, SIZE);
        double lowest = points.get(0).energy();
        SurfacePicture.Drawn drawn =
            new SurfacePicture.Drawn(
                window,
                lowest,
                lowest + highest.orElseGet(() -> range(points, grid)),
                contours,
                marks,
                paths,
                model.variables(),
                unit(database));
        picture.write(this, new SurfacePicture(grid, drawn, width, "The surface of " + model));
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
    }
    return ExitCodes.DONE;
  }

  private static List<Vector> paths(Potential potential, Landscape landscape) {
    Pathways pathways = new Pathways(potential, landscape);
    List<Vector> paths = new ArrayList<>();
    for (StationaryPoint point : landscape.transitionStates()) {
      Optional<Pathway> pathway = pathways.through(point);
      pathway.ifPresent(
          found ->
              paths.add(
                  Vector.of(
                      found.points().stream()
                          .map(Descent.Point::coordinates)
                          .flatMapToDouble(DoubleStream::of))));
    }
    return paths;
  }

  private EnergyGrid.Window window(
      List<SurfacePicture.Mark> marks, List<Vector> paths, Potential potential) {
    double[] across = range("--x", x, marks, paths, 0, potential);
    double[] up = range("--y", y, marks, paths, 1, potential);
    return new EnergyGrid.Window(across[0], across[1], up[0], up[1]);
  }

  /** The ends of an axis: as told, or around what there is. */
  private double[] range(
      String option,
      List<Double> told,
      List<SurfacePicture.Mark> marks,
      List<Vector> paths,
      int axis,
      Potential potential) {
    if (told.size() == 2) {
      return new double[] {told.get(0), told.get(1)};
    }
    if (!told.isEmpty()) {
      throw badInput(
          option + " is two numbers with a comma between them, such as " + option + " -1,1");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (SurfacePicture.Mark mark : marks) {
      double value = axis == 0 ? mark.x() : mark.y();
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    for (Vector path : paths) {
      for (int k = axis; k < path.length(); k += 2) {
        low = Math.min(low, path.get(k));
        high = Math.max(high, path.get(k));
      }
    }
    // Points in a row or a single one leave no extent of their own.
    double length = potential.measured().scales().orElse(Potential.Scales.ONE).length();
    double margin = Math.max(BEYOND * (high - low), 0.5 * length);
    return new double[] {low - margin, high + margin};
  }

  /** The range of the colours: of the points, or of the grid where all points are alike. */
  private static double range(List<StationaryPoint> points, EnergyGrid grid) {
    double lowest = points.get(0).energy();
    double range = points.get(points.size() - 1).energy() - lowest;
    return range > 0.0
        ? (1.0 + ABOVE) * range
        : grid.finite().map(energy -> energy - lowest).max().orElse(1.0);
  }
}
