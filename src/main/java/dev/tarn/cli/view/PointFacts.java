package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.network.UnitKinds;
import dev.tarn.network.relu.Kink;
import dev.tarn.network.relu.KinkPolish;
import dev.tarn.network.relu.KinkedEvaluator;
import dev.tarn.network.relu.KinkedNetwork;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.LandscapeDatabase.TestResult;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of the stationary points of a database, in numbers and as JSON. */
public final class PointFacts {
  private final Network network;
  private final NetworkEvaluator evaluator;
  private final Optional<KinkedEvaluator> kinked;
  private final Map<Integer, TestResult> tests;
  private final Landscape landscape;
  private final PointQuantities quantities;
  private final Proofs proofs;

  public PointFacts(LandscapeDatabase database, Landscape landscape, double aucTolerance) {
    network = database.network().network();
    evaluator = network.evaluator();
    kinked = network.capability(KinkedNetwork.class).map(KinkedNetwork::evaluator);
    tests = database.tests(landscape);
    this.landscape = landscape;
    quantities = new PointQuantities(network, landscape, aucTolerance);
    proofs = Proofs.of(database);
  }

  Proofs proofs() {
    return proofs;
  }

  Network network() {
    return network;
  }

  Landscape landscape() {
    return landscape;
  }

  /** What tells best how good a point is: AUC for two classes, accuracy for more. */
  private Optional<Quantity> scored() {
    return Stream.of(Quantity.AUC, Quantity.ACCURACY)
        .filter(quantity -> PointQuantities.has(quantity, network))
        .findFirst();
  }

  /** The name of the score; empty for a regression, where the energy says it. */
  Optional<String> scoreName() {
    return scored().map(Quantity::title);
  }

  /** The score; empty where it has no name. */
  Optional<Double> score(StationaryPoint point) {
    return scored().map(quantity -> quantities.value(quantity, point));
  }

  boolean hasTest() {
    return !tests.isEmpty();
  }

  /** The mean loss on the test data, without the regulariser. */
  double testEnergy(StationaryPoint point) {
    return test(point).energy();
  }

  OptionalDouble testAccuracy(StationaryPoint point) {
    return test(point).accuracy();
  }

  private TestResult test(StationaryPoint point) {
    return Objects.requireNonNull(tests.get(point.id()));
  }

  /** The answer to each training input. */
  List<double[]> answers(StationaryPoint point) {
    return evaluator.answers(point.coordinates().toArray(), network.data());
  }

  /** The ReLU units and examples whose sum is zero; none for other networks. */
  List<Kink> kinks(StationaryPoint point) {
    return kinked
        .map(it -> it.kinks(point.coordinates().toArray(), KinkPolish.STANDING))
        .orElse(List.of());
  }

  boolean hasKinks() {
    return network.hasKinks();
  }

  int connectedUnits(StationaryPoint point) {
    return quantities.connectedUnits(point);
  }

  /** The units by kinds, where there is one hidden layer. */
  Optional<UnitKinds> kinds(StationaryPoint point) {
    return UnitKinds.of(network, point.coordinates().toArray());
  }

  boolean hasOneLayer() {
    return network.architecture().hidden().size() == 1;
  }

  double energy(int id) {
    return landscape.get(id).energy();
  }

  double barrier(StationaryPoint transitionState, int minimum) {
    return transitionState.energy() - energy(minimum);
  }

  private record Row(
      int id,
      int index,
      double energy,
      BigInteger orbit,
      long hits,
      double rms,
      double minAbsEigenvalue,
      @JsonInclude(NON_EMPTY) Optional<Double> auc,
      @JsonInclude(NON_EMPTY) Optional<Double> accuracy,
      @JsonInclude(NON_EMPTY) Optional<Double> testEnergy,
      @JsonInclude(NON_EMPTY) OptionalDouble testAccuracy,
      int connectedUnits,
      @JsonInclude(NON_ABSENT) Optional<int[]> multiplicities,
      @JsonInclude(NON_EMPTY) Optional<Integer> kinks,
      @JsonInclude(NON_EMPTY) Optional<Boolean> proven,
      @JsonUnwrapped @Nullable Sides sides) {}

  private record RowWithWeights(@JsonUnwrapped Row row, Object weights) {}

  private record Whole(
      @JsonUnwrapped Row row,
      Vector eigenvalues,
      @JsonInclude(NON_ABSENT) Optional<List<KindRow>> kinds,
      @JsonInclude(NON_EMPTY) Optional<List<KinkRow>> onKinks,
      List<Object> outputs,
      Object weights,
      Found provenance) {}

  private record KindRow(
      int multiplicity, List<Integer> units, Vector incoming, double bias, Vector outgoing) {}

  private record KinkRow(int layer, int unit, int example) {}

  private record Classified(
      double[] inputs, @JsonProperty("class") int label, double[] probabilities) {}

  private record Answered(double[] inputs, double[] values) {}

  private record Found(int run, long job, String method) {}

  private record XorWeights(
      List<Vector> output, List<Vector> hidden, Vector hiddenBias, Vector outputBias) {}

  private record LayeredWeights(List<Layer> layers) {}

  private record Layer(List<Vector> links, Vector biases) {}

  /** The properties that a list shows, as JSON. */
  Object row(StationaryPoint point, boolean withWeights) {
    Row row = row(point);
    return withWeights ? new RowWithWeights(row, weights(point)) : row;
  }

  private Row row(StationaryPoint point) {
    boolean tested = hasTest();
    return new Row(
        point.id(),
        point.index(),
        point.energy(),
        point.orbit(),
        landscape.hits(point.id()),
        point.rms(),
        point.smallestMagnitude(),
        quantity(Quantity.AUC, point),
        quantity(Quantity.ACCURACY, point),
        tested ? Optional.of(testEnergy(point)) : Optional.empty(),
        tested ? testAccuracy(point) : OptionalDouble.empty(),
        connectedUnits(point),
        kinds(point).map(UnitKinds::multiplicities),
        hasKinks() ? Optional.of(kinks(point).size()) : Optional.empty(),
        proofs.of(point.id()),
        Sides.of(landscape, point));
  }

  private Optional<Double> quantity(Quantity quantity, StationaryPoint point) {
    return PointQuantities.has(quantity, network)
        ? Optional.of(quantities.value(quantity, point))
        : Optional.empty();
  }

  /** Everything that is known of a point, as JSON. */
  Object whole(StationaryPoint point) {
    StationaryPoint.Provenance found = point.provenance();
    return new Whole(
        row(point),
        point.eigenvalues(),
        kinds(point)
            .map(
                all ->
                    all.kinds().stream()
                        .map(
                            kind ->
                                new KindRow(
                                    kind.multiplicity(),
                                    kind.units(),
                                    kind.incoming(),
                                    kind.bias(),
                                    kind.outgoing()))
                        .toList()),
        hasKinks()
            ? Optional.of(
                kinks(point).stream()
                    .map(kink -> new KinkRow(kink.layer(), kink.unit(), kink.example()))
                    .toList())
            : Optional.empty(),
        outputs(answers(point)),
        weights(point),
        new Found(found.run(), found.job(), found.method()));
  }

  List<Object> outputs(List<double[]> answers) {
    DataSet data = network.data();
    List<Object> outputs = new ArrayList<>();
    for (int d = 0; d < answers.size(); d++) {
      outputs.add(
          data.hasClasses()
              ? new Classified(data.input(d), data.classOf(d), answers.get(d))
              : new Answered(data.input(d), answers.get(d)));
    }
    return outputs;
  }

  /** The weights: for the XOR network by the names of equation 1 of the paper, else by layer. */
  Object weights(StationaryPoint point) {
    List<LayeredNetwork.Layer> layers =
        LayeredNetwork.of(network, point.coordinates().toArray()).layers();
    if (network.isXor()) {
      LayeredNetwork.Layer hidden = layers.get(0);
      LayeredNetwork.Layer output = layers.get(1);
      return new XorWeights(output.links(), hidden.links(), hidden.biases(), output.biases());
    }
    return new LayeredWeights(
        layers.stream().map(layer -> new Layer(layer.links(), layer.biases())).toList());
  }
}
