package dev.tarn.kinetics;

import dev.tarn.potential.Vector;
import dev.tarn.thermo.LogSum;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Passage between two sets of classes, {@code A} and {@code B}, by the usual three definitions
 * (Wales, J. Chem. Phys. 130, 204111, 2009), for either direction. For {@code A <- B}, with {@code
 * p} the equilibrium in {@code B}:
 *
 * <ul>
 *   <li>steady state: {@code sum_b p_b C_b / tau_b}, {@code C_b} the probability to meet {@code A}
 *       before {@code B} after leaving {@code b}, {@code tau_b} the mean time until that;
 *   <li>non-steady state: {@code sum_b p_b C_b / t_b}, with the mean time {@code t_b} until {@code
 *       A} or {@code B} is met, which {@code b} itself may be;
 *   <li>first passage: {@code sum_b p_b / T_b}, {@code T_b} the mean first-passage time to {@code
 *       A}.
 * </ul>
 *
 * <p>All come from one elimination of what lies between, two further ones of the sets, and solving
 * back. Kept are natural logarithms, since such numbers leave the range of a double at low
 * temperatures. Immutable and thread-safe.
 *
 * @param forward {@code A <- B}
 * @param backward {@code B <- A}
 * @param committors for each class the probability to meet {@code A} before {@code B}; NaN where
 *     neither is ever met
 * @param logTimesToA the logarithm of the mean first-passage time to {@code A} from each class,
 *     minus infinity in {@code A}; NaN where it is never met
 * @param logTimesToB the same to {@code B}
 */
public record Passage(
    Direction forward,
    Direction backward,
    Vector committors,
    Vector logTimesToA,
    Vector logTimesToB) {

  /** Where doubles would begin to overflow. */
  private static final double LINEAR_RANGE = 600.0;

  /**
   * The passage from one set to the other.
   *
   * @param logSteady the logarithm of the steady-state constant
   * @param logNonSteady that of the non-steady-state constant
   * @param logRate that of the rate constant by first passage
   * @param logTime that of the mean first-passage time from the equilibrium in the starting set
   */
  public record Direction(double logSteady, double logNonSteady, double logRate, double logTime) {}

  /**
   * How a class of one of the sets is left.
   *
   * @param committor the probability to meet the other set before its own, itself included
   * @param logWaitingTime the logarithm of the mean time until either set is met
   */
  public record Leaving(double committor, double logWaitingTime) {}

  /**
   * Computes the passage.
   *
   * @param network the rates
   * @param a for each class whether it belongs to {@code A}; some do
   * @param b for each class whether it belongs to {@code B}; some do, none of which is in {@code A}
   * @return the passage
   * @throws IllegalArgumentException if a set is empty, they overlap, or a class of one cannot
   *     reach the other; the message says which
   */
  public static Passage of(RateNetwork network, boolean[] a, boolean[] b) {
    return of(
        network, a, b, network.range() < LINEAR_RANGE ? Semifield.LINEAR : Semifield.LOGARITHMIC);
  }

  static Passage of(RateNetwork network, boolean[] a, boolean[] b, Semifield field) {
    check(network, a, b);
    Elimination reduced = between(network, a, b, field);
    Elimination toA = reduced.copy();
    toA.takeOut(b);
    Elimination toB = reduced.copy();
    toB.takeOut(a);
    double[] timesToA = times(toA, network, a, field);
    double[] timesToB = times(toB, network, b, field);
    boolean[] met = reaching(network, a);
    double[] q = committors(reduced, a, b, field);
    for (int x = 0; x < q.length; x++) {
      q[x] = met[x] ? q[x] : Double.NaN;
      timesToA[x] = met[x] ? timesToA[x] : Double.NaN;
      timesToB[x] = met[x] ? timesToB[x] : Double.NaN;
    }
    return new Passage(
        direction(network, reduced, a, b, timesToA, field),
        direction(network, reduced, b, a, timesToB, field),
        Vector.of(q),
        Vector.of(timesToA),
        Vector.of(timesToB));
  }

  /** The network with everything between the sets taken out. */
  private static Elimination between(
      RateNetwork network, boolean[] a, boolean[] b, Semifield field) {
    boolean[] between = new boolean[network.size()];
    for (int x = 0; x < between.length; x++) {
      between[x] = !a[x] && !b[x];
    }
    Elimination reduced = new Elimination(network, field);
    reduced.takeOut(between);
    return reduced;
  }

  private static double[] committors(
      Elimination reduced, boolean[] a, boolean[] b, Semifield field) {
    double[] values = new double[a.length];
    Arrays.fill(values, field.zero());
    for (int x = 0; x < a.length; x++) {
      values[x] = a[x] ? field.of(0.0) : field.zero();
    }
    reduced.solveBack(values, false);
    double[] q = new double[a.length];
    for (int x = 0; x < a.length; x++) {
      // Rounding may lift a sum of shares above 1.
      q[x] = a[x] ? 1.0 : b[x] ? 0.0 : Math.min(1.0, StrictMath.exp(field.log(values[x])));
    }
    return q;
  }

  private static double[] times(
      Elimination reduced, RateNetwork network, boolean[] target, Semifield field) {
    double[] times = new double[network.size()];
    Arrays.fill(times, field.zero());
    reduced.solveBack(times, true);
    for (int x = 0; x < times.length; x++) {
      times[x] = target[x] ? Double.NEGATIVE_INFINITY : field.log(times[x]);
    }
    return times;
  }

  private static Direction direction(
      RateNetwork network,
      Elimination reduced,
      boolean[] target,
      boolean[] start,
      double[] times,
      Semifield field) {
    int[] from = places(start);
    double all = LogSum.of(Arrays.stream(from).mapToDouble(network::logWeight).toArray());
    double[] steady = new double[from.length];
    double[] nonSteady = new double[from.length];
    double[] rate = new double[from.length];
    double[] time = new double[from.length];
    for (int k = 0; k < from.length; k++) {
      int x = from[k];
      steady[k] = field.log(reduced.flowTo(x, target));
      nonSteady[k] = network.logWeight(x) + steady[k] - field.log(reduced.weight(x));
      rate[k] = network.logWeight(x) - times[x];
      time[k] = network.logWeight(x) + times[x];
    }
    return new Direction(
        LogSum.of(steady) - all,
        LogSum.of(nonSteady) - all,
        LogSum.of(rate) - all,
        LogSum.of(time) - all);
  }

  /**
   * How a class of one of the sets is left.
   *
   * @param network the rates
   * @param a as for {@link #of}
   * @param b as for {@link #of}
   * @param place the place of a class of {@code A} or {@code B}
   * @return the committor to the other set, and the waiting time
   */
  public static Leaving leaving(RateNetwork network, boolean[] a, boolean[] b, int place) {
    check(network, a, b);
    Semifield field = network.range() < LINEAR_RANGE ? Semifield.LINEAR : Semifield.LOGARITHMIC;
    Elimination reduced = between(network, a, b, field);
    double out = network.logEscapeRate(place) + network.logWeight(place);
    double flow = field.log(reduced.flowTo(place, a[place] ? b : a));
    return new Leaving(StrictMath.exp(flow - out), field.log(reduced.weight(place)) - out);
  }

  private static int[] places(boolean[] set) {
    int[] places = new int[set.length];
    int n = 0;
    for (int x = 0; x < set.length; x++) {
      if (set[x]) {
        places[n] = x;
        n++;
      }
    }
    return Arrays.copyOf(places, n);
  }

  private static void check(RateNetwork network, boolean[] a, boolean[] b) {
    if (places(a).length == 0 || places(b).length == 0) {
      throw new IllegalArgumentException(
          "the set " + (places(a).length == 0 ? "A" : "B") + " has no class of minima");
    }
    for (int x = 0; x < a.length; x++) {
      if (a[x] && b[x]) {
        throw new IllegalArgumentException("class " + network.id(x) + " is in both A and B");
      }
    }
    boolean[] toA = reaching(network, a);
    boolean[] toB = reaching(network, b);
    for (int x = 0; x < a.length; x++) {
      if ((b[x] && !toA[x]) || (a[x] && !toB[x])) {
        throw new IllegalArgumentException(
            "no path is known from class " + network.id(x) + " to the set " + (a[x] ? "B" : "A"));
      }
    }
  }

  /** The classes from which a set can be reached. */
  private static boolean[] reaching(RateNetwork network, boolean[] set) {
    boolean[] reached = set.clone();
    Deque<Integer> next = new ArrayDeque<>();
    for (int x : places(set)) {
      next.add(x);
    }
    while (!next.isEmpty()) {
      for (int y : network.neighbours(next.remove())) {
        if (!reached[y]) {
          reached[y] = true;
          next.add(y);
        }
      }
    }
    return reached;
  }
}
