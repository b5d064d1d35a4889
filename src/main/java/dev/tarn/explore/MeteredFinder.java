package dev.tarn.explore;

import dev.tarn.explore.JobReport.Trial;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Work;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.Tolerances;

/** A search for transition states that counts what it costs. Confined to one thread. */
final class MeteredFinder implements SaddleFinder {
  private final SaddleFinder finder;
  private final SaddleSettings.Method method;
  private final Work work;
  private final double hessian;
  private Trial trial;

  MeteredFinder(Potential potential, SaddleSettings settings, Tolerances tolerances) {
    finder = SaddleFinder.transitionState(potential, settings, tolerances);
    method = settings.method();
    work = Work.of(potential).orElse(new Work(0.0, 0.0, 0.0));
    hessian = work.decomposed(potential.dimension());
    trial = Trial.none(method);
  }

  @Override
  public Result search(double[] start) {
    Result end = finder.search(start);
    Evaluations used = end.used();
    double cost =
        used.gradients() * work.gradient()
            + used.products() * work.product()
            + used.hessians() * hessian;
    trial = trial.plus(new Trial(method, 1, end.found() ? 1 : 0, cost));
    return end;
  }

  /** What the searches since the last call have cost. */
  Trial takeTrial() {
    Trial counted = trial;
    trial = Trial.none(method);
    return counted;
  }
}
