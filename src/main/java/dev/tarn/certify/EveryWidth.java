package dev.tarn.certify;

import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;
import dev.tarn.job.Cancellation;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Whether the zero point is the only stationary point of the XOR network, however many hidden units
 * it has: a search over the weights of one unit.
 *
 * <p>With many units {@code z_d = C - sum_j S_j h_jd}, and each unit satisfies the equations of
 * {@link UnitContractor} with the same {@code n_d = -2 t_d y_d}, {@code 0 < y_d < 1}. Let L be the
 * mean loss, a convex function of z with {@code L(0) = ln 2} and the slopes {@code n_d / 8}.
 *
 * <ul>
 *   <li>The tangent at z and the equations give {@code L(z) <= ln 2 - lambda (C^2 + sum S_j^2)}, so
 *       that {@code -sum_d ln(1 - y_d) = 4 L <= 4 ln 2}.
 *   <li>The tangent at zero gives {@code L(z) >= ln 2 - sum_j S_j T_j / 8}. Together {@code sum_j
 *       S_j (T_j - 8 lambda S_j) >= 0}: unless all {@code S_j} are zero, and with them all weights,
 *       some unit has {@code 0 < 8 lambda |S_j| <= |T_j|} with the sign of {@code T_j}.
 *   <li>Of this unit, {@code 64 lambda^2 |l| <= |T| sum_d y_d s_d (-t_d l_d sign T sign l)^+} for
 *       every linear function l of its weights that is {@code sum_d r_d l_d}, and {@code 64
 *       lambda^2 |u|^2 <= |T| sum_d y_d s_d (-t_d p_d sign T)^+}.
 * </ul>
 *
 * <p>If no weights satisfy all of this there is no such unit, for any number of units.
 *
 * @param examined the number of boxes examined
 * @param undecided the number of boxes left; 0 for a proof
 * @param counterexample weights {@code b, w_1, w_2} that satisfy all conditions, so that nothing is
 *     excluded; empty if none were met
 */
public record EveryWidth(long examined, long undecided, List<Double> counterexample) {
  /** Above {@code 4 ln 2 = 2.7725887...}. */
  private static final double LOSS = 2.77259;

  /**
   * About the last weights to be excluded as lambda falls. Weights that satisfy the conditions do
   * so for every smaller lambda, so that no search is needed then.
   */
  private static final List<Double> LAST = List.of(0.0884, 0.6681, 0.6682);

  /** Where a box is cut and probed: not in the middle, since T vanishes on planes of symmetry. */
  private static final double CUT = 0.48;

  private static final double PROBE = 0.37;

  /**
   * The functions l: {@code b, w_1, w_2} and their combinations of two terms, by the factors of the
   * examples.
   */
  private static final double[][] COMBINATIONS = {
    {1, 1, 1, 1},
    {0, 0, 1, 1},
    {0, 1, 0, 1},
    {1, 1, 0, 0},
    {1, 0, 1, 0},
    {1, 0, 0, -1},
    {0, -1, 1, 0}
  };

  /** The same by the factors of {@code m / 2, w_1 / 2, w_2 / 2}. */
  private static final double[][] FACTORS = {
    {1, -1, -1}, {0, 2, 0}, {0, 0, 2}, {1, -3, -1}, {1, -1, -3}, {1, -3, -3}, {0, 2, -2}
  };

  /** Keeps an unmodifiable copy of the list. */
  public EveryWidth {
    counterexample = List.copyOf(counterexample);
  }

  /** Whether the zero point is proven to be the only one. */
  public boolean isComplete() {
    return undecided == 0 && counterexample.isEmpty();
  }

  /**
   * Searches.
   *
   * @param lambda the regularisation, from {@link FewUnits#LEAST} to {@link FewUnits#MOST}
   * @param most the largest number of boxes to examine
   * @param cancellation ends the search early, without a proof
   */
  public static EveryWidth prove(double lambda, long most, Cancellation cancellation) {
    if (!isExcluded(lambda, LAST.get(0), LAST.get(1), LAST.get(2))) {
      return new EveryWidth(0, 1, LAST);
    }
    Search search = new Search(lambda);
    search.boxes.push(search.region());
    long examined = 0;
    while (!search.boxes.isEmpty()
        && examined < most
        && search.counterexample.isEmpty()
        && !cancellation.isCancelled()) {
      search.examine(search.boxes.pop());
      examined++;
    }
    return new EveryWidth(examined, search.boxes.size(), search.counterexample);
  }

  /** Whether the conditions exclude a unit with given weights, whatever the others are. */
  static boolean isExcluded(double lambda, double bias, double w1, double w2) {
    Interval middle = Interval.of(bias).times(2.0).plus(Interval.of(w1)).plus(Interval.of(w2));
    return new Search(lambda).isExcluded(new Interval[] {middle, Interval.of(w1), Interval.of(w2)});
  }

  private static final class Search {
    final Deque<Interval[]> boxes = new ArrayDeque<>();
    List<Double> counterexample = List.of();
    private final UnitShape shape = new UnitShape();
    private final Interval scale;

    Search(double lambda) {
      scale = Interval.of(lambda).square().times(64.0);
    }

    /**
     * By the last condition {@code |w_k| <= |T| / (64 lambda^2)} and {@code |b|} is at most twice
     * that, {@code |T| <= 4}. By the argument of {@link FewUnits}, with {@code |r_d| <= s_d / (16
     * lambda^2)}, {@code |w_k| <= 2 l} and {@code |b| <= 5 l} with {@code l = ln(2.5 / lambda^2) /
     * 2}, which is less for small lambda; there is room to spare.
     */
    Interval[] region() {
      double weight = Interval.of(4.0).dividedBy(scale).upper();
      double most = Math.min(weight, 100.0 + Math.max(0.0, -Math.log(scale.lower())));
      double middle = 10.0 * most;
      return new Interval[] {
        Interval.of(-middle, middle), Interval.of(0.0, most), Interval.of(-most, most)
      };
    }

    void examine(Interval[] box) {
      if (box[W1].upper() < box[W2].mignitude() || isExcluded(box)) {
        return;
      }
      Interval[] point = new Interval[3];
      for (int i = M; i <= W2; i++) {
        point[i] = Interval.of(within(box[i], PROBE));
      }
      if (!isExcluded(point)) {
        double m = point[M].middle();
        double w1 = point[W1].middle();
        double w2 = point[W2].middle();
        counterexample = List.of(0.5 * (m - w1 - w2), w1, w2);
        return;
      }
      bisect(box);
    }

    private static double within(Interval side, double share) {
      return Math.min(side.upper(), side.lower() + share * (side.upper() - side.lower()));
    }

    private void bisect(Interval[] box) {
      int widest = M;
      for (int i = W1; i <= W2; i++) {
        // The arguments change half as fast with m.
        double half = widest == M ? 0.5 : 1.0;
        widest = box[i].width() > half * box[widest].width() ? i : widest;
      }
      double middle = within(box[widest], CUT);
      Interval[] left = box.clone();
      Interval[] right = box.clone();
      left[widest] = Interval.of(box[widest].lower(), middle);
      right[widest] = Interval.of(middle, box[widest].upper());
      boxes.push(left);
      boxes.push(right);
    }

    /** Whether no unit with {@code T} different from zero has its weights in the box. */
    private boolean isExcluded(Interval[] box) {
      shape.enter(box);
      Interval offer = shape.offer();
      return shape.isEmpty()
          || ((offer.upper() <= 0.0 || isExcluded(box, 1.0))
              && (offer.lower() >= 0.0 || isExcluded(box, -1.0)));
    }

    private boolean isExcluded(Interval[] box, double sign) {
      double offer = sign > 0.0 ? shape.offer().upper() : -shape.offer().lower();
      Interval bias = shape.argument(0);
      Interval square = bias.square().plus(box[W1].square()).plus(box[W2].square());
      double[] gains = new double[EXAMPLES];
      for (int d = 0; d < EXAMPLES; d++) {
        Interval share = shape.argument(d).times(shape.slopeOf(d));
        gains[d] = gain(share, signOf(d) * sign);
      }
      if (exceeds(square, offer, gains)) {
        return true;
      }
      for (int i = 0; i < COMBINATIONS.length; i++) {
        Interval value =
            box[M]
                .times(FACTORS[i][M])
                .plus(box[W1].times(FACTORS[i][W1]))
                .plus(box[W2].times(FACTORS[i][W2]))
                .times(0.5);
        boolean positive = value.lower() > 0.0;
        if ((positive || value.upper() < 0.0)
            && exceeds(value, offer, gains(COMBINATIONS[i], positive ? sign : -sign))) {
          return true;
        }
      }
      return isExcludedByQuotient(W1, sign) || isExcludedByQuotient(W2, sign);
    }

    /** {@code -t_d}. */
    private static double signOf(int d) {
      return UnitContractor.isOdd(d) ? -1.0 : 1.0;
    }

    private static double gain(Interval share, double sign) {
      return Math.max(0.0, sign > 0.0 ? share.upper() : -share.lower());
    }

    private double[] gains(double[] combination, double sign) {
      double[] gains = new double[EXAMPLES];
      for (int d = 0; d < EXAMPLES; d++) {
        gains[d] = gain(shape.slopeOf(d).times(combination[d]), signOf(d) * sign);
      }
      return gains;
    }

    private boolean exceeds(Interval value, double offer, double[] gains) {
      double least = Interval.of(value.mignitude()).times(scale).lower();
      return least > Interval.of(offer).times(Interval.of(most(gains))).upper();
    }

    /**
     * The condition for a weight w, divided by it: T has the factor {@code sinh w}. It serves where
     * w may vanish, of either sign.
     */
    private boolean isExcludedByQuotient(int weight, double sign) {
      Interval quotient = shape.offerOver(weight);
      double[] combination = COMBINATIONS[weight];
      double gain = Math.max(most(gains(combination, sign)), most(gains(combination, -sign)));
      return scale.lower() > Interval.of(quotient.magnitude()).times(Interval.of(gain)).upper();
    }

    /**
     * An upper bound of {@code sum_d a_d (1 - e^-l_d)} over all {@code l_d >= 0} of sum at most
     * {@link #LOSS}: the tangent at {@code k_d} bounds each term by {@code a_d (1 - E_d (1 + k_d))
     * + a_d E_d l_d}, {@code E_d = e^-k_d}, whatever the {@code k_d >= 0}. Best is that the {@code
     * a_d E_d} are equal where {@code k_d} is positive.
     */
    private static double most(double[] a) {
      double level = level(a);
      Interval sum = Interval.ZERO;
      double steepest = 0.0;
      for (double each : a) {
        if (each > 0.0) {
          double k = Math.max(0.0, Math.log(each / level));
          Interval e = Enclosed.decay(Interval.of(k));
          Interval slope = e.times(each);
          sum = sum.plus(Interval.of(each)).minus(slope.times(Interval.of(k).plus(1.0)));
          steepest = Math.max(steepest, slope.upper());
        }
      }
      return Math.max(0.0, sum.plus(Interval.of(steepest).times(LOSS)).upper());
    }

    /** The common slope at which the {@code l_d} add up to {@link #LOSS}, about. */
    private static double level(double[] a) {
      double[] sorted = Arrays.stream(a).filter(v -> v > 0.0).sorted().toArray();
      for (int first = 0; first < sorted.length; first++) {
        double logs = 0.0;
        for (int i = first; i < sorted.length; i++) {
          logs += Math.log(sorted[i]);
        }
        double level = Math.exp((logs - LOSS) / (sorted.length - first));
        if (level <= sorted[first]) {
          return level;
        }
      }
      return 1.0;
    }
  }
}
