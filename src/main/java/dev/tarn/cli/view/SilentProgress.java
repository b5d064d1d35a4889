package dev.tarn.cli.view;

import dev.tarn.explore.ExplorerEvent.Progress;

/** Shows nothing. */
public final class SilentProgress implements ProgressView {
  @Override
  public void update(String counts, Progress progress, boolean news) {}

  @Override
  public void close() {}
}
