package dev.tarn.certify;

import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;

/**
 * Makes boxes smaller that may hold a stationary point of the XOR network with one hidden unit.
 *
 * <p>Let {@code z_d = C - S h_d} be the difference of the outputs ({@code S} minus the difference
 * of the unit's two weights, {@code C} that of the biases), {@code sigma} the logistic function,
 * and {@code n_d = -2 t_d sigma(-t_d z_d) = -t_d + A_d}, {@code A_d = tanh(z_d / 2)}: eight times
 * the slope of the energy by {@code z_d}. The gradient vanishes where
 *
 * <pre>
 *   8 lambda C  = -sum n_d                 16 lambda b   = S sum n_d s_d
 *   8 lambda S  =  sum n_d h_d             16 lambda w_k = S sum n_d s_d x_dk
 * </pre>
 *
 * <p>In one box some of these hold each in a form in which nothing is lost:
 *
 * <ul>
 *   <li>With {@code C = k S} and {@code e_d = h_d - k} the two equations on the left are {@code T =
 *       S (8 lambda (1 + k^2) + sum e_d^2 r_d / 2)}, {@code r_d = tanh(y) / y} at {@code y = S e_d
 *       / 2}, and one increasing in k, which is solved.
 *   <li>The four products {@code S n_d s_d} satisfy three equations: six combinations hold two of
 *       them each.
 *   <li>Along {@code (w_1, w_2)} at fixed m, with {@code e_d = p_d - m / 2}, the gradient vanishes
 *       where {@code 16 lambda (|w|^2 - b (w_1 + w_2) / 2) = S (T (w_1 coth w_1 + w_2 coth w_2 -
 *       sum h_d e_d - 1) + 8 lambda (S (1 + k^2) - C (k - tanh(m / 2))) + sum A_d (s_d e_d - h_d +
 *       tanh(m / 2)))}. Its first term alone matters for small weights.
 *   <li>Where all examples saturate the unit, {@code 16 lambda b = -S (16 lambda (C + S) + sum n_d
 *       (1 - h_d)^2)}, and the same with {@code -S} and {@code 1 + h_d}: {@code s = (1 - h)(1 +
 *       h)}.
 * </ul>
 *
 * <p>Not thread-safe. Allocates intervals only.
 */
final class UnitContractor {
  /** The places of {@code S} and {@code C} in a box, after {@link UnitShape}'s. */
  static final int S = 3;

  static final int C = 4;
  static final int SIZE = 5;

  /** Pairs of examples whose products, added or subtracted, are known. */
  private static final int[][] PAIRS = {{0, 3}, {0, 1}, {0, 2}, {2, 3}, {1, 3}, {2, 1}};

  private static final int PAIR_OF_W1 = 3;
  private static final int PAIR_OF_W2 = 4;
  private static final int STEPS = 40;

  /** How exactly the root is found, against how exactly what it hangs on is known. */
  private static final double PART = 1e-3;

  private final double lambda;
  private final Interval eightLambda;
  private final Interval inverse;
  private final UnitShape shape = new UnitShape();
  private final Interval[] z = new Interval[EXAMPLES];
  private final Interval[] e = new Interval[EXAMPLES];
  private final Interval[] a = new Interval[EXAMPLES];
  private final Interval[] n = new Interval[EXAMPLES];
  private Interval ratio = Interval.ZERO;

  UnitContractor(double lambda) {
    this.lambda = lambda;
    eightLambda = Interval.of(8.0 * lambda);
    inverse = Interval.ONE.dividedBy(Interval.of(16.0 * lambda));
  }

  /** {@code -2 t_d sigma(-t_d z)}; the signs are those of 00 and 11, and of 01 and 10. */
  static Interval slope(int d, Interval z) {
    return isOdd(d) ? Enclosed.logistic(z.negate()).times(-2.0) : Enclosed.logistic(z).times(2.0);
  }

  /** Whether the example's answer is 1: {@code t_d = 1}. */
  static boolean isOdd(int d) {
    return d == 1 || d == 2;
  }

  /**
   * Makes a box smaller.
   *
   * @param x the box, which is changed
   * @return false if it holds no stationary point with {@code w_1 >= |w_2|}
   */
  boolean contract(Interval[] x) {
    double most = x[W1].upper();
    if (!narrow(x, W2, within(most))
        || !narrow(x, W1, Interval.of(x[W2].mignitude(), Double.POSITIVE_INFINITY))) {
      return false;
    }
    shape.enter(x);
    return boundStrength(x) && solveOutputs(x) && solveUnit(x) && !shape.isEmpty();
  }

  static boolean narrow(Interval[] x, int i, Interval by) {
    if (!x[i].meets(by)) {
      return false;
    }
    x[i] = Interval.of(Math.max(x[i].lower(), by.lower()), Math.min(x[i].upper(), by.upper()));
    return true;
  }

  private static Interval within(double most) {
    return Interval.of(-most, most);
  }

  /** What T alone says of S: its sign, and that {@code 8 lambda |S| <= |T|}. */
  private boolean boundStrength(Interval[] x) {
    Interval offer = shape.offer();
    double low = offer.lower() >= 0.0 ? 0.0 : Double.NEGATIVE_INFINITY;
    double high = offer.upper() <= 0.0 ? 0.0 : Double.POSITIVE_INFINITY;
    Interval most = Interval.of(offer.magnitude()).dividedBy(eightLambda);
    return narrow(x, S, Interval.of(low, high))
        && narrow(x, S, within(most.upper()))
        && narrow(x, S, shape.strengths());
  }

  /** The two equations of the outputs. */
  private boolean solveOutputs(Interval[] x) {
    Interval size = Interval.of(x[S].mignitude(), x[S].magnitude());
    Interval first = shape.value(0);
    double[] low = new double[EXAMPLES];
    double[] high = new double[EXAMPLES];
    for (int d = 0; d < EXAMPLES; d++) {
      Interval g = shape.difference(d, 0);
      low[d] = g.lower();
      high[d] = g.upper();
    }
    Interval fromFirst = ratio(low, high, first, size);
    ratio = ratio(shape.bounds(false), shape.bounds(true), Interval.ZERO, size);
    ratio = shape.both(ratio, fromFirst.plus(first));
    fromFirst = shape.both(fromFirst, ratio.minus(first));
    if (shape.isEmpty()) {
      return false;
    }
    double least = 1.0;
    for (int d = 0; d < EXAMPLES; d++) {
      e[d] = shape.both(shape.value(d).minus(ratio), Interval.of(low[d], high[d]).minus(fromFirst));
      least = Math.min(least, Enclosed.sinc(x[S].times(e[d]).times(0.5)).lower());
    }
    Interval bound = Interval.of(shape.strengthTimesSinc()).dividedBy(Interval.of(least));
    if (!narrow(x, S, within(bound.upper()))) {
      return false;
    }
    Interval divisor = ratio.square().plus(1.0).times(eightLambda);
    for (int d = 0; d < EXAMPLES; d++) {
      Interval sinc = Enclosed.sinc(x[S].times(e[d]).times(0.5));
      divisor = divisor.plus(e[d].square().times(sinc).times(0.5));
    }
    if (!narrow(x, S, shape.offer().dividedBy(divisor)) || !narrow(x, C, x[S].times(ratio))) {
      return false;
    }
    Interval sum = Interval.ZERO;
    for (int d = 0; d < EXAMPLES; d++) {
      z[d] = shape.both(x[S].times(e[d]).negate(), x[C].minus(x[S].times(shape.value(d))));
      a[d] = Enclosed.tanh(z[d].times(0.5));
      n[d] = slope(d, z[d]);
      sum = sum.plus(n[d]);
    }
    return narrow(x, C, sum.negate().dividedBy(eightLambda));
  }

  /**
   * Encloses the root of {@code 8 lambda (k + shift) + sum_d tanh(s (k - g_d) / 2) / s}, which
   * increases with k: the hull of {@code -shift} and the {@code g_d} holds it.
   */
  private Interval ratio(double[] low, double[] high, Interval shift, Interval size) {
    double[] negative = new double[EXAMPLES];
    double widest = shift.width();
    for (int d = 0; d < EXAMPLES; d++) {
      negative[d] = -high[d];
      widest = Math.max(widest, high[d] - low[d]);
    }
    double enough = Math.max(PART * widest, Double.MIN_NORMAL);
    return Interval.of(
        below(low, shift.upper(), size, enough), -below(negative, -shift.lower(), size, enough));
  }

  /**
   * A number below the root for all {@code s} of a size, hardly more than needed: false position,
   * by the rule that halves the value of an end which stays (Illinois).
   */
  private double below(double[] g, double shift, Interval size, double enough) {
    double low = -shift;
    double high = -shift;
    for (double each : g) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    double atLow = most(low, g, shift, size);
    double atHigh = most(high, g, shift, size);
    for (int k = 0; k < STEPS && high - low > enough && atLow < 0.0 && atHigh > 0.0; k++) {
      double next = low - atLow * ((high - low) / (atHigh - atLow));
      next = next > low && next < high ? next : 0.5 * (low + high);
      double value = most(next, g, shift, size);
      if (value <= 0.0) {
        low = next;
        atLow = value;
        atHigh *= 0.5;
      } else {
        high = next;
        atHigh = value;
        atLow *= 0.5;
      }
    }
    return low;
  }

  /** An upper bound of the function at k, over all {@code s} of a size. */
  private double most(double k, double[] g, double shift, Interval size) {
    double ridge = 8.0 * lambda * Math.nextUp(k + shift);
    double sum = ridge;
    double magnitude = Math.abs(ridge);
    for (double each : g) {
      double term = Enclosed.mostScaledTanh(Math.nextUp(k - each), size.lower(), size.upper());
      sum += term;
      magnitude += Math.abs(term);
    }
    return sum + 0x1p-48 * magnitude;
  }

  /** The three equations of the unit's weights. */
  private boolean solveUnit(Interval[] x) {
    if (!solveBias(x)) {
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
      offered = isOdd(d) ? offered.negate() : offered;
      Interval a1 = a[d].times(shape.slopeOf(d));
      Interval a2 = a[other].times(shape.slopeOf(other));
      Interval closed = offered.plus(minus ? a1.minus(a2) : a1.plus(a2));
      Interval image = shape.both(left[i], x[S].times(shape.both(plain, closed)).times(inverse));
      if (shape.isEmpty()) {
        return false;
      }
      if (i == PAIR_OF_W1 && !narrow(x, W1, image)) {
        return false;
      }
      if (i == PAIR_OF_W2 && !narrow(x, W2, image)) {
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
  private boolean solveBias(Interval[] x) {
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
    bias = shape.both(bias, s.times(x[C].plus(s).plus(high.times(inverse))).negate());
    bias = shape.both(bias, s.times(s.minus(x[C]).minus(low.times(inverse))));
    Interval middle = Enclosed.tanh(x[M].times(0.5));
    Interval factor =
        Enclosed.cothTimes(x[W1]).plus(Enclosed.cothTimes(x[W2])).minus(shape.spread()).plus(-1.0);
    Interval ridge =
        s.times(ratio.square().plus(1.0)).minus(x[C].times(ratio.minus(middle))).times(eightLambda);
    Interval right = s.times(shape.offer().times(factor).plus(ridge).plus(rest)).times(inverse);
    Interval left =
        x[W1]
            .square()
            .plus(x[W2].square())
            .minus(shape.argument(0).times(x[W1].plus(x[W2])).times(0.5));
    shape.both(left, right);
    return !shape.isEmpty() && narrow(x, M, bias.times(2.0).plus(x[W1]).plus(x[W2]));
  }
}
