package dev.tarn.landscape;

import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.landscape.DisconnectivityTree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kruskal's algorithm: superbasins are merged as barriers of rising energy come. Used once, by one
 * thread.
 */
final class SuperbasinMerger {
  private final List<Minimum> leaves;
  private final int[] up;
  private final int[] top;
  private final List<Node> nodes = new ArrayList<>();

  /** For each node its parts; a superbasin takes over those that formed at the same energy. */
  private final List<Set<Integer>> parts = new ArrayList<>();

  private final Set<Integer> absorbed = new HashSet<>();

  SuperbasinMerger(List<Minimum> leaves) {
    this.leaves = leaves;
    up = new int[leaves.size()];
    top = new int[leaves.size()];
    for (int n = 0; n < up.length; n++) {
      up[n] = n;
      top[n] = n;
      add(leaves.get(n).energy(), leaves.get(n).id(), new TreeSet<>(), 1, n);
    }
  }

  /** Takes the next barrier, no lower than those before; the minima are named by their leaves. */
  void join(int minus, int plus, Barrier barrier) {
    int a = find(minus);
    int b = find(plus);
    if (a == b) {
      return;
    }
    // The roots of the union are the lowest leaves, so the smaller number stays.
    int stays = Math.min(a, b);
    int goes = Math.max(a, b);
    // A minimum can lie above its own barrier by rounding: a superbasin is not below its parts.
    double level =
        Math.max(
            barrier.energy(),
            Math.max(nodes.get(top[stays]).energy(), nodes.get(top[goes]).energy()));
    Set<Integer> children = new TreeSet<>(Comparator.comparingInt(this::lowest));
    for (int side : new int[] {top[stays], top[goes]}) {
      if (side >= leaves.size() && nodes.get(side).energy() == level) {
        children.addAll(parts.get(side));
        absorbed.add(side);
      } else {
        children.add(side);
      }
    }
    int minima = nodes.get(top[stays]).minima() + nodes.get(top[goes]).minima();
    up[goes] = stays;
    top[stays] = nodes.size();
    add(level, barrier.id(), children, minima, stays);
  }

  private int lowest(int node) {
    return nodes.get(node).lowest();
  }

  private void add(double energy, int id, Set<Integer> children, int minima, int lowest) {
    parts.add(children);
    nodes.add(
        new Node(nodes.size(), energy, id, List.of(), DisconnectivityTree.NONE, minima, lowest));
  }

  private int find(int leaf) {
    int root = leaf;
    while (up[root] != root) {
      up[root] = up[up[root]];
      root = up[root];
    }
    return root;
  }

  /** Numbers what is left when the superbasins that another took over are taken out. */
  List<Node> nodes() {
    int[] number = new int[nodes.size()];
    int count = 0;
    for (int n = 0; n < number.length; n++) {
      number[n] = absorbed.contains(n) ? DisconnectivityTree.NONE : count++;
    }
    int[] parent = new int[count];
    Arrays.fill(parent, DisconnectivityTree.NONE);
    for (int n = 0; n < number.length; n++) {
      for (int child : parts.get(n)) {
        if (number[n] != DisconnectivityTree.NONE) {
          parent[number[child]] = number[n];
        }
      }
    }
    List<Node> numbered = new ArrayList<>();
    for (int n = 0; n < number.length; n++) {
      if (number[n] != DisconnectivityTree.NONE) {
        Node node = nodes.get(n);
        List<Integer> children = parts.get(n).stream().map(child -> number[child]).toList();
        numbered.add(
            new Node(
                number[n],
                node.energy(),
                node.id(),
                children,
                parent[number[n]],
                node.minima(),
                node.lowest()));
      }
    }
    return numbered;
  }
}
