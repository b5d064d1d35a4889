package dev.tarn.network.kinds;

import java.util.List;

/** Keeps nothing. Stateless. */
final class NoJournal implements KindJournal {

  @Override
  public Kept kept() {
    return new Kept(List.of(), KindJournal.State.fresh());
  }

  @Override
  public void append(KindJournal.Report report, KindJournal.State state) {
    // The catalogue in memory has it.
  }

  @Override
  public void flush() {
    // There is nothing to write.
  }
}
