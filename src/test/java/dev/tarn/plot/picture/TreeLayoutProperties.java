package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.landscape.DisconnectivityTree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A layout without crossings: every subtree has an interval of its own. */
class TreeLayoutProperties {
  private static DisconnectivityTree random(int n, int m, Random random) {
    List<Minimum> minima = new ArrayList<>();
    List<Barrier> barriers = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      minima.add(new Minimum(k, random.nextDouble()));
    }
    for (int k = 0; k < m; k++) {
      barriers.add(
          new Barrier(n + k, 1.0 + random.nextDouble(), random.nextInt(n), random.nextInt(n)));
    }
    return DisconnectivityTree.of(minima, barriers);
  }

  @Property(tries = 200, seed = "1")
  void subtreesStandApart(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(max = 60) int m,
      @ForAll long seed) {
    DisconnectivityTree tree = random(n, m, new Random(seed));
    TreeLayout layout = new TreeLayout(tree);
    List<Node> nodes = tree.nodes();
    double[] first = new double[nodes.size()];
    double[] last = new double[nodes.size()];
    for (Node node : nodes) {
      int k = node.number();
      first[k] = node.isLeaf() ? layout.place(k) : Double.POSITIVE_INFINITY;
      last[k] = node.isLeaf() ? layout.place(k) : Double.NEGATIVE_INFINITY;
      for (int child : node.children()) {
        first[k] = Math.min(first[k], first[child]);
        last[k] = Math.max(last[k], last[child]);
      }
      // As many places as leaves: nothing else stands between them.
      assertThat(last[k] - first[k]).isEqualTo(node.minima() - 1.0);
      assertThat(layout.place(k)).isBetween(first[k], last[k]);
    }
    List<Node> roots = tree.roots();
    assertThat(layout.width()).isEqualTo(n + roots.size() - 1.0);
    assertThat(layout.gaps()).hasSize(roots.size() - 1);
    for (int k = 0; k + 1 < roots.size(); k++) {
      assertThat(layout.gaps().get(k))
          .isGreaterThan(last[roots.get(k).number()])
          .isLessThan(first[roots.get(k + 1).number()]);
    }
  }
}
