package dev.tarn.testing;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Landscapes for tests, made in memory, each once for all tests of a process. */
public final class Explored {
  private static final ExplorerSettings QUICK =
      ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(2);
  private static final Map<Question, Landscape> KNOWN = new ConcurrentHashMap<>();

  private record Question(Network network, boolean everyIndex) {}

  private Explored() {}

  /** Minima and transition states; the landscape is the caller's to change. */
  public static Landscape of(Network network) {
    return known(network, false);
  }

  /** Stationary points of every index; the landscape is the caller's to change. */
  public static Landscape everyIndex(Network network) {
    return known(network, true);
  }

  private static Landscape known(Network network, boolean everyIndex) {
    Question question = new Question(network, everyIndex);
    return copy(network, KNOWN.computeIfAbsent(question, q -> run(network, everyIndex)));
  }

  private static Landscape run(Network network, boolean everyIndex) {
    Landscape landscape = Landscape.of(network);
    new Explorer(network, everyIndex ? QUICK.enumerating(Integer.MAX_VALUE) : QUICK)
        .explore(landscape);
    return landscape;
  }

  private static Landscape copy(Network network, Landscape landscape) {
    Landscape copy = Landscape.of(network);
    landscape.points().forEach(point -> copy.restore(point, landscape.hits(point.id())));
    landscape.connections().forEach(copy::connect);
    landscape.degeneratePoints().forEach(copy::noteDegenerate);
    return copy;
  }
}
