package dev.tarn.network;

import dev.tarn.potential.SymmetryGroup;
import java.util.Arrays;
import java.util.List;

/**
 * The projection onto the points that some elements of a network's symmetry group leave in place:
 * each parameter becomes the average, with signs, of all those that it can be taken to, and zero if
 * it can be taken to its own negative.
 *
 * <p>Classes of parameters are kept as trees (union-find), each parameter with its sign relative to
 * its parent. Immutable after construction; cost {@code O(n)} for each element and each point.
 */
final class FixedSpace implements SymmetryGroup.Projection {
  private final int[] parent;
  private final int[] sign;
  private final boolean[] zero;
  private final int[] root;
  private final int[] rootSign;
  private final int[] members;

  FixedSpace(int n, List<NetworkTransformation> elements) {
    parent = new int[n];
    Arrays.setAll(parent, i -> i);
    sign = new int[n];
    Arrays.fill(sign, 1);
    zero = new boolean[n];
    for (NetworkTransformation element : elements) {
      element.move(this::join);
    }
    root = new int[n];
    rootSign = new int[n];
    members = new int[n];
    for (int i = 0; i < n; i++) {
      rootSign[i] = find(i);
      root[i] = parent[i];
      members[root[i]]++;
    }
  }

  /** Makes the parent of a parameter its root; returns its sign relative to it. */
  private int find(int i) {
    int top = i;
    int product = 1;
    while (parent[top] != top) {
      product *= sign[top];
      top = parent[top];
    }
    int at = i;
    int rest = product;
    while (parent[at] != at) {
      int next = parent[at];
      int own = sign[at];
      parent[at] = top;
      sign[at] = rest;
      rest *= own;
      at = next;
    }
    return product;
  }

  private void join(int to, int from, int relative) {
    int toSign = find(to);
    int fromSign = find(from);
    int a = parent[to];
    int b = parent[from];
    int between = toSign * relative * fromSign;
    if (a != b) {
      parent[a] = b;
      sign[a] = between;
      zero[b] |= zero[a];
    } else if (between < 0) {
      zero[a] = true;
    }
  }

  @Override
  public void apply(double[] x) {
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      sums[root[i]] += rootSign[i] * x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = zero[root[i]] ? 0.0 : rootSign[i] * (sums[root[i]] / members[root[i]]);
    }
  }
}
