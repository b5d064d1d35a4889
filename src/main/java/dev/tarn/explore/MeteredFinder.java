package dev.tarn.explore;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.potential.Potential;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.Tolerances;

/** A search for transition states that counts what it costs. Confined to one thread. */
final class MeteredFinder implements SaddleFinder {
  private final SaddleFinder finder;
  private final SaddleSettings.Method method;
  private final SearchCost cost;
  private Trial trial;

  MeteredFinder(Potential potential, SaddleSettings settings, Tolerances tolerances) {
    finder = SaddleFinder.transitionState(potential, settings, tolerances);
    method = settings.method();
    cost = SearchCost.of(potential);
    trial = Trial.none(method);
  }

  @Override
  public Result search(double[] start) {
    Result end = finder.search(start);
    trial = trial.plus(new Trial(method, 1, end.found() ? 1 : 0, cost.of(end.used())));
    return end;
  }

  /**
   * What the searches since the last call have cost.
   *
   * @param beginnings what has been spent before they began, in multiplications
   */
  Trial takeTrial(double beginnings) {
    Trial counted = trial.plus(new Trial(method, 0, 0, beginnings));
    trial = Trial.none(method);
    return counted;
  }
}
