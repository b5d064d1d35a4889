package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.picture.Colouring;
import dev.tarn.plot.picture.DisconnectivityGraph;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import dev.tarn.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tree",
    header = "Draws the disconnectivity graph.",
    description = {
      "",
      "Energy upwards; a branch that ends at its energy for each minimum, a class of copies being one;"
          + " branches are joined at the lowest threshold at which transition states join their"
          + " minima. The numbers are the ids of the minima.",
      "Energies of --lowest and --highest are above that of the lowest minimum.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot tree --db xor2.db --out tree.svg",
      "  java -jar tarn.jar plot tree --db xor2.db --out tree.png --log --without-zero",
      "  java -jar tarn.jar plot tree --db xor2.db --out a.svg,a.pdf --colour-by AUC --scale-bar"
    })
final class PlotTreeCommand extends DatabaseCommand {
  private static final String WITHOUT_ZERO = "--without-zero";

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(names = "--log", description = "A logarithmic energy scale.")
  private boolean logarithmic;

  @Option(
      names = "--thresholds",
      paramLabel = "N",
      description =
          "The number of thresholds; 0 joins branches at exactly their barriers (default:"
              + " ${DEFAULT-VALUE}).")
  private int thresholds = TreeStyle.defaults().thresholds();

  @Option(names = "--lowest", paramLabel = "E", description = "Where the energy scale begins.")
  private Optional<Double> lowest = Optional.empty();

  @Option(names = "--highest", paramLabel = "E", description = "Where the energy scale ends.")
  private Optional<Double> highest = Optional.empty();

  @Option(
      names = WITHOUT_ZERO,
      description = "Leaves out the minimum at which all weights are zero.")
  private boolean withoutZero;

  @Option(
      names = "--colour-by",
      paramLabel = "Q",
      description = "Colours the branches: ${COMPLETION-CANDIDATES}.")
  private Optional<Quantity> colourBy = Optional.empty();

  @Option(names = "--scale-bar", description = "A bar with its length instead of an axis.")
  private boolean scaleBar;

  @Option(names = "--no-labels", description = "Leaves out the ids of the minima.")
  private boolean noLabels;

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  PlotTreeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      refuseWithoutNetwork(database, AucTolerance.NAME, WITHOUT_ZERO);
      Set<Integer> left = new TreeSet<>();
      if (withoutZero) {
        landscape.minima().stream()
            .filter(PointQuantities::isZero)
            .forEach(point -> left.add(point.id()));
      }
      DisconnectivityTree tree = DisconnectivityTree.of(landscape, id -> !left.contains(id));
      if (tree.leafCount() == 0) {
        throw badInput(
            left.isEmpty()
                ? file() + " holds no minimum to draw"
                : file() + " holds no minimum but the zero point, which --without-zero leaves out");
      }
      PotentialCodec.Description model = database.description();
      List<String> notes = new ArrayList<>();
      notes.add(
          "lowest minimum: "
              + Numbers.exact(tree.nodes().get(0).energy())
              + (model instanceof NetworkDescription ? " nats, id " : ", id ")
              + tree.nodes().get(0).id());
      if (!left.isEmpty()) {
        notes.add("the minimum of zero weights is left out");
      }
      picture.write(
          this,
          new DisconnectivityGraph(
              tree,
              style(database, tree, tolerance),
              width,
              "Disconnectivity graph of " + model,
              notes));
    }
    return ExitCodes.DONE;
  }

  private TreeStyle style(LandscapeDatabase database, DisconnectivityTree tree, double tolerance) {
    if (thresholds > PictureSize.MOST_DOTS) {
      throw badInput(
          "--thresholds is at most "
              + PictureSize.MOST_DOTS
              + ", the dots of the largest picture, not "
              + thresholds);
    }
    try {
      return new TreeStyle(
          logarithmic,
          thresholds,
          lowest,
          highest,
          scaleBar,
          !noLabels,
          colourBy.map(quantity -> colouring(database, tree, quantity, tolerance)),
          unit(database));
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
  }

  private Colouring colouring(
      LandscapeDatabase database, DisconnectivityTree tree, Quantity quantity, double tolerance) {
    Landscape landscape = database.landscape();
    Potential potential = database.description().potential();
    if (!PointQuantities.has(quantity, potential)) {
      throw badInput("--colour-by " + quantity + " does not apply to " + database.description());
    }
    PointQuantities quantities = new PointQuantities(potential, landscape, tolerance);
    return Colouring.of(quantity, quantities, landscape, tree);
  }
}
