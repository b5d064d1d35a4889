package dev.tarn.kinetics;

import dev.tarn.thermo.LogSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Paths from {@code B} to {@code A} by what each contributes to the steady-state constant (Wales,
 * Mol. Phys. 100, 3285, 2002; Carr and Wales, J. Phys. Chem. B 112, 8760, 2008): with weights
 * {@code -ln P} for a step from a class in between, {@code P} its branching probability, the
 * shortest path (Dijkstra, Numer. Math. 1, 269, 1959) is the one that carries most. Further ones
 * come from Yen's algorithm (Manage. Sci. 17, 712, 1971); no path meets a class twice. With loops
 * paths may turn back: they are the walks by their weight, each of which carries a part of the flow
 * of its own, so that all of them together carry all of it. Stateless.
 */
public final class FastestPaths {
  private FastestPaths() {}

  /**
   * A path.
   *
   * @param ids the classes from {@code B} to {@code A}
   * @param transitionStates the transition state of the largest rate between each two
   * @param logSteady the logarithm of what the path contributes to the steady-state constant
   * @param logTime the logarithm of the mean first-passage time along the path in isolation, over
   *     those transition states alone; of a path with loops that of what is left without them
   * @param logTimeBack the same from {@code A} to {@code B}
   */
  public record Path(
      List<Integer> ids,
      List<Integer> transitionStates,
      double logSteady,
      double logTime,
      double logTimeBack) {

    /**
     * Takes copies of the lists.
     *
     * @param ids as above
     * @param transitionStates as above
     * @param logSteady as above
     * @param logTime as above
     * @param logTimeBack as above
     */
    public Path {
      ids = List.copyOf(ids);
      transitionStates = List.copyOf(transitionStates);
    }
  }

  /** Places from the start on, and the sum of the weights. */
  private record Route(List<Integer> places, double cost) {}

  private record Graph(RateNetwork network, boolean[] a, boolean[] b, double shift, double[] out) {

    /** The weight of a step; the first one is shifted, so that none is negative. */
    double cost(int from, int to) {
      double flow = network.logFlow(from, to);
      return b[from] ? shift - flow : Math.max(0.0, out[from] - flow);
    }

    /** The best way from a place to A past places and steps that are closed. */
    Optional<Route> shortest(List<Integer> starts, Set<Integer> closed, Set<Integer> closedFirst) {
      double[] best = new double[network.size()];
      int[] before = new int[best.length];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      PriorityQueue<double[]> next = new PriorityQueue<>(Comparator.comparingDouble(e -> e[0]));
      for (int start : starts) {
        best[start] = 0.0;
        before[start] = -1;
        next.add(new double[] {0.0, start});
      }
      while (!next.isEmpty()) {
        double[] entry = next.remove();
        int x = (int) entry[1];
        if (entry[0] > best[x]) {
          continue;
        }
        if (a[x]) {
          List<Integer> places = new ArrayList<>();
          for (int at = x; at >= 0; at = before[at]) {
            places.add(at);
          }
          Collections.reverse(places);
          return Optional.of(new Route(places, entry[0]));
        }
        boolean first = before[x] < 0;
        for (int y : network.neighbours(x)) {
          if (b[y] || closed.contains(y) || (first && closedFirst.contains(y))) {
            continue;
          }
          double cost = entry[0] + cost(x, y);
          if (cost < best[y]) {
            best[y] = cost;
            before[y] = x;
            next.add(new double[] {cost, y});
          }
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The paths that contribute most.
   *
   * @param network the rates
   * @param a for each class whether it belongs to {@code A}
   * @param b for each class whether it belongs to {@code B}
   * @param count how many paths, at least 1
   * @return up to that many paths, the one that contributes most first
   */
  public static List<Path> of(RateNetwork network, boolean[] a, boolean[] b, int count) {
    Graph graph = graph(network, a, b);
    List<Integer> starts = new ArrayList<>();
    for (int x = 0; x < b.length; x++) {
      if (b[x]) {
        starts.add(x);
      }
    }
    List<Route> found = new ArrayList<>();
    TreeSet<Route> candidates =
        new TreeSet<>(
            Comparator.comparingDouble(Route::cost)
                .thenComparing(route -> route.places().toString()));
    graph.shortest(starts, Set.of(), Set.of()).ifPresent(candidates::add);
    while (found.size() < count && !candidates.isEmpty()) {
      Route next = candidates.pollFirst();
      found.add(next);
      // Another start is a branch of the way from the outside into B.
      List<Integer> others = new ArrayList<>(starts);
      found.forEach(route -> others.remove(route.places().get(0)));
      graph.shortest(others, Set.of(), Set.of()).ifPresent(candidates::add);
      for (int k = 0; k + 1 < next.places().size(); k++) {
        branch(graph, next, k, found).ifPresent(candidates::add);
      }
    }
    return found.stream().map(route -> path(graph, route.places())).toList();
  }

  /**
   * The walks that contribute most: paths that may meet a class again, but neither {@code B} after
   * their start nor {@code A} before their end. By Dijkstra's algorithm with up to {@code count}
   * visits of each class: {@code O(count E log(count E))}.
   *
   * @param network the rates
   * @param a for each class whether it belongs to {@code A}
   * @param b for each class whether it belongs to {@code B}
   * @param count how many walks, at least 1
   * @return up to that many walks, the one that contributes most first
   */
  public static List<Path> withLoops(RateNetwork network, boolean[] a, boolean[] b, int count) {
    Graph graph = graph(network, a, b);
    int[] visits = new int[network.size()];
    PriorityQueue<Walk> next =
        new PriorityQueue<>(Comparator.comparingDouble(Walk::cost).thenComparingLong(Walk::number));
    long number = 0;
    for (int x = 0; x < b.length; x++) {
      if (b[x]) {
        next.add(new Walk(x, null, 0.0, number));
        number++;
      }
    }
    List<Path> found = new ArrayList<>();
    while (!next.isEmpty() && found.size() < count) {
      Walk walk = next.remove();
      int x = walk.place;
      visits[x]++;
      if (visits[x] > count) {
        continue;
      }
      if (a[x]) {
        found.add(path(graph, walk.places()));
        continue;
      }
      for (int y : network.neighbours(x)) {
        if (!b[y]) {
          next.add(new Walk(y, walk, walk.cost + graph.cost(x, y), number));
          number++;
        }
      }
    }
    return found;
  }

  /** A walk and the one that it prolongs by a step; earlier ones first where weights are equal. */
  private record Walk(int place, @Nullable Walk before, double cost, long number) {

    List<Integer> places() {
      List<Integer> places = new ArrayList<>();
      for (Walk at = this; at != null; at = at.before) {
        places.add(at.place);
      }
      Collections.reverse(places);
      return places;
    }
  }

  /** What is left of a walk when it does not turn back to where it was. */
  private static List<Integer> withoutLoops(List<Integer> places) {
    List<Integer> left = new ArrayList<>();
    for (int place : places) {
      int at = left.indexOf(place);
      if (at < 0) {
        left.add(place);
      } else {
        left.subList(at + 1, left.size()).clear();
      }
    }
    return left;
  }

  /** The best way that leaves a route at a step, other than those that are known to. */
  private static Optional<Route> branch(Graph graph, Route route, int k, List<Route> found) {
    List<Integer> head = route.places().subList(0, k + 1);
    Set<Integer> closedFirst = new HashSet<>();
    for (Route other : found) {
      if (other.places().size() > k + 1 && other.places().subList(0, k + 1).equals(head)) {
        closedFirst.add(other.places().get(k + 1));
      }
    }
    double cost = 0.0;
    for (int j = 0; j < k; j++) {
      cost += graph.cost(head.get(j), head.get(j + 1));
    }
    double before = cost;
    return graph
        .shortest(List.of(head.get(k)), new HashSet<>(head), closedFirst)
        .map(
            tail -> {
              List<Integer> places = new ArrayList<>(head.subList(0, k));
              places.addAll(tail.places());
              return new Route(places, before + tail.cost());
            });
  }

  private static Graph graph(RateNetwork network, boolean[] a, boolean[] b) {
    double[] out = new double[network.size()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int x = 0; x < out.length; x++) {
      out[x] = network.logEscapeRate(x) + network.logWeight(x);
      largest = Math.max(largest, b[x] ? out[x] : Double.NEGATIVE_INFINITY);
    }
    return new Graph(network, a, b, largest, out);
  }

  private static Path path(Graph graph, List<Integer> places) {
    RateNetwork network = graph.network;
    List<Integer> states = new ArrayList<>();
    double steady = 0.0;
    for (int k = 0; k + 1 < places.size(); k++) {
      int x = places.get(k);
      int y = places.get(k + 1);
      states.add(network.strongest(x, y));
      steady += network.logFlow(x, y) - (k == 0 ? 0.0 : graph.out[x]);
    }
    double inB = Double.NEGATIVE_INFINITY;
    for (int x = 0; x < graph.b.length; x++) {
      inB = graph.b[x] ? LogSum.of(inB, network.logWeight(x)) : inB;
    }
    List<Integer> plain = withoutLoops(places);
    List<Integer> back = new ArrayList<>(plain);
    Collections.reverse(back);
    return new Path(
        places.stream().map(network::id).toList(),
        states,
        steady - inB,
        logTime(network, plain),
        logTime(network, back));
  }

  /** A chain is left over its k-th step once for the weight of all that lies before. */
  private static double logTime(RateNetwork network, List<Integer> places) {
    double weight = Double.NEGATIVE_INFINITY;
    double time = Double.NEGATIVE_INFINITY;
    for (int k = 0; k + 1 < places.size(); k++) {
      weight = LogSum.of(weight, network.logWeight(places.get(k)));
      time = LogSum.of(time, weight - network.logStrongestFlow(places.get(k), places.get(k + 1)));
    }
    return time;
  }
}
