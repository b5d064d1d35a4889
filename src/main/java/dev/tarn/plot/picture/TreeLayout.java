package dev.tarn.plot.picture;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Places the nodes of a disconnectivity tree side by side.
 *
 * <p>Every leaf takes a place of its own, and the leaves of a subtree stand next to each other, so
 * no branches can cross. The largest part of a superbasin stands in the middle and right below it,
 * which gives the main funnel a straight trunk; the others follow by size, each on the side where
 * fewer minima are. Unconnected parts stand one after the other, that of the lowest minimum first,
 * with an empty place between them. Immutable; cost {@code O(V log V)}.
 */
public final class TreeLayout {
  private final double[] places;
  private final List<Double> gaps = new ArrayList<>();
  private final double width;

  /**
   * Lays a tree out.
   *
   * @param tree the tree
   */
  public TreeLayout(DisconnectivityTree tree) {
    List<Node> nodes = tree.nodes();
    places = new double[nodes.size()];
    List<List<Integer>> orders = orders(nodes);
    int next = 0;
    for (Node root : tree.roots()) {
      if (next > 0) {
        gaps.add(next + 0.5);
        next++;
      }
      next = placeLeaves(nodes, orders, root, next);
    }
    width = Math.max(1, next);
    // Children come before their parents.
    for (Node node : nodes) {
      if (!node.isLeaf()) {
        places[node.number()] = places[largest(nodes, node.children())];
      }
    }
  }

  /**
   * Where a node stands.
   *
   * @param node the node's number
   * @return from 0 to {@link #width}; a leaf takes the width 1 around its place
   */
  public double place(int node) {
    return places[node];
  }

  /**
   * The places between unconnected parts.
   *
   * @return ascending; empty for one part
   */
  public List<Double> gaps() {
    return List.copyOf(gaps);
  }

  /**
   * The number of places.
   *
   * @return at least 1
   */
  public double width() {
    return width;
  }

  /** Gives the leaves below a node their places, without recursion: trees may be deep. */
  private int placeLeaves(List<Node> nodes, List<List<Integer>> orders, Node root, int first) {
    int next = first;
    Deque<Integer> open = new ArrayDeque<>();
    open.push(root.number());
    while (!open.isEmpty()) {
      Node node = nodes.get(open.pop());
      if (node.isLeaf()) {
        places[node.number()] = next + 0.5;
        next++;
      } else {
        List<Integer> order = orders.get(node.number());
        for (int k = order.size() - 1; k >= 0; k--) {
          open.push(order.get(k));
        }
      }
    }
    return next;
  }

  /**
   * The children of each node from left to right. A part goes to the side of the trunk on which
   * fewer minima are so far, which keeps the trunk near the middle.
   */
  private static List<List<Integer>> orders(List<Node> nodes) {
    List<List<Integer>> orders = new ArrayList<>();
    int[] left = new int[nodes.size()];
    int[] right = new int[nodes.size()];
    for (Node node : nodes) {
      List<Integer> bySize = new ArrayList<>(node.children());
      bySize.sort(bySize(nodes));
      Deque<Integer> order = new ArrayDeque<>();
      int n = node.number();
      for (int child : bySize) {
        if (order.isEmpty()) {
          left[n] = left[child];
          right[n] = right[child];
          order.add(child);
        } else if (left[n] <= right[n]) {
          left[n] += nodes.get(child).minima();
          order.addFirst(child);
        } else {
          right[n] += nodes.get(child).minima();
          order.addLast(child);
        }
      }
      orders.add(List.copyOf(order));
    }
    return orders;
  }

  private static int largest(List<Node> nodes, List<Integer> children) {
    return children.stream().min(bySize(nodes)).orElseThrow();
  }

  private static Comparator<Integer> bySize(List<Node> nodes) {
    return Comparator.<Integer>comparingInt(n -> -nodes.get(n).minima())
        .thenComparing(n -> nodes.get(n).lowest());
  }
}
