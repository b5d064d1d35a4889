package dev.tarn.network.kinds;

import dev.tarn.explore.ExplorerEvent.Progress;
import java.util.List;

/**
 * What a job of an enumeration by kinds brought.
 *
 * @param level the level that it searched
 * @param newClasses the classes that it found first, of whatever level; their numbers follow those
 *     of the classes before
 * @param hits the numbers of the known classes that its searches ended in, each once for each
 *     search
 * @param progress how the network with as many units as the level stands ({@link
 *     KindEnumeration#progress})
 */
public record KindReport(
    int level, List<KindClass> newClasses, List<Integer> hits, Progress progress) {

  /**
   * Keeps unmodifiable copies of the lists.
   *
   * @param level as above
   * @param newClasses as above
   * @param hits as above
   * @param progress as above
   */
  public KindReport {
    newClasses = List.copyOf(newClasses);
    hits = List.copyOf(hits);
  }
}
