package dev.tarn.xor;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.JobReport;

/** Hears of a sweep and says nothing. */
final class SilentListener implements Sweep.Listener {
  @Override
  public void begins(int hidden, double lambda, int known) {}

  @Override
  public void ends(int hidden, double lambda, Exploration end) {}

  @Override
  public void accept(JobReport report) {}

  @Override
  public void update(String counts, Progress progress, boolean news) {}
}
