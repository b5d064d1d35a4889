package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The minima that the steepest-descent paths from a transition state lead to. Both sides may lead
 * to the same class: the path then joins a minimum to a copy of itself.
 *
 * <p>A path that symmetry leads into a saddle has several ways on, which may end in different
 * classes. One of them counts as the minimum of that side; the others are its branches.
 *
 * @param transitionState the id of the transition state
 * @param minus the id of the minimum on the side against the downhill eigenvector
 * @param plus the id of the minimum on the side along it
 * @param minusLength the arc length of the path on the minus side
 * @param plusLength the arc length of the path on the plus side
 * @param saddles the number of saddles that the two paths ran into; 0 but where symmetry confines
 *     them
 * @param branches the further minima, those of the minus side first, each after the one that it
 *     parts from; mostly none
 */
public record Connection(
    int transitionState,
    int minus,
    int plus,
    double minusLength,
    double plusLength,
    int saddles,
    List<Branch> branches) {

  /**
   * A further minimum on one side of a transition state.
   *
   * @param side the side
   * @param minimum the id of the minimum, another one than that of the side and of its other
   *     branches
   * @param from the id of a minimum on the same side that the path to this one parts from: that of
   *     the side, or one of an earlier branch
   * @param barrier the energy of the saddle where the paths to the two part; it lies below the
   *     transition state. Of all saddles where such paths part it is the lowest.
   * @param length the arc length of the path from the transition state
   * @param saddles the number of saddles that the path ran into, at least 1
   */
  public record Branch(
      Side side, int minimum, int from, double barrier, double length, int saddles) {}

  private record Parting(int a, int b, double energy) {}

  /**
   * Takes a copy of the list.
   *
   * @param transitionState as above
   * @param minus as above
   * @param plus as above
   * @param minusLength as above
   * @param plusLength as above
   * @param saddles as above
   * @param branches as above
   * @throws IllegalArgumentException if a branch parts from no minimum of its side, or its minimum
   *     was there already
   */
  public Connection {
    branches = List.copyOf(branches);
    for (Side side : Side.values()) {
      List<Integer> known = new ArrayList<>(List.of(side == Side.MINUS ? minus : plus));
      for (Branch branch : branches) {
        if (branch.side == side) {
          if (!known.contains(branch.from) || known.contains(branch.minimum)) {
            throw new IllegalArgumentException(
                "the branch of transition state "
                    + transitionState
                    + " from minimum "
                    + branch.from
                    + " to "
                    + branch.minimum
                    + " leads from a minimum of its side to another one, not from one of "
                    + known);
          }
          known.add(branch.minimum);
        }
      }
    }
  }

  /**
   * A connection without branches.
   *
   * @param transitionState as above
   * @param minus as above
   * @param plus as above
   * @param minusLength as above
   * @param plusLength as above
   * @param saddles as above
   */
  public Connection(
      int transitionState,
      int minus,
      int plus,
      double minusLength,
      double plusLength,
      int saddles) {
    this(transitionState, minus, plus, minusLength, plusLength, saddles, List.of());
  }

  /**
   * The connection that a pathway makes.
   *
   * @param transitionState the id of the transition state
   * @param pathway its pathway, {@linkplain Pathway#isProper proper}
   * @param ends gives the id of the minimum of a side; called once for each side
   * @param further gives the id of a minimum at the end of another way, which may be of a class
   *     that was asked for before
   * @return the connection, with a branch for each further class of minima that is reached
   */
  public static Connection of(
      int transitionState,
      Pathway pathway,
      ToIntFunction<PolishedPoint> ends,
      ToIntFunction<PolishedPoint> further) {
    Descent minus = pathway.minus();
    Descent plus = pathway.plus();
    int minusId = ends.applyAsInt(minus.end());
    int plusId = ends.applyAsInt(plus.end());
    List<Branch> branches = new ArrayList<>();
    addBranches(pathway, Side.MINUS, minusId, further, branches);
    addBranches(pathway, Side.PLUS, plusId, further, branches);
    return new Connection(
        transitionState,
        minusId,
        plusId,
        minus.length(),
        plus.length(),
        minus.saddles().size() + plus.saddles().size(),
        branches);
  }

  private static void addBranches(
      Pathway pathway, Side side, int root, ToIntFunction<PolishedPoint> ids, List<Branch> out) {
    Map<Integer, Descent> paths = new HashMap<>();
    List<Parting> partings = new ArrayList<>();
    for (Pathway.Fork fork : pathway.forks()) {
      if (fork.side() == side) {
        List<Integer> ends = new ArrayList<>();
        for (Descent way : fork.ways()) {
          if (!way.end().degenerate()) {
            int id = ids.applyAsInt(way.end());
            paths.putIfAbsent(id, way);
            ends.add(id);
            partings.add(new Parting(ends.get(0), id, fork.saddle().energy()));
          }
        }
      }
    }
    // Prim's algorithm: the lowest partings that hold the minima together.
    Set<Integer> known = new HashSet<>(Set.of(root));
    Optional<Parting> next = lowest(partings, known);
    while (next.isPresent()) {
      Parting parting = next.get();
      int from = known.contains(parting.a) ? parting.a : parting.b;
      int to = from == parting.a ? parting.b : parting.a;
      Descent path = Objects.requireNonNull(paths.get(to));
      out.add(new Branch(side, to, from, parting.energy, path.length(), path.saddles().size()));
      known.add(to);
      next = lowest(partings, known);
    }
  }

  private static Optional<Parting> lowest(List<Parting> partings, Set<Integer> known) {
    return partings.stream()
        .filter(parting -> known.contains(parting.a) != known.contains(parting.b))
        .min(Comparator.comparingDouble(Parting::energy));
  }

  /**
   * Whether a path has several ends.
   *
   * @return true if there are branches
   */
  public boolean isBranched() {
    return !branches.isEmpty();
  }

  /**
   * The minima of one side.
   *
   * @param side the side
   * @return the ids, that of {@link #minus} or {@link #plus} first, then those of the branches
   */
  public List<Integer> minima(Side side) {
    List<Integer> minima = new ArrayList<>(List.of(side == Side.MINUS ? minus : plus));
    for (Branch branch : branches) {
      if (branch.side == side) {
        minima.add(branch.minimum);
      }
    }
    return minima;
  }

  /**
   * What separates the minima of this connection: each two that lie on different sides the
   * transition state, each two on the same side the highest saddle at which the paths to them part.
   *
   * @param energy the energy of the transition state
   * @return a barrier for each pair of minima, that of {@link #minus} and {@link #plus} first
   */
  public List<DisconnectivityTree.Barrier> barriers(double energy) {
    List<DisconnectivityTree.Barrier> barriers = new ArrayList<>();
    List<Integer> right = minima(Side.PLUS);
    for (int a : minima(Side.MINUS)) {
      for (int b : right) {
        barriers.add(new DisconnectivityTree.Barrier(transitionState, energy, a, b));
      }
    }
    for (Side side : Side.values()) {
      List<Integer> minima = minima(side);
      for (int k = 1; k < minima.size(); k++) {
        for (int j = 0; j < k; j++) {
          double parting = parting(side, minima.get(j), minima.get(k));
          barriers.add(
              new DisconnectivityTree.Barrier(
                  transitionState, parting, minima.get(j), minima.get(k)));
        }
      }
    }
    return barriers;
  }

  /** The highest saddle between two minima of a side: the branches form a tree. */
  private double parting(Side side, int a, int b) {
    List<Branch> tree = branches.stream().filter(branch -> branch.side == side).toList();
    List<Integer> minima = minima(side);
    double highest = Double.NEGATIVE_INFINITY;
    int i = minima.indexOf(a);
    int j = minima.indexOf(b);
    while (i != j) {
      // A branch comes after what it parts from.
      Branch last = tree.get(Math.max(i, j) - 1);
      highest = Math.max(highest, last.barrier);
      int from = minima.indexOf(last.from);
      if (i > j) {
        i = from;
      } else {
        j = from;
      }
    }
    return highest;
  }
}
