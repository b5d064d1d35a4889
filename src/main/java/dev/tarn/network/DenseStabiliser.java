package dev.tarn.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a network's symmetry group that leave a point in place: their number, and
 * elements that generate them.
 *
 * <p>The units are fixed one after the other. The number of places that the next one can come from,
 * by an element that leaves the point and all units before in place, is one factor of the order
 * (orbits and stabilisers); each such place is a search in {@link DenseMatching}. Most are ruled
 * out by {@link UnitBounds}. Then each symmetry of the data that some arrangement of the units
 * undoes doubles, triples ... the order.
 */
final class DenseStabiliser {
  /** The distance up to which two numbers are taken as equal. */
  static final double TOLERANCE = 1e-6;

  private final DenseParameters parameters;
  private final double[] x;
  private final double bound;
  private final long budget;
  private final List<DenseElement> generators = new ArrayList<>();
  private BigInteger order = BigInteger.ONE;

  DenseStabiliser(DenseParameters parameters, double[] x, long budget) {
    this.parameters = parameters;
    this.x = x;
    this.budget = budget;
    bound = TOLERANCE * TOLERANCE * x.length;
    arrangements();
  }

  BigInteger order() {
    return order;
  }

  List<DenseElement> generators() {
    return generators;
  }

  private void arrangements() {
    Architecture architecture = parameters.architecture();
    DenseMatching matching = new DenseMatching(parameters, x, x);
    UnitBounds bounds = new UnitBounds(parameters, x, x);
    for (int l = 1; l < architecture.layers(); l++) {
      double[][] least = bounds.of(l, true);
      int units = architecture.width(l);
      for (int place = 0; place < units; place++) {
        int images = 1;
        // Units before this one are pinned to where they are.
        for (int candidate = 2 * place + 1; candidate < 2 * units; candidate++) {
          int unit = candidate / 2;
          int unitSign = candidate % 2 == 0 ? 1 : -1;
          if (least[unit][2 * place + candidate % 2] <= bound) {
            matching.forget();
            matching.pin(l, place, unit, unitSign);
            matching.search(bound, bound, budget);
            if (matching.best() <= bound) {
              images++;
              generators.add(new DenseElement(parameters, matching.arrangement()));
            }
          }
        }
        order = order.multiply(BigInteger.valueOf(images));
        matching.pin(l, place, place, 1);
      }
    }
  }

  /** Takes in the symmetries of the data, the identity first. */
  void include(List<DenseElement> dataSymmetries) {
    int undone = 1;
    for (DenseElement element : dataSymmetries.subList(1, dataSymmetries.size())) {
      DenseMatching matching = new DenseMatching(parameters, element.apply(x), x);
      matching.search(bound, bound, budget);
      if (matching.best() <= bound) {
        undone++;
        generators.add(new DenseElement(parameters, matching.arrangement()).after(element));
      }
    }
    order = order.multiply(BigInteger.valueOf(undone));
  }
}
