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

  private final OutputRoot root;
  private final Interval eightLambda;
  private final UnitWeights weights;
  private final UnitShape shape = new UnitShape();
  private final Interval[] z = new Interval[EXAMPLES];
  private final Interval[] e = new Interval[EXAMPLES];
  private final Interval[] a = new Interval[EXAMPLES];
  private final Interval[] n = new Interval[EXAMPLES];
  private Interval ratio = Interval.ZERO;

  UnitContractor(double lambda) {
    root = new OutputRoot(lambda);
    weights = new UnitWeights(lambda);
    eightLambda = Interval.of(8.0 * lambda);
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
    if (!boundStrength(x) || !solveOutputs(x)) {
      return false;
    }
    Interval middle = Enclosed.tanh(x[M].times(0.5));
    Interval ridge = x[S].times(ratio.square().plus(1.0)).minus(x[C].times(ratio.minus(middle)));
    return weights.solve(x, x[C], shape, n, a, ridge) && !shape.isEmpty();
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
    Interval fromFirst = root.of(low, high, first, size);
    ratio = root.of(shape.bounds(false), shape.bounds(true), Interval.ZERO, size);
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
}
