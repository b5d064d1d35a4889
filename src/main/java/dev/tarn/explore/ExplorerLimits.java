package dev.tarn.explore;

import dev.tarn.job.StopRule;
import java.time.Duration;

/**
 * The usual rules for the end of a run of an {@link Explorer}, beside its effort and its longest
 * time. They are asked at each event, and end the run with the job that the event belongs to.
 */
public final class ExplorerLimits {

  private ExplorerLimits() {}

  /**
   * Stops after a number of searches.
   *
   * @param n the number of searches of this run, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static StopRule<ExplorerEvent> searches(long n) {
    require(n, "searches");
    return StopRule.of(n + " searches", event -> event.progress().searches() >= n);
  }

  /**
   * Stops when a time has passed since the run began. Unlike {@link ExplorerSettings#maxTime} it
   * waits for the job that is under way.
   *
   * @param limit the time, not negative
   * @return the rule
   * @throws IllegalArgumentException if the time is negative
   */
  public static StopRule<ExplorerEvent> time(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("the time is 0 or more, not " + limit);
    }
    return StopRule.of(
        "time of " + limit, event -> event.progress().elapsed().compareTo(limit) >= 0);
  }

  /**
   * Stops when a number of searches in a row have found no new class.
   *
   * @param n the number of searches, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static StopRule<ExplorerEvent> nothingNew(long n) {
    require(n, "searches without a new class");
    return StopRule.of("nothing new in " + n + " searches", event -> event.progress().quiet() >= n);
  }

  /**
   * Stops when a number of classes are known.
   *
   * @param n the number of classes of every index, at least 1
   * @return the rule
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static StopRule<ExplorerEvent> classes(int n) {
    require(n, "classes");
    return StopRule.of(n + " classes", event -> event.progress().classes() >= n);
  }

  private static void require(long n, String what) {
    if (n < 1) {
      throw new IllegalArgumentException("the number of " + what + " is at least 1, not " + n);
    }
  }
}
