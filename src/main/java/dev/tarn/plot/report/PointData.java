package dev.tarn.plot.report;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stationary points as JSON for the page. The weights are a list of layers, each with a matrix and
 * biases, so that the page need not know how the network keeps its parameters.
 */
final class PointData {
  private static final int EXAMPLES_SHOWN = 64;
  private static final int INPUTS_SHOWN = 8;

  private final Potential potential;
  private final Optional<Network> network;
  private final Landscape landscape;
  private final PointQuantities quantities;

  PointData(Potential potential, Landscape landscape, double aucTolerance) {
    this.potential = potential;
    network = potential instanceof Network it ? Optional.of(it) : Optional.empty();
    this.landscape = landscape;
    quantities = new PointQuantities(potential, landscape, aucTolerance);
  }

  /** A quantity and how it is shown. */
  record Column(String key, String title, String kind) {}

  /** What a layer has in common at every point. */
  record LayerKind(String name, String activation) {}

  /** An example that the loss is made of. */
  record Example(double[] inputs, @JsonProperty("class") int label) {}

  /** A point of the landscape. */
  record Point(
      int id,
      @JsonUnwrapped Facts facts,
      Found found,
      @JsonInclude(NON_EMPTY) Optional<Sides> connection) {}

  /** A point that was put aside. */
  record Degenerate(String id, @JsonUnwrapped Facts facts) {}

  private record Facts(
      int index,
      double energy,
      // A text, since the number may be beyond what a double holds.
      String orbit,
      @JsonInclude(NON_EMPTY) Optional<Double> rms,
      Map<Quantity, Double> values,
      Vector eigenvalues,
      @JsonInclude(NON_EMPTY) List<NetworkView.Layer> layers,
      @JsonInclude(NON_EMPTY) Optional<NetworkView.Kinds> kinds,
      @JsonInclude(NON_EMPTY) Optional<Vector> coordinates) {}

  private record Found(int run, long job, String method) {}

  private record Sides(
      int minus,
      int plus,
      double minusLength,
      double plusLength,
      int saddles,
      List<Way> branches) {}

  private record Way(int minimum, double length) {}

  private List<Quantity> quantities() {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> PointQuantities.has(quantity, potential))
        .toList();
  }

  /** The quantities that the points have. */
  List<Column> columns() {
    return quantities().stream()
        .map(it -> new Column(it.name(), quantities.title(it), it.kind().name()))
        .toList();
  }

  /** What the layers have in common at every point, from the first one on. */
  static List<LayerKind> layers(Architecture architecture) {
    List<LayerKind> layers = new ArrayList<>();
    int hidden = architecture.hidden().size();
    for (int l = 0; l < hidden; l++) {
      layers.add(
          new LayerKind(
              hidden == 1 ? "hidden" : "hidden" + (l + 1),
              architecture.hidden().get(l).activation().label()));
    }
    layers.add(new LayerKind("output", architecture.output().label()));
    return layers;
  }

  /** The examples that the loss is made of, where they are few enough to be shown one by one. */
  static List<Example> training(DataSet data) {
    if (data.examples() > EXAMPLES_SHOWN || data.inputs() > INPUTS_SHOWN || !data.hasClasses()) {
      return List.of();
    }
    return IntStream.range(0, data.examples())
        .mapToObj(d -> new Example(data.input(d), data.classOf(d)))
        .toList();
  }

  /** All classes by ascending energy. */
  List<Point> points() {
    List<Quantity> known = quantities();
    return landscape.points().stream().map(point -> point(point, known)).toList();
  }

  private Point point(StationaryPoint point, List<Quantity> known) {
    StationaryPoint.Provenance from = point.provenance();
    return new Point(
        point.id(),
        facts(point, known),
        new Found(from.run(), from.job(), from.method()),
        landscape.connection(point.id()).map(PointData::sides));
  }

  private static Sides sides(Connection c) {
    return new Sides(
        c.minus(),
        c.plus(),
        c.minusLength(),
        c.plusLength(),
        c.saddles(),
        c.branches().stream().map(b -> new Way(b.minimum(), b.length())).toList());
  }

  /** The points that were put aside, which have neither an id nor a count of hits. */
  List<Degenerate> degeneratePoints() {
    List<Quantity> known =
        quantities().stream().filter(quantity -> quantity != Quantity.HITS).toList();
    List<Degenerate> all = new ArrayList<>();
    for (PolishedPoint polished : landscape.degeneratePoints()) {
      StationaryPoint point =
          new StationaryPoint(
              0,
              polished.index(),
              polished.energy(),
              Vector.of(polished.coordinates()),
              Vector.of(polished.eigenvalues()),
              polished.rms(),
              potential.symmetry().orbitSize(polished.coordinates()),
              new StationaryPoint.Provenance(0, 0, ""));
      all.add(new Degenerate("d" + (all.size() + 1), facts(point, known)));
    }
    return all;
  }

  private Facts facts(StationaryPoint point, List<Quantity> known) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : known) {
      double value = quantities.value(quantity, point);
      // What an imported point does not tell is left out.
      if (!Double.isNaN(value)) {
        values.put(quantity, value);
      }
    }
    Optional<NetworkView> view =
        network.map(it -> NetworkView.of(it, point.coordinates().toArray()));
    return new Facts(
        point.index(),
        point.energy(),
        point.orbit().toString(),
        Double.isNaN(point.rms()) ? Optional.empty() : Optional.of(point.rms()),
        values,
        point.eigenvalues(),
        view.map(NetworkView::layers).orElse(List.of()),
        view.flatMap(NetworkView::kinds),
        view.isEmpty() ? Optional.of(point.coordinates()) : Optional.empty());
  }
}
