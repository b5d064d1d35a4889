package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.C;
import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitContractor.SIZE;
import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * The five equations of {@link UnitContractor} as functions, and their derivatives, over a box. In
 * the order {@code C, S, b, w_1, w_2}; left minus right side. Not thread-safe.
 */
final class UnitSlopes {
  /** The first of the equations of the unit; before it are those of the outputs. */
  static final int FIRST_OF_UNIT = 2;

  private static final int OF_C = 0;
  private static final int OF_S = 1;

  private final double lambda;
  private final UnitShape shape = new UnitShape();
  private final Interval[] values = new Interval[SIZE];
  private final Interval[] entries = new Interval[SIZE * SIZE];

  UnitSlopes(double lambda) {
    this.lambda = lambda;
  }

  /** Whether an example counts for the bias or a weight: its input there is 1. */
  private static boolean counts(int d, int component) {
    return component == 0 || (component == 1 ? d >= 2 : d % 2 == 1);
  }

  private Interval z(Interval[] x, int d) {
    return x[C].minus(x[S].times(shape.value(d)));
  }

  /**
   * The functions' values over a box, best at a point.
   *
   * @return the values; overwritten by the next call
   */
  Interval[] values(Interval[] x) {
    shape.enter(x);
    Interval ofC = x[C].times(8.0 * lambda);
    Interval ofS = x[S].times(8.0 * lambda).minus(shape.offer());
    Interval[] sums = {
      shape.offerByBias(), shape.slopeDifference(3, 2), shape.slopeDifference(3, 1)
    };
    for (int d = 0; d < EXAMPLES; d++) {
      // The slope is a constant and this; the constants are in what the shape gives.
      Interval a = Enclosed.tanh(z(x, d).times(0.5));
      ofC = ofC.plus(a);
      ofS = ofS.minus(a.times(shape.value(d)));
      Interval share = a.times(shape.slopeOf(d));
      for (int k = 0; k < sums.length; k++) {
        sums[k] = counts(d, k) ? sums[k].plus(share) : sums[k];
      }
    }
    values[OF_C] = ofC;
    values[OF_S] = ofS;
    for (int k = 0; k < sums.length; k++) {
      Interval weight = k == 0 ? shape.argument(0) : x[k == 1 ? W1 : W2];
      values[FIRST_OF_UNIT + k] = weight.times(16.0 * lambda).minus(x[S].times(sums[k]));
    }
    return values;
  }

  /**
   * The derivatives over a box, row by row.
   *
   * @return the derivatives; overwritten by the next call
   */
  Interval[] derivatives(Interval[] x) {
    shape.enter(x);
    Arrays.fill(entries, Interval.ZERO);
    add(OF_C, C, Interval.of(8.0 * lambda));
    add(OF_S, S, Interval.of(8.0 * lambda));
    add(FIRST_OF_UNIT, M, Interval.of(8.0 * lambda));
    add(FIRST_OF_UNIT, W1, Interval.of(-8.0 * lambda));
    add(FIRST_OF_UNIT, W2, Interval.of(-8.0 * lambda));
    add(FIRST_OF_UNIT + 1, W1, Interval.of(16.0 * lambda));
    add(FIRST_OF_UNIT + 2, W2, Interval.of(16.0 * lambda));
    for (int d = 0; d < EXAMPLES; d++) {
      addExample(x, d);
    }
    return entries;
  }

  private void add(int row, int column, Interval value) {
    entries[row * SIZE + column] = entries[row * SIZE + column].plus(value);
  }

  private void addExample(Interval[] x, int d) {
    Interval z = z(x, d);
    Interval n = UnitContractor.slope(d, z);
    Interval curve = Enclosed.bell(z.times(0.5)).times(0.5);
    Interval h = shape.value(d);
    Interval s = shape.slopeOf(d);
    Interval byP = x[S].times(curve).times(s);
    Interval curveH = curve.times(h);
    Interval mixed = byP.times(h).minus(n.times(s));
    Interval unit = x[S].times(byP.times(s).plus(n.times(h).times(s).times(2.0)));
    for (int k = M; k <= W2; k++) {
      add(OF_C, k, byP.times(-UnitShape.slope(d, k)));
      add(OF_S, k, mixed.times(UnitShape.slope(d, k)));
    }
    add(OF_C, S, curveH.negate());
    add(OF_C, C, curve);
    add(OF_S, S, curveH.times(h));
    add(OF_S, C, curveH.negate());
    for (int component = 0; component < 3; component++) {
      if (counts(d, component)) {
        for (int k = M; k <= W2; k++) {
          add(FIRST_OF_UNIT + component, k, unit.times(UnitShape.slope(d, k)));
        }
        add(FIRST_OF_UNIT + component, S, mixed);
        add(FIRST_OF_UNIT + component, C, byP.negate());
      }
    }
  }
}
