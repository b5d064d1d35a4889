package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Explored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MinimaxPathTest {
  private static Barrier barrier(int id, double energy, int minus, int plus) {
    return new Barrier(id, energy, minus, plus);
  }

  private static MinimaxPath path(List<Barrier> barriers, int from, int to) {
    return MinimaxPath.between(barriers, from, to).orElseThrow();
  }

  @Test
  void aDetourOverLowerBarriersIsPreferred() {
    List<Barrier> barriers =
        List.of(barrier(10, 3.0, 1, 2), barrier(11, 1.0, 1, 3), barrier(12, 2.0, 2, 3));
    MinimaxPath found = path(barriers, 1, 2);
    assertThat(found.steps())
        .containsExactly(new MinimaxPath.Step(1, 11, 3), new MinimaxPath.Step(3, 12, 2));
    assertThat(found.highest()).isEqualTo(barriers.get(2));
    assertThat(path(barriers, 2, 1).steps())
        .containsExactly(new MinimaxPath.Step(2, 12, 3), new MinimaxPath.Step(3, 11, 1));
  }

  @Test
  void behindAHighBarrierTheLowerOnesDecide() {
    List<Barrier> barriers =
        List.of(
            barrier(10, 9.0, 1, 2),
            barrier(11, 5.0, 2, 3),
            barrier(12, 1.0, 2, 4),
            barrier(13, 2.0, 4, 3));
    assertThat(path(barriers, 1, 3).steps())
        .containsExactly(
            new MinimaxPath.Step(1, 10, 2),
            new MinimaxPath.Step(2, 12, 4),
            new MinimaxPath.Step(4, 13, 3));
  }

  @Test
  void ofEqualBarriersTheSmallerIdDecides() {
    List<Barrier> barriers = List.of(barrier(12, 1.0, 1, 2), barrier(11, 1.0, 2, 1));
    assertThat(path(barriers, 1, 2).steps()).containsExactly(new MinimaxPath.Step(1, 11, 2));
  }

  @Test
  void loopsAndOtherComponentsAreNoWay() {
    List<Barrier> barriers = List.of(barrier(10, 1.0, 1, 1), barrier(11, 1.0, 2, 3));
    assertThat(MinimaxPath.between(barriers, 1, 2)).isEmpty();
    assertThat(MinimaxPath.between(List.of(), 1, 2)).isEmpty();
    assertThatThrownBy(() -> MinimaxPath.between(barriers, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 2 to itself");
  }

  /** Against all simple paths of small graphs, with few energies, so that there are ties. */
  @Property(tries = 500, seed = "1")
  void noPathIsBetter(
      @ForAll Random random,
      @ForAll @IntRange(min = 2, max = 6) int minima,
      @ForAll @IntRange(max = 10) int count) {
    List<Barrier> barriers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      barriers.add(
          barrier(
              100 + k, random.nextInt(5), 1 + random.nextInt(minima), 1 + random.nextInt(minima)));
    }
    List<List<Barrier>> all = new ArrayList<>();
    collect(barriers, 1, 2, new TreeSet<>(List.of(1)), new ArrayList<>(), all);
    Optional<MinimaxPath> found = MinimaxPath.between(barriers, 1, 2);
    assertThat(found.isPresent()).isEqualTo(!all.isEmpty());
    if (found.isPresent()) {
      List<Barrier> best = all.stream().min(MinimaxPathTest::compareFromTheTop).orElseThrow();
      assertThat(found.get().steps())
          .extracting(MinimaxPath.Step::transitionState)
          .containsExactlyElementsOf(best.stream().map(Barrier::id).toList());
      assertThat(found.get().highest().energy())
          .isEqualTo(best.stream().mapToDouble(Barrier::energy).max().orElseThrow());
    }
  }

  private static void collect(
      List<Barrier> barriers,
      int at,
      int to,
      Set<Integer> visited,
      List<Barrier> over,
      List<List<Barrier>> all) {
    if (at == to) {
      all.add(List.copyOf(over));
      return;
    }
    for (Barrier b : barriers) {
      if (b.minus() == at || b.plus() == at) {
        int next = b.minus() == at ? b.plus() : b.minus();
        if (visited.add(next)) {
          over.add(b);
          collect(barriers, next, to, visited, over, all);
          over.remove(over.size() - 1);
          visited.remove(next);
        }
      }
    }
  }

  private static int compareFromTheTop(List<Barrier> a, List<Barrier> b) {
    Comparator<Barrier> rising =
        Comparator.comparingDouble(Barrier::energy).thenComparingInt(Barrier::id);
    List<Barrier> left = a.stream().sorted(rising.reversed()).toList();
    List<Barrier> right = b.stream().sorted(rising.reversed()).toList();
    for (int k = 0; k < Math.min(left.size(), right.size()); k++) {
      int order = rising.compare(left.get(k), right.get(k));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** Two minima are in one superbasin from the highest barrier of their path on, not before. */
  @Test
  void theHighestBarrierIsTheThresholdOfTheDisconnectivityTree() {
    Landscape landscape = Explored.of(Network.xor(2, 1e-4));
    DisconnectivityTree tree = DisconnectivityTree.of(landscape, id -> true);
    List<StationaryPoint> minima = landscape.minima();
    for (StationaryPoint a : minima) {
      for (StationaryPoint b : minima) {
        if (a.id() != b.id()) {
          MinimaxPath path = MinimaxPath.between(landscape, a.id(), b.id()).orElseThrow();
          double top = path.highest().energy();
          assertThat(tree.superbasins(top)).anyMatch(s -> s.contains(a.id()) && s.contains(b.id()));
          assertThat(tree.superbasins(Math.nextDown(top)))
              .noneMatch(s -> s.contains(a.id()) && s.contains(b.id()));
        }
      }
    }
    int saddle = landscape.transitionStates().get(0).id();
    assertThatThrownBy(() -> MinimaxPath.between(landscape, minima.get(0).id(), saddle))
        .hasMessageContaining("point " + saddle + " has index 1");
  }

  @Test
  void stepsAreJoinedEndToEndInWhicheverDirection() {
    assertThat(MinimaxPath.Step.endToEnd(List.of(connection(10, 1, 2))))
        .containsExactly(new MinimaxPath.Step(1, 10, 2));
    assertThat(MinimaxPath.Step.endToEnd(List.of(connection(10, 1, 2), connection(11, 3, 1))))
        .containsExactly(new MinimaxPath.Step(2, 10, 1), new MinimaxPath.Step(1, 11, 3));
    assertThat(
            MinimaxPath.Step.endToEnd(
                List.of(connection(10, 1, 2), connection(11, 2, 2), connection(12, 3, 2))))
        .containsExactly(
            new MinimaxPath.Step(1, 10, 2),
            new MinimaxPath.Step(2, 11, 2),
            new MinimaxPath.Step(2, 12, 3));
  }

  @Test
  void stepsThatCannotGoOnAreNamed() {
    assertThatThrownBy(
            () ->
                MinimaxPath.Step.endToEnd(
                    List.of(connection(10, 2, 1), connection(11, 1, 3), connection(12, 1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "transition state 12 joins minima 1 and 2, but the path over 11 leads from 1 to 3");
    assertThatThrownBy(() -> MinimaxPath.Step.endToEnd(List.of()))
        .hasMessageContaining("at least one");
  }

  private static Connection connection(int transitionState, int minus, int plus) {
    return new Connection(transitionState, minus, plus, 1.0, 1.0, 0);
  }
}
