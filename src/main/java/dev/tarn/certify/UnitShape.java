package dev.tarn.certify;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * What one hidden unit answers to the four examples of XOR, over a box of its weights.
 *
 * <p>With {@code m = 2 b + w_1 + w_2}, twice the unit's argument in the middle of the square, the
 * arguments are {@code p_d = (m +- w_1 +- w_2) / 2}, and for {@code h_d = tanh p_d}, {@code s_d = 1
 * - h_d^2} and the signs {@code t = (-1, 1, 1, -1)} of the examples 00, 01, 10, 11
 *
 * <pre>
 *   T = -sum_d t_d h_d = -sinh w_1 sinh w_2 sinh m / (cosh p_00 cosh p_01 cosh p_10 cosh p_11)
 *   h_d - h_e = sinh(p_d - p_e) / (cosh p_d cosh p_e)
 *   s_d - s_e = sinh(p_e - p_d) sinh(p_e + p_d) / (cosh p_d cosh p_e)^2
 * </pre>
 *
 * <p>(addition theorems). Products keep their relative width where a factor is small, which sums of
 * intervals do not: T is what the unit has to offer to XOR, and it vanishes on three planes. Not
 * thread-safe; a box is entered by {@link #enter}.
 */
final class UnitShape {
  /** The places of the variables in a box: {@code m, w_1, w_2}. */
  static final int M = 0;

  static final int W1 = 1;
  static final int W2 = 2;

  static final int EXAMPLES = 4;

  /** The derivatives of {@code p_d} by the variables. */
  private static final double[][] SLOPES = {
    {0.5, -0.5, -0.5}, {0.5, -0.5, 0.5}, {0.5, 0.5, -0.5}, {0.5, 0.5, 0.5}
  };

  private final Interval[] p = new Interval[EXAMPLES];
  private final Interval[] h = new Interval[EXAMPLES];
  private final Interval[] s = new Interval[EXAMPLES];
  private final Interval[] cosh = new Interval[EXAMPLES];
  private Interval[] box = new Interval[0];
  private Interval sinh1 = Interval.ZERO;
  private Interval sinh2 = Interval.ZERO;
  private Interval offer = Interval.ZERO;
  private Interval offerByBias = Interval.ZERO;
  private boolean empty;

  /** Enters a box, of which the first three variables matter; kept until the next one. */
  void enter(Interval[] x) {
    box = x;
    empty = false;
    for (int d = 0; d < EXAMPLES; d++) {
      Interval sum = SLOPES[d][W1] > 0.0 ? x[M].plus(x[W1]) : x[M].minus(x[W1]);
      sum = SLOPES[d][W2] > 0.0 ? sum.plus(x[W2]) : sum.minus(x[W2]);
      p[d] = sum.times(0.5);
      h[d] = Enclosed.tanh(p[d]);
      s[d] = Enclosed.bell(p[d]);
      cosh[d] = Enclosed.cosh(p[d]);
    }
    sinh1 = Enclosed.sinh(x[W1]);
    sinh2 = Enclosed.sinh(x[W2]);
    // Quotients before products, so that nothing overflows where the unit is saturated.
    Interval sides =
        sinh1
            .dividedBy(cosh[0].times(cosh[2]))
            .times(sinh2.dividedBy(cosh[1].times(cosh[3])))
            .negate();
    offer = both(alternating(h), sides.times(Enclosed.sinh(x[M])));
    Interval sum = h[0].plus(h[1]).plus(h[2]).plus(h[3]);
    Interval byMiddle = sides.times(2.0).times(Enclosed.cosh(x[M]));
    offerByBias = both(alternating(s), byMiddle.minus(offer.times(sum)));
  }

  private static Interval alternating(Interval[] of) {
    return of[0].minus(of[1]).minus(of[2]).plus(of[3]);
  }

  /** What lies in two enclosures of one number; if nothing does, the box is empty. */
  Interval both(Interval a, Interval b) {
    if (!a.meets(b)) {
      empty = true;
      return a;
    }
    return Interval.of(Math.max(a.lower(), b.lower()), Math.min(a.upper(), b.upper()));
  }

  /** Whether two enclosures of one number were apart, so that there is no such number. */
  boolean isEmpty() {
    return empty;
  }

  static double slope(int d, int variable) {
    return SLOPES[d][variable];
  }

  /** The argument {@code p_d}; that of the example 00 is the bias. */
  Interval argument(int d) {
    return p[d];
  }

  Interval value(int d) {
    return h[d];
  }

  Interval slopeOf(int d) {
    return s[d];
  }

  /** {@code T}. */
  Interval offer() {
    return offer;
  }

  /** {@code T / w} for {@code w = w_1} or {@code w_2}, continued at zero. */
  Interval offerOver(int weight) {
    Interval w = box[weight];
    Interval other = weight == W1 ? sinh2 : sinh1;
    double most = Math.min(w.magnitude(), 350.0);
    // sinh(w) / w = cosh(w) tanh(w) / w, which grows with |w|.
    Interval top = Enclosed.cosh(Interval.of(most)).times(Enclosed.sinc(Interval.of(most)));
    Interval quotient = Interval.of(0.0, top.upper()).dividedBy(cosh[0].times(cosh[2]));
    return quotient.times(other.dividedBy(cosh[1].times(cosh[3]))).times(Enclosed.sinh(box[M]));
  }

  /** The derivative of T by the bias, {@code -sum_d t_d s_d}. */
  Interval offerByBias() {
    return offerByBias;
  }

  /** {@code h_d - h_e}. */
  Interval difference(int d, int e) {
    return d == e
        ? Interval.ZERO
        : both(
            h[d].minus(h[e]),
            Enclosed.sinh(combination(d, e, -1.0)).dividedBy(cosh[d].times(cosh[e])));
  }

  /** {@code s_d - s_e}. */
  Interval slopeDifference(int d, int e) {
    Interval product = cosh[d].times(cosh[e]);
    Interval closed =
        Enclosed.sinh(combination(e, d, -1.0))
            .dividedBy(product)
            .times(Enclosed.sinh(combination(e, d, 1.0)).dividedBy(product));
    return both(closed, s[d].minus(s[e]));
  }

  /** {@code p_d + sign p_e}, in the variables. */
  private Interval combination(int d, int e, double sign) {
    Interval sum = Interval.ZERO;
    for (int i = M; i <= W2; i++) {
      double factor = SLOPES[d][i] + sign * SLOPES[e][i];
      if (factor != 0.0) {
        sum = sum.plus(factor == 1.0 ? box[i] : box[i].times(factor));
      }
    }
    return sum;
  }

  /**
   * Bounds of S for {@code w_1 >= |w_2|}, from the equation of S ({@link UnitContractor}) in the
   * form {@code 8 lambda S (1 + k^2) + sum_d |e_d| tanh(|S e_d| / 2) sign S = T}, {@code e_d = h_d
   * - k}.
   *
   * <p>With {@code y (1 - tanh y) < 0.27847} the sum is at least {@code |h_11 - h_00| + |h_10 -
   * h_01| - 4 * 0.55694 / |S|}, whatever k is, and these differences exceed {@code |T|} by {@code 2
   * (h_10 - h_00)} for {@code T > 0} and by {@code 2 (h_11 - h_01)} for {@code T < 0}, whose sign S
   * has: so {@code |S|} times that is at most 2.2278.
   */
  Interval strengths() {
    double above = largest(sinh1.dividedBy(cosh[0].times(cosh[2])));
    double below = largest(sinh1.dividedBy(cosh[1].times(cosh[3])));
    return Interval.of(-below, above);
  }

  private static double largest(Interval gap) {
    return gap.lower() > 0.0 ? 1.114 / gap.lower() * (1.0 + 0x1p-40) : Double.POSITIVE_INFINITY;
  }

  /**
   * A bound of {@code |S| r}, where {@code r} is the least {@code tanh(y) / y} at {@code y = S e_d
   * / 2}: the equation of S says {@code |S| sum_d e_d^2 r / 2 <= |T|}; the sum is at least {@code
   * R^2 + C^2 >= 2 |R C|} with the effects of the two inputs
   *
   * <pre>
   *   R = (h_10 + h_11 - h_00 - h_01) / 2 = sinh w_1 (1 / (cosh p_00 cosh p_10) + 1 / (cosh p_01 cosh p_11)) / 2
   * </pre>
   *
   * <p>and C likewise. In {@code T / (R C)} the weights cancel, so that it bounds S where both are
   * small.
   */
  double strengthTimesSinc() {
    Interval rows = cosh[1].times(cosh[3]).plus(cosh[0].times(cosh[2]));
    Interval columns = cosh[2].times(cosh[3]).plus(cosh[0].times(cosh[1]));
    Interval all = cosh[0].times(cosh[1]).dividedBy(rows);
    all = all.times(cosh[2].times(cosh[3]).dividedBy(columns)).times(4.0);
    return all.times(Enclosed.sinh(box[M])).magnitude();
  }

  /** {@code sum_d h_d e_d}, with {@code e_d = p_d - m / 2}. */
  Interval spread() {
    Interval sum = Interval.ZERO;
    for (int d = 0; d < EXAMPLES; d++) {
      sum = sum.plus(h[d].times(fromMiddle(d)));
    }
    return sum;
  }

  /** {@code p_d - m / 2}. */
  Interval fromMiddle(int d) {
    return box[W1].times(SLOPES[d][W1]).plus(box[W2].times(SLOPES[d][W2]));
  }

  /**
   * {@code s_d e - h_d + tanh(m / 2)} with {@code e = p_d - m / 2}: by Taylor's formula {@code -h s
   * e^2} at a point between.
   */
  Interval curvatureTerm(int d) {
    Interval middle = box[M].times(0.5);
    Interval between = middle.hull(p[d]);
    Interval e = fromMiddle(d);
    Interval curvature = Enclosed.tanh(between).times(Enclosed.bell(between)).negate();
    Interval plain = s[d].times(e).minus(h[d]).plus(Enclosed.tanh(middle));
    return both(curvature.times(e.square()), plain);
  }

  /** The values as lower or upper bounds, a new array. */
  double[] bounds(boolean upper) {
    double[] bounds = new double[EXAMPLES];
    Arrays.setAll(bounds, d -> upper ? h[d].upper() : h[d].lower());
    return bounds;
  }
}
