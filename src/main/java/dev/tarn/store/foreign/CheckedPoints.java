package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign landscape held against the potential that it is of.
 *
 * @param landscape the points that the potential confirms as stationary, after a polish
 * @param disagreements what the file says otherwise: energies, indices, points that are not
 *     stationary or that are copies of one another
 */
public record CheckedPoints(Landscape landscape, List<String> disagreements) {
  /** The precision that text files keep at least. */
  private static final double SAME_ENERGY = 1e-6;

  static CheckedPoints of(ForeignLandscape foreign, Potential potential) {
    if (foreign.dimension() != potential.dimension()) {
      throw new UnusableFileException(
          foreign.source()
              + " has points of "
              + foreign.dimension()
              + " coordinates; the potential has "
              + potential.dimension()
              + " variables");
    }
    Landscape landscape = Landscape.of(potential);
    StationaryPolish polish = StationaryPolish.of(potential);
    List<String> disagreements = new ArrayList<>();
    int[] ids = new int[foreign.minima().size()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] =
          add(
              foreign.minima().get(k),
              "minimum " + (k + 1),
              0,
              k,
              landscape,
              potential,
              polish,
              disagreements);
    }
    for (int k = 0; k < foreign.states().size(); k++) {
      State state = foreign.states().get(k);
      String name = "transition state " + (k + 1);
      int id =
          add(state.point(), name, 1, ids.length + k, landscape, potential, polish, disagreements);
      if (id > 0 && ids[state.minus()] > 0 && ids[state.plus()] > 0) {
        landscape.connect(new Connection(id, ids[state.minus()], ids[state.plus()], 0.0, 0.0, 0));
      }
    }
    return new CheckedPoints(landscape, List.copyOf(disagreements));
  }

  /** Adds a point; returns its id, or 0 if it is not what the file says. */
  private static int add(
      Point point,
      String name,
      int index,
      int number,
      Landscape landscape,
      Potential potential,
      StationaryPolish polish,
      List<String> disagreements) {
    double[] x = point.coordinates().toArray();
    if (potential instanceof Network network && WeightOrder.applies(network)) {
      x = WeightOrder.fromProgram(network, x);
    }
    PolishedPoint found = polish.polish(x);
    if (!found.converged() || found.degenerate()) {
      disagreements.add(
          name + (found.converged() ? " is degenerate" : " is not stationary") + ", left out");
      return 0;
    }
    if (found.index() != index) {
      disagreements.add(name + " has index " + found.index() + ", left out");
      return 0;
    }
    if (Math.abs(found.energy() - point.energy()) > SAME_ENERGY) {
      disagreements.add(
          name + " has energy " + found.energy() + " after a polish, not " + point.energy());
    }
    Landscape.Addition added =
        landscape.add(found, new StationaryPoint.Provenance(1, number, "import"));
    if (!added.isNew()) {
      disagreements.add(name + " is a copy of point " + added.point().id());
    }
    return added.point().id();
  }
}
