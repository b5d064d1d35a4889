package dev.tarn.network.kinds;

import java.util.List;

/** Keeps nothing. Stateless. */
final class NoJournal implements KindJournal {

  @Override
  public Kept kept() {
    return new Kept(List.of(), KindState.fresh());
  }

  @Override
  public void append(KindReport report, KindState state) {
    // The catalogue in memory has it.
  }

  @Override
  public void flush() {
    // There is nothing to write.
  }
}
