package dev.tarn.store;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.network.kinds.KindJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the levels of an enumeration by kinds of units in a database.
 *
 * <p>A job that found a class is committed, with where to go on after it, before {@link #append}
 * returns. What other jobs count is kept back for up to half a second: a process that is killed
 * loses that and nothing else, and does those jobs again.
 *
 * <p>Not thread-safe. Every method throws {@link StoreException} when the file cannot be written;
 * the transaction is then undone.
 */
final class LevelRecorder implements KindJournal {
  private static final long KEEP_BACK_NANOS = Duration.ofMillis(500).toNanos();

  private final Sql sql;
  private final boolean odd;
  private final double zeroCutoff;
  private final int maxIndex;
  private final Map<Integer, Long> pendingHits = new TreeMap<>();
  private final List<KindClass> pendingClasses = new ArrayList<>();
  private KindJournal.State state = KindJournal.State.fresh();
  private int lastClass;
  private boolean isWritten = true;
  private long lastWrite = System.nanoTime();

  LevelRecorder(Sql sql, boolean odd, ExplorerSettings settings) {
    this.sql = sql;
    this.odd = odd;
    zeroCutoff = settings.tolerances().zeroCutoff();
    maxIndex = KindEnumeration.maxIndex(settings);
  }

  @Override
  public Kept kept() {
    Kept kept = sql.read(() -> LevelRows.kept(sql, odd, zeroCutoff, maxIndex));
    lastClass = kept.classes().size();
    return kept;
  }

  @Override
  public void append(KindJournal.Report report, KindJournal.State after) {
    pendingClasses.addAll(report.newClasses());
    report.hits().forEach(number -> pendingHits.merge(number, 1L, Long::sum));
    state = after;
    isWritten = false;
    if (!pendingClasses.isEmpty() || System.nanoTime() - lastWrite > KEEP_BACK_NANOS) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (isWritten) {
      return;
    }
    sql.write(
        () -> {
          if (LevelRows.lastClass(sql) != lastClass) {
            throw new StoreException(
                sql.file()
                    + ": another process enumerates the same levels: run again when it has ended");
          }
          for (KindClass found : pendingClasses) {
            LevelRows.insert(sql, found);
          }
          for (Map.Entry<Integer, Long> hit : pendingHits.entrySet()) {
            LevelRows.hit(sql, hit.getKey(), hit.getValue());
          }
          LevelRows.write(sql, state, zeroCutoff, maxIndex);
          return state;
        });
    lastClass += pendingClasses.size();
    pendingClasses.clear();
    pendingHits.clear();
    isWritten = true;
    lastWrite = System.nanoTime();
  }
}
