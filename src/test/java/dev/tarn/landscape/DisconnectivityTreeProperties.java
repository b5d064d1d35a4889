package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.landscape.DisconnectivityTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The tree means what it says: superbasins are connected components below a threshold. */
class DisconnectivityTreeProperties {
  /** A graph of minima whose ids are not their places. */
  record Graph(List<Minimum> minima, List<Barrier> barriers) {}

  @Provide
  Arbitrary<Graph> graphs() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(
            n ->
                Arbitraries.integers()
                    .between(0, 3 * n)
                    .flatMap(m -> Arbitraries.longs().map(seed -> random(n, m, new Random(seed)))));
  }

  /** Energies on a coarse grid half of the time, so that ties are common. */
  static Graph random(int n, int m, Random random) {
    boolean coarse = random.nextBoolean();
    List<Minimum> minima = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      minima.add(new Minimum(100 + 7 * k, energy(random, coarse)));
    }
    List<Barrier> barriers = new ArrayList<>();
    for (int k = 0; k < m; k++) {
      Minimum a = minima.get(random.nextInt(n));
      Minimum b = minima.get(random.nextInt(n));
      double above = Math.max(a.energy(), b.energy()) + energy(random, coarse);
      barriers.add(new Barrier(5000 + k, above, a.id(), b.id()));
    }
    return new Graph(minima, barriers);
  }

  private static double energy(Random random, boolean coarse) {
    return coarse ? 0.25 * random.nextInt(5) : random.nextDouble();
  }

  /** The components by flooding, with nothing of the tree in it. */
  private static Set<Set<Integer>> components(Graph graph, double threshold) {
    Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();
    for (Minimum minimum : graph.minima()) {
      if (minimum.energy() <= threshold) {
        neighbours.put(minimum.id(), new ArrayList<>());
      }
    }
    for (Barrier barrier : graph.barriers()) {
      if (barrier.energy() <= threshold) {
        neighbours.get(barrier.minus()).add(barrier.plus());
        neighbours.get(barrier.plus()).add(barrier.minus());
      }
    }
    Set<Set<Integer>> components = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (Integer start : neighbours.keySet()) {
      Set<Integer> component = new HashSet<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        int next = open.pop();
        if (seen.add(next)) {
          component.add(next);
          open.addAll(neighbours.get(next));
        }
      }
      if (!component.isEmpty()) {
        components.add(component);
      }
    }
    return components;
  }

  private static List<Double> interestingThresholds(Graph graph) {
    List<Double> thresholds = new ArrayList<>(List.of(-1.0, 0.1, 0.6, 1.1, 1.6, 3.0));
    for (Minimum minimum : graph.minima()) {
      thresholds.add(minimum.energy());
    }
    for (Barrier barrier : graph.barriers()) {
      thresholds.add(barrier.energy());
      thresholds.add(Math.nextDown(barrier.energy()));
    }
    return thresholds;
  }

  @Property(tries = 300, seed = "1")
  void superbasinsAreTheComponentsBelowTheThreshold(@ForAll("graphs") Graph graph) {
    DisconnectivityTree tree = DisconnectivityTree.of(graph.minima(), graph.barriers());
    for (double threshold : interestingThresholds(graph)) {
      assertThat(new HashSet<>(tree.superbasins(threshold)))
          .as("at threshold %s", threshold)
          .isEqualTo(components(graph, threshold));
    }
  }

  @Property(tries = 200, seed = "1")
  void atThresholdsTheTreeShowsTheSameComponents(@ForAll("graphs") Graph graph) {
    double[] thresholds = IntStream.rangeClosed(0, 8).mapToDouble(k -> 0.25 * k).toArray();
    DisconnectivityTree tree =
        DisconnectivityTree.of(graph.minima(), graph.barriers()).at(thresholds);
    for (double threshold : thresholds) {
      assertThat(new HashSet<>(tree.superbasins(threshold)))
          .as("at threshold %s", threshold)
          .isEqualTo(components(graph, threshold));
    }
    assertThat(tree.nodes())
        .filteredOn(node -> !node.isLeaf())
        .allMatch(node -> contains(thresholds, node.energy()));
  }

  @Property(tries = 200, seed = "1")
  void leavesAndBarriersAreExact(@ForAll("graphs") Graph graph) {
    DisconnectivityTree tree = DisconnectivityTree.of(graph.minima(), graph.barriers());
    Map<Integer, Double> energies = new LinkedHashMap<>();
    graph.minima().forEach(minimum -> energies.put(minimum.id(), minimum.energy()));
    Map<Integer, Double> tops = new LinkedHashMap<>();
    graph.barriers().forEach(barrier -> tops.put(barrier.id(), barrier.energy()));
    for (Node node : tree.nodes()) {
      assertThat(node.energy())
          .isEqualTo(node.isLeaf() ? energies.get(node.id()) : tops.get(node.id()));
    }
    assertThat(tree.leaves())
        .hasSize(tree.leafCount())
        .allMatch(Node::isLeaf)
        .isEqualTo(tree.nodes().subList(0, tree.leafCount()));
    assertThat(tree.leafCount()).isEqualTo(graph.minima().size());
  }

  @Property(tries = 200, seed = "1")
  void nodesAreAForest(@ForAll("graphs") Graph graph) {
    DisconnectivityTree tree = DisconnectivityTree.of(graph.minima(), graph.barriers());
    List<Node> nodes = tree.nodes();
    for (Node node : nodes) {
      assertThat(nodes.get(node.number())).isSameAs(node);
      int minima = node.isLeaf() ? 1 : 0;
      int lowest = node.isLeaf() ? node.number() : Integer.MAX_VALUE;
      for (int child : node.children()) {
        assertThat(child).isLessThan(node.number());
        assertThat(nodes.get(child).parent()).isEqualTo(node.number());
        assertThat(nodes.get(child).energy()).isLessThanOrEqualTo(node.energy());
        minima += nodes.get(child).minima();
        lowest = Math.min(lowest, nodes.get(child).lowest());
      }
      assertThat(node.minima()).isEqualTo(minima);
      assertThat(node.lowest()).isEqualTo(lowest);
      if (!node.isLeaf()) {
        assertThat(node.children().size()).isGreaterThan(1);
        assertThat(nodes.get(node.children().get(0)).lowest()).isEqualTo(lowest);
      }
    }
    assertThat(tree.roots()).hasSize(components(graph, Double.MAX_VALUE).size());
  }

  private static boolean contains(double[] values, double wanted) {
    for (double value : values) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }
}
