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
 * (orbits and stabilisers); each such place is a search in {@link DeepMatching}. Most are ruled out
 * by {@link UnitBounds}. Then each symmetry of the data that some arrangement of the units undoes
 * doubles, triples ... the order.
 */
final class DeepStabiliser {
  private final Layout layout;
  private final double[] x;
  private final double bound;
  private final long budget;
  private final List<NetworkTransformation> generators = new ArrayList<>();
  private BigInteger order = BigInteger.ONE;

  DeepStabiliser(Layout layout, double[] x, long budget) {
    this.layout = layout;
    this.x = x;
    this.budget = budget;
    bound = Arrangements.TOLERANCE * Arrangements.TOLERANCE * x.length;
    arrangements();
  }

  Arrangements.Stabiliser found() {
    return new Arrangements.Stabiliser(order, generators);
  }

  private void arrangements() {
    Architecture architecture = layout.architecture();
    DeepMatching matching = new DeepMatching(layout, x, x);
    UnitBounds bounds = new UnitBounds(layout, x, x);
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
              generators.add(new NetworkTransformation(layout, matching.arrangement()));
            }
          }
        }
        order = order.multiply(BigInteger.valueOf(images));
        matching.pin(l, place, place, 1);
      }
    }
  }

  /** Takes in the symmetries of the data, the identity first. */
  void include(List<NetworkTransformation> dataSymmetries) {
    int undone = 1;
    for (NetworkTransformation element : dataSymmetries.subList(1, dataSymmetries.size())) {
      DeepMatching matching = new DeepMatching(layout, element.apply(x), x);
      matching.search(bound, bound, budget);
      if (matching.best() <= bound) {
        undone++;
        generators.add(new NetworkTransformation(layout, matching.arrangement()).after(element));
      }
    }
    order = order.multiply(BigInteger.valueOf(undone));
  }
}
