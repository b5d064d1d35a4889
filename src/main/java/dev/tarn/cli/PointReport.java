package dev.tarn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.analysis.PointQuantities;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.network.XorNetwork;
import dev.tarn.network.XorParameters;
import java.util.function.IntToDoubleFunction;

/** What the commands say about a stationary point of the XOR network, in numbers and as JSON. */
final class PointReport {
  private final XorNetwork network;
  private final Landscape landscape;
  private final PointQuantities quantities;

  PointReport(XorNetwork network, Landscape landscape, double aucTolerance) {
    this.network = network;
    this.landscape = landscape;
    quantities = new PointQuantities(network, landscape, aucTolerance);
  }

  double auc(StationaryPoint point) {
    return quantities.auc(point);
  }

  /** The probability of class 1 on the four inputs. */
  double[] probabilities(StationaryPoint point) {
    return quantities.probabilities(point);
  }

  int connectedUnits(StationaryPoint point) {
    return quantities.connectedUnits(point);
  }

  double energy(int id) {
    return landscape.get(id).energy();
  }

  double barrier(StationaryPoint transitionState, int minimum) {
    return transitionState.energy() - energy(minimum);
  }

  /** The properties that a list shows. */
  ObjectNode row(StationaryPoint point) {
    ObjectNode node = Json.object();
    node.put("id", point.id());
    node.put("index", point.index());
    node.put("energy", point.energy());
    node.put("orbit", point.orbit());
    node.put("hits", landscape.hits(point.id()));
    node.put("rms", point.rms());
    node.put("minAbsEigenvalue", point.smallestMagnitude());
    node.put("auc", auc(point));
    node.put("connectedUnits", connectedUnits(point));
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
  ObjectNode whole(StationaryPoint point) {
    ObjectNode node = row(point);
    node.set("eigenvalues", Json.array(point.eigenvalues()));
    double[] p = probabilities(point);
    int[] classes = XorNetwork.classes();
    ArrayNode outputs = node.putArray("outputs");
    for (int d = 0; d < p.length; d++) {
      ObjectNode output = outputs.addObject();
      output.putArray("inputs").add(d >> 1).add(d & 1);
      output.put("class", classes[d]);
      output.set("probabilities", Json.array(1.0 - p[d], p[d]));
    }
    node.set("weights", weights(point));
    ObjectNode provenance = node.putObject("provenance");
    provenance.put("run", point.provenance().run());
    provenance.put("job", point.provenance().job());
    provenance.put("method", point.provenance().method());
    return node;
  }

  /** The weights by the names of equation 1 of the paper. */
  ObjectNode weights(StationaryPoint point) {
    XorParameters at = network.parameters();
    int units = at.hidden();
    ObjectNode node = Json.object();
    ArrayNode output = node.putArray("output");
    for (int i = 0; i < XorParameters.OUTPUTS; i++) {
      int row = i;
      output.add(values(units, j -> point.coordinates().get(at.output(row, j))));
    }
    ArrayNode hidden = node.putArray("hidden");
    for (int j = 0; j < units; j++) {
      int row = j;
      hidden.add(values(XorParameters.INPUTS, k -> point.coordinates().get(at.hidden(row, k))));
    }
    node.set("hiddenBias", values(units, j -> point.coordinates().get(at.hiddenBias(j))));
    node.set(
        "outputBias",
        values(XorParameters.OUTPUTS, i -> point.coordinates().get(at.outputBias(i))));
    return node;
  }

  private static ArrayNode values(int size, IntToDoubleFunction value) {
    ArrayNode array = Json.array();
    for (int i = 0; i < size; i++) {
      array.add(value.applyAsDouble(i));
    }
    return array;
  }
}
