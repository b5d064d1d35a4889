package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.landscape.DisconnectivityTree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisconnectivityTreeTest {
  /** Two funnels and a minimum that nothing joins to them. */
  private static final List<Minimum> MINIMA =
      List.of(
          new Minimum(4, 0.0),
          new Minimum(3, 1.0),
          new Minimum(2, 0.5),
          new Minimum(1, 2.0),
          new Minimum(9, 3.0));

  private static final List<Barrier> BARRIERS =
      List.of(
          new Barrier(20, 2.0, 4, 3),
          new Barrier(21, 2.5, 2, 1),
          new Barrier(22, 4.0, 3, 1),
          new Barrier(23, 4.5, 4, 2),
          new Barrier(24, 1.5, 4, 4));

  private static final DisconnectivityTree TREE = DisconnectivityTree.of(MINIMA, BARRIERS);

  @Test
  void superbasinsFormAtTheirBarriers() {
    assertThat(TREE.nodes()).extracting(Node::id).containsExactly(4, 2, 3, 1, 9, 20, 21, 22);
    assertThat(TREE.nodes())
        .extracting(Node::energy)
        .containsExactly(0.0, 0.5, 1.0, 2.0, 3.0, 2.0, 2.5, 4.0);
    assertThat(TREE.nodes()).extracting(Node::parent).containsExactly(5, 6, 5, 6, -1, 7, 7, -1);
    assertThat(TREE.roots()).extracting(Node::id).containsExactly(22, 9);
  }

  @Test
  void superbasinsAtAThreshold() {
    assertThat(TREE.superbasins(-0.1)).isEmpty();
    assertThat(TREE.superbasins(1.2)).containsExactly(Set.of(4), Set.of(2), Set.of(3));
    assertThat(TREE.superbasins(2.0)).containsExactly(Set.of(4, 3), Set.of(2), Set.of(1));
    assertThat(TREE.superbasins(9.0)).containsExactly(Set.of(4, 3, 2, 1), Set.of(9));
  }

  @Test
  void whatMergesAtOneEnergyMergesAtOnce() {
    DisconnectivityTree coarse = TREE.at(3.0, 4.0);
    assertThat(coarse.nodes())
        .filteredOn(node -> !node.isLeaf())
        .extracting(Node::energy)
        .containsExactly(3.0, 3.0, 4.0);
    DisconnectivityTree coarsest = TREE.at(5.0);
    Node root = coarsest.roots().get(0);
    assertThat(root.energy()).isEqualTo(5.0);
    assertThat(root.children()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatMergesAboveTheHighestThresholdStaysApart() {
    assertThat(TREE.at(3.0).roots()).hasSize(3);
  }

  @Test
  void aBarrierBelowItsMinimumByRoundingIsRaised() {
    DisconnectivityTree tree =
        DisconnectivityTree.of(
            List.of(new Minimum(1, 0.0), new Minimum(2, 1.0)),
            List.of(new Barrier(3, Math.nextDown(1.0), 1, 2)));
    assertThat(tree.roots()).extracting(Node::energy).containsExactly(1.0);
  }

  @Test
  void aLongChainIsNoTrouble() {
    List<Minimum> minima = new ArrayList<>();
    List<Barrier> barriers = new ArrayList<>();
    int n = 50_000;
    for (int k = 0; k < n; k++) {
      minima.add(new Minimum(k, k));
      if (k > 0) {
        barriers.add(new Barrier(n + k, k + 0.5, k - 1, k));
      }
    }
    DisconnectivityTree tree = DisconnectivityTree.of(minima, barriers);
    assertThat(tree.roots()).extracting(Node::minima).containsExactly(n);
    assertThat(tree.superbasins(99.5)).extracting(Set::size).containsExactly(100);
  }

  @Test
  void nothingIsAnEmptyTree() {
    DisconnectivityTree empty = DisconnectivityTree.of(List.of(), List.of());
    assertThat(empty.nodes()).isEmpty();
    assertThat(empty.roots()).isEmpty();
    assertThat(empty.superbasins(0.0)).isEmpty();
  }

  @Test
  void badInput() {
    assertThatThrownBy(
            () -> DisconnectivityTree.of(List.of(MINIMA.get(0), MINIMA.get(0)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are two minima with the id 4");
    assertThatThrownBy(() -> DisconnectivityTree.of(MINIMA, List.of(new Barrier(7, 1.0, 4, 8))))
        .hasMessage("transition state 7 joins minimum 8, which is not there");
    assertThatThrownBy(() -> DisconnectivityTree.of(List.of(new Minimum(1, Double.NaN)), List.of()))
        .hasMessage("the energy of minimum 1 is finite, not NaN");
    assertThatThrownBy(() -> TREE.at()).hasMessage("at least one threshold is needed");
    assertThatThrownBy(() -> TREE.at(Double.POSITIVE_INFINITY))
        .hasMessage("a threshold is a finite energy, not Infinity");
  }
}
