package dev.tarn.cli.view;

import dev.tarn.explore.JobReport;

/** Shows nothing. */
public final class SilentProgress implements ProgressView {
  @Override
  public void update(JobReport report) {}

  @Override
  public void close() {}
}
