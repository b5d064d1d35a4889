package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;

/**
 * The three equations of a unit's weights, in the forms that {@link UnitContractor} states: for
 * given slopes of the outputs they are the same whatever other units there are. Immutable.
 */
final class UnitWeights {
  /** Pairs of examples whose products, added or subtracted, are known. */
  private static final int[][] PAIRS = {{0, 3}, {0, 1}, {0, 2}, {2, 3}, {1, 3}, {2, 1}};

  private static final int PAIR_OF_W1 = 3;
  private static final int PAIR_OF_W2 = 4;

  private final Interval eightLambda;
  private final Interval inverse;

  UnitWeights(double lambda) {
    eightLambda = Interval.of(8.0 * lambda);
    inverse = Interval.ONE.dividedBy(Interval.of(16.0 * lambda));
  }

  /**
   * Makes a unit's box smaller.
   *
   * @param x the box {@code m, w_1, w_2, S}, which is changed but for S
   * @param common {@code C}
   * @param shape what the unit answers over the box
   * @param n the slopes {@code n_d}
   * @param a {@code A_d = n_d + t_d}
   * @param ridge {@code S + C tanh(m / 2)}
   * @return false if no point of the box satisfies the equations; what the shape says has to be
   *     asked, too
   */
  boolean solve(
      Interval[] x, Interval common, UnitShape shape, Interval[] n, Interval[] a, Interval ridge) {
    if (!solveBias(x, common, shape, n, a, ridge.times(eightLambda))) {
      return false;
    }
    Interval[] left = combinations(x);
    for (int i = 0; i < PAIRS.length; i++) {
      int d = PAIRS[i][0];
      int other = PAIRS[i][1];
      boolean minus = i == 0 || i == PAIRS.length - 1;
      Interval first = n[d].times(shape.slopeOf(d));
      Interval second = n[other].times(shape.slopeOf(other));
      Interval plain = minus ? first.minus(second) : first.plus(second);
      Interval offered = shape.slopeDifference(d, other);
      offered = UnitContractor.isOdd(d) ? offered.negate() : offered;
      Interval a1 = a[d].times(shape.slopeOf(d));
      Interval a2 = a[other].times(shape.slopeOf(other));
      Interval closed = offered.plus(minus ? a1.minus(a2) : a1.plus(a2));
      Interval image = shape.both(left[i], x[S].times(shape.both(plain, closed)).times(inverse));
      if (shape.isEmpty()) {
        return false;
      }
      if (i == PAIR_OF_W1 && !UnitContractor.narrow(x, W1, image)) {
        return false;
      }
      if (i == PAIR_OF_W2 && !UnitContractor.narrow(x, W2, image)) {
        return false;
      }
    }
    return true;
  }

  /** What the sums or differences of the pairs' products are, divided by {@code 16 lambda}. */
  private static Interval[] combinations(Interval[] x) {
    Interval w1 = x[W1];
    Interval w2 = x[W2];
    Interval threeW1 = w1.times(3.0);
    Interval threeW2 = w2.times(3.0);
    return new Interval[] {
      x[M].minus(threeW1).minus(threeW2).times(0.5),
      x[M].minus(threeW1).minus(w2).times(0.5),
      x[M].minus(w1).minus(threeW2).times(0.5),
      w1,
      w2,
      w1.minus(w2)
    };
  }

  /** The equation of the bias in four forms, and the one along the weights. */
  private boolean solveBias(
      Interval[] x, Interval common, UnitShape shape, Interval[] n, Interval[] a, Interval ridge) {
    Interval plain = Interval.ZERO;
    Interval closed = shape.offerByBias();
    Interval high = Interval.ZERO;
    Interval low = Interval.ZERO;
    Interval rest = Interval.ZERO;
    for (int d = 0; d < EXAMPLES; d++) {
      plain = plain.plus(n[d].times(shape.slopeOf(d)));
      closed = closed.plus(a[d].times(shape.slopeOf(d)));
      Interval twice = shape.argument(d).times(2.0);
      high = high.plus(n[d].times(Enclosed.logistic(twice.negate()).times(2.0).square()));
      low = low.plus(n[d].times(Enclosed.logistic(twice).times(2.0).square()));
      rest = rest.plus(a[d].times(shape.curvatureTerm(d)));
    }
    Interval s = x[S];
    Interval bias =
        shape.both(shape.argument(0), s.times(shape.both(plain, closed)).times(inverse));
    bias = shape.both(bias, s.times(common.plus(s).plus(high.times(inverse))).negate());
    bias = shape.both(bias, s.times(s.minus(common).minus(low.times(inverse))));
    Interval factor =
        Enclosed.cothTimes(x[W1]).plus(Enclosed.cothTimes(x[W2])).minus(shape.spread()).plus(-1.0);
    Interval right = s.times(shape.offer().times(factor).plus(ridge).plus(rest)).times(inverse);
    Interval left =
        x[W1]
            .square()
            .plus(x[W2].square())
            .minus(shape.argument(0).times(x[W1].plus(x[W2])).times(0.5));
    shape.both(left, right);
    return !shape.isEmpty() && UnitContractor.narrow(x, M, bias.times(2.0).plus(x[W1]).plus(x[W2]));
  }
}
