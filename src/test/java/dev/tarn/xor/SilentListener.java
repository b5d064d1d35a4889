package dev.tarn.xor;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.JobReport;

/** Hears of a sweep and says nothing. */
final class SilentListener implements Sweep.Listener {
  @Override
  public void begins(int hidden, double lambda, int seeds) {}

  @Override
  public void ends(int hidden, double lambda, Exploration end) {}

  @Override
  public void accept(JobReport report) {}
}
