package dev.tarn.plot.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tarn.analysis.LayeredNetwork;
import dev.tarn.analysis.PointQuantities;
import dev.tarn.analysis.Quantity;
import dev.tarn.analysis.SensitivityMap;
import dev.tarn.analysis.XorProblem;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Provenance;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.minimise.PolishedPoint;
import dev.tarn.network.XorNetwork;
import java.util.Arrays;
import java.util.List;

/**
 * Stationary points as JSON for the page. The weights are a list of layers, each with a matrix and
 * biases, so that the page need not know how the network keeps its parameters.
 */
final class PointData {
  private final XorNetwork network;
  private final Landscape landscape;
  private final PointQuantities quantities;

  PointData(XorNetwork network, Landscape landscape, double aucTolerance) {
    this.network = network;
    this.landscape = landscape;
    quantities = new PointQuantities(network, landscape, aucTolerance);
  }

  /** What the layers have in common at every point, from the first one on. */
  static ArrayNode layers() {
    ArrayNode layers = array();
    layers.addObject().put("name", "hidden").put("activation", "tanh");
    layers.addObject().put("name", "output").put("activation", "softmax");
    return layers;
  }

  /** The examples that the loss is made of. */
  static ArrayNode training() {
    ArrayNode examples = array();
    for (SensitivityMap.TrainingPoint point : XorProblem.data()) {
      ObjectNode example = examples.addObject();
      example.putArray("inputs").add(point.x()).add(point.y());
      example.put("class", point.label());
    }
    return examples;
  }

  /** All classes by ascending energy. */
  ArrayNode points() {
    ArrayNode all = array();
    for (StationaryPoint point : landscape.points()) {
      ObjectNode node = all.addObject().put("id", point.id());
      describe(node, point, List.of(Quantity.values()));
      ObjectNode found = node.putObject("found");
      found.put("run", point.provenance().run());
      found.put("job", point.provenance().job());
      found.put("method", point.provenance().method());
      landscape
          .connection(point.id())
          .ifPresent(
              c ->
                  node.putObject("connection")
                      .put("minus", c.minus())
                      .put("plus", c.plus())
                      .put("minusLength", c.minusLength())
                      .put("plusLength", c.plusLength())
                      .put("saddles", c.saddles()));
    }
    return all;
  }

  /** The points that were put aside, which have neither an id nor a count of hits. */
  ArrayNode degeneratePoints() {
    ArrayNode all = array();
    List<Quantity> known =
        Arrays.stream(Quantity.values()).filter(quantity -> quantity != Quantity.HITS).toList();
    for (PolishedPoint polished : landscape.degeneratePoints()) {
      StationaryPoint point =
          new StationaryPoint(
              0,
              polished.index(),
              polished.energy(),
              ImmutableDoubleArray.copyOf(polished.coordinates()),
              ImmutableDoubleArray.copyOf(polished.eigenvalues()),
              polished.rms(),
              network.symmetry().orbitSize(polished.coordinates()),
              new Provenance(0, 0, ""));
      ObjectNode node = all.addObject().put("id", "d" + all.size());
      describe(node, point, known);
    }
    return all;
  }

  private void describe(ObjectNode node, StationaryPoint point, List<Quantity> known) {
    node.put("index", point.index());
    node.put("energy", point.energy());
    // A text, since the number may be beyond what a double holds.
    node.put("orbit", point.orbit().toString());
    node.put("rms", point.rms());
    ObjectNode values = node.putObject("values");
    for (Quantity quantity : known) {
      values.put(quantity.name(), quantities.value(quantity, point));
    }
    node.set("eigenvalues", numbers(point.eigenvalues()));
    node.set("layers", weights(point));
  }

  private ArrayNode weights(StationaryPoint point) {
    ArrayNode layers = array();
    for (LayeredNetwork.Layer layer :
        LayeredNetwork.of(network, point.coordinates().toArray()).layers()) {
      ObjectNode node = layers.addObject();
      ArrayNode rows = node.putArray("weights");
      layer.links().forEach(links -> rows.add(numbers(links)));
      node.set("biases", numbers(layer.biases()));
    }
    return layers;
  }

  private static ArrayNode numbers(ImmutableDoubleArray values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
