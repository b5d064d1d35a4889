package dev.tarn.hop;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides after each step whether a run ends. A rule of one's own is a lambda:
 *
 * <pre>{@code
 * StopRule rule = StopRule.steps(10_000).or(progress -> progress.bestEnergy() < target);
 * }</pre>
 *
 * <p>Rules without state, as those made here, may be shared between runs and threads.
 */
@FunctionalInterface
public interface StopRule {

  /**
   * Whether to stop.
   *
   * @param progress how far the run has come, the last step included
   * @return true to end the run
   */
  boolean shouldStop(HopProgress progress);

  /**
   * Whether to stop, and why. A run asks this once for each step.
   *
   * @param progress how far the run has come, the last step included
   * @return the reason in words, empty to go on; by default {@link #shouldStop} decides
   */
  default Optional<String> reason(HopProgress progress) {
    return shouldStop(progress) ? Optional.of("a rule of the caller's") : Optional.empty();
  }

  /**
   * Stops as soon as one of two rules does.
   *
   * @param other the other rule, not asked when this one stops
   * @return the combined rule; its reason is that of the rule that stopped
   */
  default StopRule or(StopRule other) {
    return new StopRules.Or(this, other);
  }

  /**
   * Stops when both of two rules would after the same step.
   *
   * @param other the other rule, not asked unless this one stops
   * @return the combined rule; its reason holds both
   */
  default StopRule and(StopRule other) {
    return new StopRules.And(this, other);
  }

  /**
   * Stops after a number of steps of all walkers together, the quench of each starting point
   * included.
   *
   * @param n the number of steps, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  static StopRule steps(long n) {
    StopRules.require(n >= 1, "the number of steps is at least 1, not " + n);
    return new StopRules.Named(n + " steps", progress -> progress.steps() >= n);
  }

  /**
   * Stops when a time has passed, at the end of the step that is under way.
   *
   * @param limit the time, not negative
   * @return the rule
   * @throws IllegalArgumentException if the time is negative
   */
  static StopRule time(Duration limit) {
    StopRules.require(!limit.isNegative(), "the time is 0 or more, not " + limit);
    return new StopRules.Named(
        "time of " + limit, progress -> progress.elapsed().compareTo(limit) >= 0);
  }

  /**
   * Stops when a minimum lies below an energy.
   *
   * @param energy the energy, not NaN
   * @return the rule
   * @throws IllegalArgumentException if the energy is NaN
   */
  static StopRule energyBelow(double energy) {
    StopRules.require(!Double.isNaN(energy), "the energy is a number, not " + energy);
    return new StopRules.Named(
        "energy below " + energy, progress -> progress.bestEnergy() < energy);
  }

  /**
   * Stops when a number of steps in a row have found no new minimum.
   *
   * @param k the number of steps, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  static StopRule nothingNew(long k) {
    StopRules.require(k >= 1, "the number of steps without a new minimum is at least 1, not " + k);
    return new StopRules.Named(
        "nothing new in " + k + " steps", progress -> progress.stepsSinceNew() >= k);
  }
}
