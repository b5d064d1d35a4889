package dev.tarn.kinetics;

import dev.tarn.job.RandomStreams;
import java.util.random.RandomGenerator;

/**
 * Kinetic Monte Carlo (Bortz, Kalos and Lebowitz, J. Comput. Phys. 17, 10, 1975; Gillespie, J.
 * Comput. Phys. 22, 403, 1976): walks whose waiting times are exponential and whose steps have the
 * branching probabilities, exact in law. A check, as its cost is the number of steps, which at low
 * temperatures is that of all recrossings. Stateless.
 */
public final class KineticMonteCarlo {
  private KineticMonteCarlo() {}

  /**
   * Times of first passage.
   *
   * @param runs the number of walks
   * @param meanTime the mean time from the equilibrium in {@code B} to {@code A}
   * @param standardError the standard error of the mean
   * @param meanSteps the mean number of steps
   */
  public record Estimate(long runs, double meanTime, double standardError, double meanSteps) {}

  /**
   * Walks from {@code B} to {@code A}.
   *
   * @param network the rates
   * @param a for each class whether it belongs to {@code A}
   * @param b for each class whether it belongs to {@code B}, from which {@code A} can be reached
   * @param runs the number of walks, at least 2
   * @param seed the seed; walk {@code k} is a function of the seed and {@code k}
   * @param mostSteps how many steps all walks together may take
   * @return the estimate
   * @throws IllegalArgumentException if the steps do not suffice
   */
  public static Estimate walk(
      RateNetwork network, boolean[] a, boolean[] b, long runs, long seed, long mostSteps) {
    double[] start = new double[b.length];
    double[] wait = new double[b.length];
    double[][] steps = new double[b.length][];
    double sum = 0.0;
    for (int x = 0; x < b.length; x++) {
      sum += b[x] ? StrictMath.exp(network.logWeight(x)) : 0.0;
      start[x] = sum;
      wait[x] = StrictMath.exp(-network.logEscapeRate(x));
      steps[x] = cumulative(network, x);
    }
    long taken = 0;
    double mean = 0.0;
    double squares = 0.0;
    for (long k = 0; k < runs; k++) {
      RandomGenerator random = RandomStreams.of(seed, k);
      int at = first(start, random.nextDouble() * sum);
      double time = 0.0;
      while (!a[at]) {
        time -= wait[at] * StrictMath.log(1.0 - random.nextDouble());
        at = network.neighbours(at)[first(steps[at], random.nextDouble())];
        taken++;
        if (taken > mostSteps) {
          throw new IllegalArgumentException(
              mostSteps
                  + " steps have made "
                  + k
                  + " of "
                  + runs
                  + " walks only: the temperature is too low for a simulation");
        }
      }
      double off = time - mean;
      mean += off / (k + 1);
      squares += off * (time - mean);
    }
    return new Estimate(
        runs, mean, Math.sqrt(squares / (runs - 1.0) / runs), (double) taken / runs);
  }

  private static double[] cumulative(RateNetwork network, int x) {
    double[] sums = new double[network.neighbours(x).length];
    double out = network.logEscapeRate(x) + network.logWeight(x);
    double sum = 0.0;
    for (int k = 0; k < sums.length; k++) {
      sum += StrictMath.exp(network.logFlows(x)[k] - out);
      sums[k] = sum;
    }
    return sums;
  }

  /** The first place whose sum exceeds a value; the last one that adds anything, if rounding. */
  private static int first(double[] sums, double value) {
    for (int k = 0; k < sums.length; k++) {
      if (sums[k] > value) {
        return k;
      }
    }
    return sums.length - 1;
  }
}
