package dev.tarn.landscape;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import com.google.common.graph.Traverser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph of a {@link Landscape}: minima by id, joined by the connections of transition states.
 * Not thread-safe.
 */
final class ClassGraph {
  private final TreeMap<Integer, Connection> connections = new TreeMap<>();
  private final MutableGraph<Integer> minima =
      GraphBuilder.undirected().allowsSelfLoops(true).build();

  void addMinimum(int id) {
    minima.addNode(id);
  }

  /** Joins minima; a second connection of the same transition state is ignored. */
  void connect(Connection connection) {
    if (connections.putIfAbsent(connection.transitionState(), connection) == null) {
      minima.putEdge(connection.minus(), connection.plus());
      connection.branches().forEach(b -> minima.putEdge(b.from(), b.minimum()));
    }
  }

  Optional<Connection> connection(int transitionState) {
    return Optional.ofNullable(connections.get(transitionState));
  }

  /** The connections in the order of their transition states' ids. */
  List<Connection> connections() {
    return new ArrayList<>(connections.values());
  }

  /** The connected components, by their smallest ids. */
  List<Set<Integer>> components() {
    List<Set<Integer>> components = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Traverser<Integer> traverser = Traverser.forGraph(minima);
    for (Integer id : new TreeSet<>(minima.nodes())) {
      if (!seen.contains(id)) {
        Set<Integer> component = new HashSet<>();
        traverser.breadthFirst(id).forEach(component::add);
        seen.addAll(component);
        components.add(component);
      }
    }
    return components;
  }
}
