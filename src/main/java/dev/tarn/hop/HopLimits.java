package dev.tarn.hop;

import dev.tarn.job.StopRule;
import java.time.Duration;

/** The usual rules for the end of basin-hopping, asked after each step. */
public final class HopLimits {

  private HopLimits() {}

  /**
   * Stops after a number of steps of all walkers together, the quench of each starting point
   * included.
   *
   * @param n the number of steps, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static StopRule<Progress> steps(long n) {
    require(n >= 1, "the number of steps is at least 1, not " + n);
    return StopRule.of(n + " steps", progress -> progress.steps() >= n);
  }

  /**
   * Stops when a time has passed, at the end of the step that is under way.
   *
   * @param limit the time, not negative
   * @return the rule
   * @throws IllegalArgumentException if the time is negative
   */
  public static StopRule<Progress> time(Duration limit) {
    require(!limit.isNegative(), "the time is 0 or more, not " + limit);
    return StopRule.of("time of " + limit, progress -> progress.elapsed().compareTo(limit) >= 0);
  }

  /**
   * Stops when a minimum lies below an energy.
   *
   * @param energy the energy, not NaN
   * @return the rule
   * @throws IllegalArgumentException if the energy is NaN
   */
  public static StopRule<Progress> energyBelow(double energy) {
    require(!Double.isNaN(energy), "the energy is a number, not " + energy);
    return StopRule.of("energy below " + energy, progress -> progress.bestEnergy() < energy);
  }

  /**
   * Stops when a number of steps in a row have found no new minimum.
   *
   * @param k the number of steps, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public static StopRule<Progress> nothingNew(long k) {
    require(k >= 1, "the number of steps without a new minimum is at least 1, not " + k);
    return StopRule.of("nothing new in " + k + " steps", progress -> progress.stepsSinceNew() >= k);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * How far a run has come, as a {@linkplain HopLimits stop rule} sees it after each step.
   *
   * @param steps the number of steps taken by all walkers together, the quench of each starting
   *     point included
   * @param elapsed the time since the run began
   * @param bestEnergy the lowest energy of a minimum; positive infinity while there is none
   * @param stepsSinceNew the number of steps since the last one that found a new minimum, or since
   *     the beginning
   */
  public record Progress(long steps, Duration elapsed, double bestEnergy, long stepsSinceNew) {}
}
