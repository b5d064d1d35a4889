package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import com.google.common.graph.Traverser;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.UnfoldedLandscape.Component;
import dev.tarn.landscape.UnfoldedLandscape.SelfConnection;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkTransformation;
import dev.tarn.network.XorGroup;
import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.path.SteepestDescent;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Explored;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unfolded landscape against the graph of all copies, built point by point. */
class UnfoldedLandscapeTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1e-1", "1, 1e-2", "1, 1e-6", "2, 1e-1", "2, 1e-2", "2, 1e-4", "2, 1e-6", "3, 1e-2",
    "3, 1e-3"
  })
  void agreesWithTheGraphOfAllCopies(int hidden, double lambda) {
    Network network = Network.xor(hidden, lambda);
    Landscape landscape = Explored.of(network);
    UnfoldedLandscape unfolded = check(network, landscape);
    assertThat(unfolded.open()).isEmpty();
    // The zero point has no copies but itself, so whatever hangs on it is in one piece.
    assertThat(unfolded.components()).hasSize(landscape.components().size());
    assertThat(unfolded.components().get(0).unfolded()).isEqualTo(BigInteger.ONE);
  }

  /** Without the zero point and some transition states the graph falls into several pieces. */
  @ParameterizedTest
  @CsvSource({"1, 1e-2", "2, 1e-4", "3, 1e-3"})
  void agreesForPartsOfALandscape(int hidden, double lambda) {
    Network network = Network.xor(hidden, lambda);
    Landscape landscape = Explored.of(network);
    Set<BigInteger> counts = new HashSet<>();
    for (int part = 0; part < 8; part++) {
      RandomGenerator random = RandomStreams.of(41, part);
      Landscape kept = Landscape.of(network);
      for (StationaryPoint point : landscape.points()) {
        boolean isZeroPoint = point.orbit().equals(BigInteger.ONE);
        if (!isZeroPoint && (point.isMinimum() || random.nextDouble() < 0.3 + 0.1 * part)) {
          kept.restore(point, 1L);
        }
      }
      counts.add(check(network, kept).unfoldedComponents());
    }
    assertThat(counts).hasSizeGreaterThanOrEqualTo(hidden == 1 ? 1 : 3);
  }

  private static UnfoldedLandscape check(Network network, Landscape landscape) {
    UnfoldedLandscape unfolded = UnfoldedLandscape.of(network, landscape);
    AllCopies all = new AllCopies(network, landscape);
    assertThat(unfolded.groupOrder()).isEqualTo(BigInteger.valueOf(all.group.size()));
    assertThat(unfolded.unfoldedComponents()).isEqualTo(BigInteger.valueOf(all.components.size()));
    for (StationaryPoint minimum : landscape.minima()) {
      assertThat(unfolded.copies().get(minimum.id()))
          .isEqualTo(BigInteger.valueOf(all.classes.get(minimum.id()).size()));
    }
    for (Component component : unfolded.components()) {
      Set<Integer> ids = new HashSet<>(component.minima());
      long count = all.components.stream().filter(c -> all.idsOf(c).equals(ids)).count();
      assertThat(component.unfolded()).isEqualTo(BigInteger.valueOf(count));
      assertThat(component.unfolded().multiply(component.stabiliser()))
          .isEqualTo(unfolded.groupOrder());
    }
    assertThat(unfolded.selfConnections().stream().map(SelfConnection::transitionState))
        .containsExactlyElementsOf(all.loops);
    for (SelfConnection loop : unfolded.selfConnections()) {
      double[] x = landscape.get(loop.minimum()).coordinates().toArray();
      int here = all.indexOf(x);
      int there = all.indexOf(loop.symmetry().apply(x));
      assertThat(all.graph.hasEdgeConnecting(here, there)).isTrue();
    }
    assertThat(unfolded.open()).containsExactlyElementsOf(all.open);
    return unfolded;
  }

  /** Every copy of every minimum, and every copy of every path. */
  private static final class AllCopies {
    private final List<NetworkTransformation> group;
    private final List<double[]> points = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> classes = new TreeMap<>();
    private final List<Integer> loops = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final MutableGraph<Integer> graph =
        GraphBuilder.undirected().allowsSelfLoops(true).build();
    private final List<Set<Integer>> components = new ArrayList<>();

    AllCopies(Network network, Landscape landscape) {
      group = XorGroup.elements(network.architecture().units());
      for (StationaryPoint minimum : landscape.minima()) {
        List<Integer> members = new ArrayList<>();
        for (NetworkTransformation g : group) {
          double[] copy = g.apply(minimum.coordinates().toArray());
          if (indexOf(copy) < 0) {
            members.add(points.size());
            graph.addNode(points.size());
            points.add(copy);
          }
        }
        classes.put(minimum.id(), members);
      }
      SteepestDescent descent = new SteepestDescent(network, PathSettings.defaults());
      StationaryPolish polish = StationaryPolish.newton(network);
      for (StationaryPoint top : landscape.transitionStates()) {
        Pathway path = descent.pathway(polish.characterise(top.coordinates().toArray()), false);
        double[] minus = path.minus().end().coordinates();
        double[] plus = path.plus().end().coordinates();
        if (indexOf(minus) < 0 || indexOf(plus) < 0) {
          open.add(top.id());
          continue;
        }
        Set<Integer> classesOfMinus = new HashSet<>();
        Set<Integer> classesOfPlus = new HashSet<>();
        join(minus, plus);
        for (Descent way : path.descents(Side.MINUS)) {
          joinWay(way, plus, classesOfMinus);
        }
        for (Descent way : path.descents(Side.PLUS)) {
          joinWay(way, minus, classesOfPlus);
        }
        classesOfMinus.retainAll(classesOfPlus);
        classesOfMinus.forEach(id -> loops.add(top.id()));
      }
      Set<Integer> seen = new HashSet<>();
      for (int node : graph.nodes()) {
        if (!seen.contains(node)) {
          Set<Integer> component = new HashSet<>();
          Traverser.forGraph(graph).breadthFirst(node).forEach(component::add);
          seen.addAll(component);
          components.add(component);
        }
      }
    }

    /** Joins a way's end to the other side, and to where the symmetry of its saddles takes it. */
    private void joinWay(Descent way, double[] opposite, Set<Integer> reached) {
      double[] end = way.end().coordinates();
      if (indexOf(end) >= 0) {
        reached.add(idOf(indexOf(end)));
        join(end, opposite);
        for (PolishedPoint saddle : way.saddles()) {
          double[] x = saddle.coordinates();
          group.stream()
              .filter(g -> Vectors.distance(g.apply(x), x) < 1e-6)
              .forEach(g -> join(end, g.apply(end)));
        }
      }
    }

    private void join(double[] a, double[] b) {
      for (NetworkTransformation g : group) {
        graph.putEdge(indexOf(g.apply(a)), indexOf(g.apply(b)));
      }
    }

    int indexOf(double[] x) {
      for (int k = 0; k < points.size(); k++) {
        if (Vectors.distance(points.get(k), x) < 1e-4) {
          return k;
        }
      }
      return -1;
    }

    int idOf(int node) {
      return classes.entrySet().stream()
          .filter(entry -> entry.getValue().contains(node))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }

    Set<Integer> idsOf(Set<Integer> component) {
      return component.stream().map(this::idOf).collect(Collectors.toSet());
    }
  }

  @Test
  void emptyLandscapeHasNothing() {
    Network network = Network.xor(2, 0.1);
    UnfoldedLandscape unfolded = UnfoldedLandscape.of(network, Landscape.of(network));
    assertThat(unfolded.unfoldedComponents()).isZero();
    assertThat(unfolded.copies()).isEmpty();
    assertThat(unfolded.selfConnections()).isEmpty();
  }
}
