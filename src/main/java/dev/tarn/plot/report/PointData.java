package dev.tarn.plot.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.data.DataSet;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Architecture;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.NetworkModel;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * Stationary points as JSON for the page. The weights are a list of layers, each with a matrix and
 * biases, so that the page need not know how the network keeps its parameters.
 */
final class PointData {
  private static final int EXAMPLES_SHOWN = 64;
  private static final int INPUTS_SHOWN = 8;

  private final NetworkModel network;
  private final Landscape landscape;
  private final PointQuantities quantities;

  PointData(NetworkModel network, Landscape landscape, double aucTolerance) {
    this.network = network;
    this.landscape = landscape;
    quantities = new PointQuantities(network, landscape, aucTolerance);
  }

  /** The quantities that the points of a network have. */
  static List<Quantity> quantities(NetworkModel network) {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> PointQuantities.has(quantity, network))
        .toList();
  }

  /** What the layers have in common at every point, from the first one on. */
  static ArrayNode layers(Architecture architecture) {
    ArrayNode layers = array();
    int hidden = architecture.hidden().size();
    for (int l = 0; l < hidden; l++) {
      layers
          .addObject()
          .put("name", hidden == 1 ? "hidden" : "hidden" + (l + 1))
          .put("activation", architecture.hidden().get(l).activation().label());
    }
    layers.addObject().put("name", "output").put("activation", architecture.output().label());
    return layers;
  }

  /** The examples that the loss is made of, where they are few enough to be shown one by one. */
  static ArrayNode training(DataSet data) {
    ArrayNode examples = array();
    if (data.examples() > EXAMPLES_SHOWN || data.inputs() > INPUTS_SHOWN || !data.hasClasses()) {
      return examples;
    }
    for (int d = 0; d < data.examples(); d++) {
      ObjectNode example = examples.addObject();
      for (double input : data.input(d)) {
        example.withArray("inputs").add(input);
      }
      example.put("class", data.classOf(d));
    }
    return examples;
  }

  /** All classes by ascending energy. */
  ArrayNode points() {
    ArrayNode all = array();
    for (StationaryPoint point : landscape.points()) {
      ObjectNode node = all.addObject().put("id", point.id());
      describe(node, point, quantities(network));
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
        quantities(network).stream().filter(quantity -> quantity != Quantity.HITS).toList();
    for (PolishedPoint polished : landscape.degeneratePoints()) {
      StationaryPoint point =
          new StationaryPoint(
              0,
              polished.index(),
              polished.energy(),
              Vector.of(polished.coordinates()),
              Vector.of(polished.eigenvalues()),
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

  private static ArrayNode numbers(Vector values) {
    ArrayNode array = array();
    values.stream().forEach(array::add);
    return array;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
