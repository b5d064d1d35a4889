package dev.tarn.job;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether a search ends. A rule of one's own is a lambda, and combines with the others:
 *
 * <pre>{@code
 * StopRule<HopProgress> rule =
 *     HopLimits.steps(10_000).or(progress -> progress.bestEnergy() < target);
 * }</pre>
 *
 * <p>Rules without state, as those made here, may be shared between searches and threads.
 *
 * @param <P> what a rule sees: how far the search has come
 */
@FunctionalInterface
public interface StopRule<P> {

  /**
   * Whether to stop.
   *
   * @param progress how far the search has come
   * @return true to end the search
   */
  boolean shouldStop(P progress);

  /**
   * Whether to stop, and why. A search asks this, once for each thing that it tells.
   *
   * @param progress how far the search has come
   * @return the reason in words, empty to go on; by default {@link #shouldStop} decides
   */
  default Optional<String> reason(P progress) {
    return shouldStop(progress) ? Optional.of("a rule of the caller's") : Optional.empty();
  }

  /**
   * Stops as soon as one of two rules does.
   *
   * @param other the other rule, not asked when this one stops
   * @return the combined rule; its reason is that of the rule that stopped
   */
  default StopRule<P> or(StopRule<? super P> other) {
    return new StopRules.Or<>(this, other);
  }

  /**
   * Stops when both of two rules would at the same moment.
   *
   * @param other the other rule, not asked unless this one stops
   * @return the combined rule; its reason holds both
   */
  default StopRule<P> and(StopRule<? super P> other) {
    return new StopRules.And<>(this, other);
  }

  /**
   * A rule with a reason.
   *
   * @param <P> what the rule sees
   * @param reason why it stops, in words
   * @param condition stops when this holds
   * @return the rule
   */
  static <P> StopRule<P> of(String reason, Predicate<? super P> condition) {
    return new StopRules.Named<>(reason, condition);
  }

  /**
   * A rule that never stops.
   *
   * @param <P> what the rule sees
   * @return the rule
   */
  static <P> StopRule<P> never() {
    return of("never", progress -> false);
  }
}
