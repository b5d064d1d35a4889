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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A foreign landscape held against the potential that it is of.
 *
 * @param landscape the points that the potential confirms as stationary
 * @param disagreements what the file says otherwise: energies, indices, products of eigenvalues,
 *     orders of point groups, points that are not stationary or that are copies of one another
 */
public record CheckedPoints(Landscape landscape, List<String> disagreements) {
  /** The precision that text files keep at least. */
  private static final double SAME_ENERGY = 1e-6;

  private static final double SAME_PRODUCT = 1e-4;

  /**
   * Checks a landscape.
   *
   * @param mlpOrder whether weights stand in the order of the MLP family
   * @param polished whether points are brought to the rounding floor first
   */
  static CheckedPoints of(
      ForeignLandscape foreign, Potential potential, boolean mlpOrder, boolean polished) {
    if (foreign.dimension() != potential.dimension()) {
      throw new UnusableFileException(
          foreign.source()
              + " has points of "
              + foreign.dimension()
              + " coordinates; the potential has "
              + potential.dimension()
              + " variables");
    }
    Check check = new Check(potential, mlpOrder, polished);
    int[] ids = new int[foreign.minima().size()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = check.add(foreign.minima().get(k), "minimum " + (k + 1), 0, k);
    }
    for (int k = 0; k < foreign.states().size(); k++) {
      State state = foreign.states().get(k);
      int id = check.add(state.point(), "transition state " + (k + 1), 1, ids.length + k);
      if (id > 0 && ids[state.minus()] > 0 && ids[state.plus()] > 0) {
        check.landscape.connect(
            new Connection(id, ids[state.minus()], ids[state.plus()], 0.0, 0.0, 0));
      }
    }
    check.compareGroups();
    return new CheckedPoints(check.landscape, List.copyOf(check.disagreements));
  }

  private static final class Check {
    private final Potential potential;
    private final boolean reorder;
    private final boolean polished;
    private final StationaryPolish polish;
    private final Landscape landscape;
    private final double energyScale;
    private final List<String> disagreements = new ArrayList<>();

    /** By the names of points, orders of point groups that files say, times orbits. */
    private final Map<String, BigInteger> groups = new LinkedHashMap<>();

    private boolean anyGroup;

    Check(Potential potential, boolean mlpOrder, boolean polished) {
      Potential measured = potential.measured();
      this.potential = potential;
      reorder = mlpOrder && potential instanceof Network one && WeightOrder.applies(one);
      this.polished = polished;
      polish = StationaryPolish.of(measured);
      landscape = Landscape.of(potential);
      energyScale = measured.scales().orElse(Potential.Scales.ONE).energy();
    }

    /** Adds a point; returns its id, or 0 if it is not what the file says. */
    int add(Point point, String name, int index, int number) {
      double[] x = point.coordinates().toArray();
      if (reorder && potential instanceof Network network) {
        x = WeightOrder.fromProgram(network, x);
      }
      PolishedPoint found = polished ? polish.polish(x) : polish.characterise(x);
      if (Math.abs(found.energy() - point.energy()) > SAME_ENERGY * energyScale) {
        disagreements.add(
            name
                + " has energy "
                + found.energy()
                + (polished ? " after a polish" : "")
                + ", not "
                + point.energy());
      }
      if (!found.converged() || found.degenerate()) {
        disagreements.add(
            name
                + (found.converged()
                    ? " is degenerate"
                    : " is not stationary: the root-mean-square gradient is " + found.rms())
                + ", left out");
        return 0;
      }
      if (found.index() != index) {
        disagreements.add(name + " has index " + found.index() + ", left out");
        return 0;
      }
      compareProduct(point, name, found);
      Landscape.Addition added =
          landscape.add(found, new StationaryPoint.Provenance(1, number, "import"));
      if (!added.isNew()) {
        disagreements.add(name + " is a copy of point " + added.point().id());
      }
      anyGroup |= point.pointGroup() != 1L;
      groups.put(name, added.point().orbit().multiply(BigInteger.valueOf(point.pointGroup())));
      return added.point().id();
    }

    private void compareProduct(Point point, String name, PolishedPoint found) {
      boolean whole = found.coordinates().length <= StationaryPolish.FULL_DIMENSION;
      if (point.logProduct().isPresent() && whole) {
        double log = 0.0;
        for (int k = found.index(); k < found.eigenvalues().length; k++) {
          log += Math.log(found.eigenvalues()[k]);
        }
        double told = point.logProduct().getAsDouble();
        if (Math.abs(log - told) > SAME_PRODUCT * Math.max(1.0, found.eigenvalues().length)) {
          disagreements.add(
              name
                  + " has the logarithm "
                  + log
                  + " of the product of its positive eigenvalues, not "
                  + told);
        }
      }
    }

    /**
     * Copies times the order of the point group is the order of the whole group, for every point.
     * What most of them say is taken for that. Files that know no point groups say 1 of each.
     */
    private void compareGroups() {
      Map<BigInteger, Integer> counts = new HashMap<>();
      groups.values().forEach(order -> counts.merge(order, 1, Integer::sum));
      BigInteger usual =
          counts.entrySet().stream()
              .max(
                  Map.Entry.<BigInteger, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
              .map(Map.Entry::getKey)
              .orElse(BigInteger.ONE);
      if (anyGroup) {
        groups.forEach(
            (name, order) -> {
              if (!order.equals(usual)) {
                disagreements.add(
                    name
                        + " has copies times order of its point group "
                        + order
                        + ", most points have "
                        + usual);
              }
            });
      }
    }
  }
}
