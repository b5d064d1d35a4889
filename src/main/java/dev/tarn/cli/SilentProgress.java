package dev.tarn.cli;

import dev.tarn.landscape.JobReport;

/** Shows nothing. */
final class SilentProgress implements ProgressView {
  @Override
  public void update(JobReport report) {}

  @Override
  public void close() {}
}
