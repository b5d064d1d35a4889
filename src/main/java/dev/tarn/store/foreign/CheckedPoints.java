package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Connection.Branch;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Map<Vector, List<Integer>> rows = new LinkedHashMap<>();
    for (int k = 0; k < foreign.states().size(); k++) {
      Vector x = foreign.states().get(k).point().coordinates();
      rows.computeIfAbsent(x, any -> new ArrayList<>()).add(k);
    }
    rows.values().forEach(same -> check.connect(foreign, same, ids));
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
      reorder = mlpOrder && potential instanceof Network one && MlpOrder.applies(one);
      this.polished = polished;
      polish = StationaryPolish.of(measured);
      landscape = Landscape.of(potential);
      energyScale = measured.scales().orElse(Potential.Scales.ONE).energy();
    }

    /**
     * Adds a transition state that stands in several rows, one for each pair of its ends. Where the
     * ways to several minima on one side part, the files do not say: above all below the transition
     * state itself.
     */
    void connect(ForeignLandscape foreign, List<Integer> rows, int[] ids) {
      int first = rows.get(0);
      Point point = foreign.states().get(first).point();
      boolean parts = point.pointGroup() % rows.size() == 0;
      int id =
          add(
              parts ? point.withPointGroup(point.pointGroup() / rows.size()) : point,
              "transition state " + (first + 1),
              1,
              ids.length + first);
      Set<Integer> minus = new LinkedHashSet<>();
      Set<Integer> plus = new LinkedHashSet<>();
      for (int row : rows) {
        minus.add(ids[foreign.states().get(row).minus()]);
        plus.add(ids[foreign.states().get(row).plus()]);
      }
      minus.remove(0);
      plus.remove(0);
      if (id > 0 && !minus.isEmpty() && !plus.isEmpty()) {
        Set<Integer> ends = new TreeSet<>(minus);
        ends.addAll(plus);
        landscape
            .connection(id)
            .map(
                known ->
                    Stream.of(Side.values())
                        .flatMap(side -> known.minima(side).stream())
                        .collect(Collectors.toCollection(TreeSet::new)))
            .filter(known -> !known.equals(ends))
            .ifPresent(
                known ->
                    disagreements.add(
                        "transition state "
                            + (first + 1)
                            + " joins "
                            + ends
                            + ", its copy "
                            + id
                            + " joins "
                            + known));
        List<Branch> branches = new ArrayList<>();
        int a = further(Side.MINUS, minus, point.energy(), branches);
        int b = further(Side.PLUS, plus, point.energy(), branches);
        landscape.connect(new Connection(id, a, b, 0.0, 0.0, 0, branches));
      }
    }

    /** The first minimum of a side; the others become branches. */
    private static int further(
        Side side, Set<Integer> minima, double energy, List<Branch> branches) {
      int first = minima.iterator().next();
      minima.stream()
          .skip(1)
          .forEach(id -> branches.add(new Branch(side, id, first, energy, 0.0, 1)));
      return first;
    }

    /** Adds a point; returns its id, or 0 if it is not what the file says. */
    int add(Point point, String name, int index, int number) {
      double[] x = point.coordinates().toArray();
      if (reorder && potential instanceof Network network) {
        x = MlpOrder.fromProgram(network, x);
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
      Optional<StationaryPoint> known = landscape.find(found);
      if (known.isPresent()) {
        disagreements.add(name + " is a copy of point " + known.get().id());
        return known.get().id();
      }
      StationaryPoint added =
          StationaryPoint.of(
              landscape.lastId() + 1,
              found,
              landscape.symmetry(),
              new StationaryPoint.Provenance(1, number, "import"));
      // No search has found it: what is missing cannot be told from an import.
      landscape.restore(added, 0L);
      anyGroup |= point.pointGroup() != 1L;
      groups.put(name, added.orbit().multiply(BigInteger.valueOf(point.pointGroup())));
      return added.id();
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
