package dev.tarn.explore;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Work;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.stationary.StationaryPolish;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses how transition states are searched for, where it is not plain: the first jobs search in
 * both ways in turn, and the way that has cost less for each transition state is kept.
 *
 * <p>Costs are counted in evaluations, each with what it costs by the potential's {@link Work}, and
 * not by the clock; and they are counted in the order of the jobs. So the choice is the same
 * whatever the number of threads, the machine and its load. Used by the thread that merges.
 */
final class MethodChoice {
  /** Where a Hessian costs less, about a millisecond, nothing is to be gained. */
  private static final double EXPENSIVE = 5e6;

  /** The least that a step costs that does without a Hessian, in gradients. */
  private static final double LEAST_STEP = 10.0;

  private static final int SEARCHES = 6;
  private static final int FEWEST_SEARCHES = 2;
  private static final double PLAIN = 4.0;
  private static final double NONE_FOUND = 0.5;

  private final boolean open;
  private final Map<Method, Trial> totals = new EnumMap<>(Method.class);
  private Optional<Method> chosen = Optional.empty();
  private long planned;

  /**
   * A choice.
   *
   * @param potential the potential that is searched
   * @param settings names the method, or leaves it open
   * @param earlier the trials of earlier runs
   */
  MethodChoice(Potential potential, SaddleSettings settings, List<Trial> earlier) {
    open = settings.method() == Method.AUTOMATIC && isOpen(potential);
    earlier.forEach(this::take);
  }

  private static boolean isOpen(Potential potential) {
    int n = potential.dimension();
    return StationaryPolish.usesHessian(potential)
        && Work.of(potential)
            .filter(work -> work.hessian() >= EXPENSIVE)
            .filter(work -> work.decomposed(n) > LEAST_STEP * work.gradient())
            .isPresent();
  }

  /** The method of the next job, {@link Method#AUTOMATIC} where there is nothing to choose. */
  Method next() {
    if (!open) {
      return Method.AUTOMATIC;
    }
    return chosen.orElseGet(() -> planned++ % 2 == 0 ? Method.FULL : Method.HYBRID);
  }

  /**
   * Counts a trial.
   *
   * @return the trial if it counts: empty once the choice is made
   */
  Optional<Trial> take(Trial trial) {
    if (!open || chosen.isPresent() || trial.searches() == 0) {
      return Optional.empty();
    }
    totals.merge(trial.method(), trial, Trial::plus);
    choose();
    return Optional.of(trial);
  }

  private void choose() {
    Trial full = totals.get(Method.FULL);
    Trial hybrid = totals.get(Method.HYBRID);
    if (full == null || hybrid == null) {
      return;
    }
    int fewest = Math.min(full.searches(), hybrid.searches());
    double ratio = cost(hybrid) / cost(full);
    boolean plain = ratio >= PLAIN || ratio <= 1.0 / PLAIN;
    if (fewest >= SEARCHES || (fewest >= FEWEST_SEARCHES && plain)) {
      chosen = Optional.of(ratio < 1.0 ? Method.HYBRID : Method.FULL);
    }
  }

  private static double cost(Trial trial) {
    return trial.work() / Math.max(trial.found(), NONE_FOUND);
  }
}
