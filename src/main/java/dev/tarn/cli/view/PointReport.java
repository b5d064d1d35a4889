package dev.tarn.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.DenseNetwork;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.NetworkModel;
import dev.tarn.network.XorNetwork;
import dev.tarn.network.relu.Kink;
import dev.tarn.network.relu.KinkPolish;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.TestResult;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What the commands say about a stationary point, in numbers and as JSON. */
public final class PointReport {
  private final NetworkModel network;
  private final Map<Integer, TestResult> tests;
  private final Landscape landscape;
  private final PointQuantities quantities;

  public PointReport(LandscapeDatabase database, Landscape landscape, double aucTolerance) {
    network = database.model().network();
    tests = database.tests(landscape);
    this.landscape = landscape;
    quantities = new PointQuantities(network, landscape, aucTolerance);
  }

  public NetworkModel network() {
    return network;
  }

  /** What tells best how good a point is: AUC for two classes, accuracy for more. */
  private Quantity scored() {
    return PointQuantities.has(Quantity.AUC, network) ? Quantity.AUC : Quantity.ACCURACY;
  }

  public String scoreName() {
    return scored().title();
  }

  public double score(StationaryPoint point) {
    return quantities.value(scored(), point);
  }

  public boolean hasTest() {
    return !tests.isEmpty();
  }

  /** The mean loss on the test data, without the regulariser. */
  public double testEnergy(StationaryPoint point) {
    return test(point).energy();
  }

  public OptionalDouble testAccuracy(StationaryPoint point) {
    return test(point).accuracy();
  }

  private TestResult test(StationaryPoint point) {
    return Objects.requireNonNull(tests.get(point.id()));
  }

  /** The answer to each training input. */
  public List<double[]> answers(StationaryPoint point) {
    double[] x = point.coordinates().toArray();
    List<double[]> answers = new ArrayList<>();
    for (int d = 0; d < network.data().examples(); d++) {
      answers.add(network.answer(x, network.data().input(d)));
    }
    return answers;
  }

  /** The ReLU units and examples whose sum is zero; none for other networks. */
  public List<Kink> kinks(StationaryPoint point) {
    return network instanceof DenseNetwork dense
        ? dense.kinks(point.coordinates().toArray(), KinkPolish.STANDING)
        : List.of();
  }

  public boolean hasKinks() {
    return network.hasKinks();
  }

  public int connectedUnits(StationaryPoint point) {
    return quantities.connectedUnits(point);
  }

  public double energy(int id) {
    return landscape.get(id).energy();
  }

  public double barrier(StationaryPoint transitionState, int minimum) {
    return transitionState.energy() - energy(minimum);
  }

  /** The properties that a list shows. */
  public ObjectNode row(StationaryPoint point) {
    ObjectNode node = Json.object();
    node.put("id", point.id());
    node.put("index", point.index());
    node.put("energy", point.energy());
    node.put("orbit", point.orbit());
    node.put("hits", landscape.hits(point.id()));
    node.put("rms", point.rms());
    node.put("minAbsEigenvalue", point.smallestMagnitude());
    for (Quantity quantity : List.of(Quantity.AUC, Quantity.ACCURACY)) {
      if (PointQuantities.has(quantity, network)) {
        node.put(quantity.name().toLowerCase(Locale.ROOT), quantities.value(quantity, point));
      }
    }
    if (hasTest()) {
      node.put("testEnergy", testEnergy(point));
      testAccuracy(point).ifPresent(accuracy -> node.put("testAccuracy", accuracy));
    }
    node.put("connectedUnits", connectedUnits(point));
    if (hasKinks()) {
      node.put("kinks", kinks(point).size());
    }
    landscape.connection(point.id()).ifPresent(c -> addConnection(node, point, c));
    return node;
  }

  private void addConnection(ObjectNode node, StationaryPoint point, Connection c) {
    node.putArray("minima").add(c.minus()).add(c.plus());
    node.putArray("minimumEnergies").add(energy(c.minus())).add(energy(c.plus()));
    node.putArray("barriers").add(barrier(point, c.minus())).add(barrier(point, c.plus()));
    node.putArray("pathLengths").add(c.minusLength()).add(c.plusLength());
    node.put("pathSaddles", c.saddles());
  }

  /** Everything that is known of a point. */
  public ObjectNode whole(StationaryPoint point) {
    ObjectNode node = row(point);
    node.set("eigenvalues", Json.array(point.eigenvalues()));
    DataSet data = network.data();
    if (hasKinks()) {
      ArrayNode places = node.putArray("onKinks");
      kinks(point)
          .forEach(
              kink ->
                  places
                      .addObject()
                      .put("layer", kink.layer())
                      .put("unit", kink.unit())
                      .put("example", kink.example()));
    }
    ArrayNode outputs = node.putArray("outputs");
    List<double[]> answers = answers(point);
    for (int d = 0; d < answers.size(); d++) {
      ObjectNode output = outputs.addObject();
      output.set("inputs", Json.array(data.input(d)));
      if (data.hasClasses()) {
        output.put("class", data.classOf(d));
        output.set("probabilities", Json.array(answers.get(d)));
      } else {
        output.set("values", Json.array(answers.get(d)));
      }
    }
    node.set("weights", weights(point));
    ObjectNode provenance = node.putObject("provenance");
    provenance.put("run", point.provenance().run());
    provenance.put("job", point.provenance().job());
    provenance.put("method", point.provenance().method());
    return node;
  }

  /** The weights: for the XOR network by the names of equation 1 of the paper, else by layer. */
  public ObjectNode weights(StationaryPoint point) {
    LayeredNetwork layers = LayeredNetwork.of(network, point.coordinates().toArray());
    ObjectNode node = Json.object();
    if (network instanceof XorNetwork) {
      LayeredNetwork.Layer hidden = layers.layers().get(0);
      LayeredNetwork.Layer output = layers.layers().get(1);
      output.links().forEach(row -> array(node, "output").add(Json.array(row)));
      hidden.links().forEach(row -> array(node, "hidden").add(Json.array(row)));
      node.set("hiddenBias", Json.array(hidden.biases()));
      node.set("outputBias", Json.array(output.biases()));
      return node;
    }
    ArrayNode list = node.putArray("layers");
    for (LayeredNetwork.Layer layer : layers.layers()) {
      ObjectNode one = list.addObject();
      ArrayNode links = one.putArray("links");
      layer.links().forEach(row -> links.add(Json.array(row)));
      one.set("biases", Json.array(layer.biases()));
    }
    return node;
  }

  private static ArrayNode array(ObjectNode node, String name) {
    return node.withArray(name);
  }
}
