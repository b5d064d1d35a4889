package dev.tarn.network.kinds;

import dev.tarn.explore.ExplorerEvent;
import java.util.List;

/**
 * What a job of an enumeration by kinds brought.
 *
 * @param level the level that it searched
 * @param hidden the level that the enumeration goes up to
 * @param newClasses the classes that it found first, of whatever level; their numbers follow those
 *     of the classes before
 * @param hits the numbers of the known classes that its searches ended in, each once for each
 *     search
 * @param progress how the network with as many units as the level stands; waiting jobs are the
 *     classes below that have not given their starting points
 */
public record KindReport(
    int level,
    int hidden,
    List<KindClass> newClasses,
    List<Integer> hits,
    ExplorerEvent.Progress progress) {

  /**
   * Keeps unmodifiable copies of the lists.
   *
   * @param level as above
   * @param hidden as above
   * @param newClasses as above
   * @param hits as above
   * @param progress as above
   */
  public KindReport {
    newClasses = List.copyOf(newClasses);
    hits = List.copyOf(hits);
  }
}
