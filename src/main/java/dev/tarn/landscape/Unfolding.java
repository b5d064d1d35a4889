package dev.tarn.landscape;

import dev.tarn.landscape.UnfoldedLandscape.Component;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.potential.space.Subgroup;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks through the graph of classes, breadth first, and collects for each component the generators
 * of the subgroup that {@link UnfoldedLandscape} describes. Used once, by one thread.
 */
final class Unfolding {
  private final SymmetryGroup symmetry;
  private final Landscape landscape;

  /** For each minimum its connections, with the minimum on the minus side. */
  private final TreeMap<Integer, List<LiftedConnection>> leaving = new TreeMap<>();

  /** For each minimum reached, the element that takes its representative to the copy reached. */
  private final Map<Integer, Transformation> lifts = new HashMap<>();

  Unfolding(Potential potential, Landscape landscape, List<LiftedConnection> connections) {
    symmetry = potential.symmetry();
    this.landscape = landscape;
    for (StationaryPoint minimum : landscape.minima()) {
      leaving.put(minimum.id(), new ArrayList<>());
    }
    for (LiftedConnection connection : connections) {
      exits(connection.minus()).add(connection);
      exits(connection.plus()).add(connection.reversed());
    }
  }

  private List<LiftedConnection> exits(int minimum) {
    return leaving.getOrDefault(minimum, new ArrayList<>());
  }

  List<Component> components() {
    List<Component> components = new ArrayList<>();
    for (int root : leaving.keySet()) {
      if (!lifts.containsKey(root)) {
        lifts.put(root, symmetry.identity());
        components.add(component(root));
      }
    }
    return List.copyOf(components);
  }

  private Component component(int root) {
    List<Integer> minima = new ArrayList<>();
    List<Transformation> generators = new ArrayList<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      int minimum = queue.remove();
      minima.add(minimum);
      Transformation lift = lifts.getOrDefault(minimum, symmetry.identity());
      double[] representative = landscape.get(minimum).coordinates().toArray();
      for (Transformation fixing : symmetry.stabiliserGenerators(representative)) {
        generators.add(lift.after(fixing).after(lift.inverse()));
      }
      for (LiftedConnection connection : exits(minimum)) {
        Transformation reached = lift.after(connection.transport());
        Transformation known = lifts.putIfAbsent(connection.plus(), reached);
        if (known == null) {
          queue.add(connection.plus());
        } else {
          generators.add(reached.after(known.inverse()));
        }
      }
    }
    BigInteger order = Subgroup.generatedBy(generators).order();
    minima.sort(null);
    return new Component(List.copyOf(minima), order, symmetry.order().divide(order));
  }
}
