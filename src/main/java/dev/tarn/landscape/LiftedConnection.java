package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Transformation;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two of the points that the steepest-descent paths from a transition state lead to: not only the
 * classes, but which copies of them.
 *
 * <p>The copies are given by elements of the symmetry group that take the representatives which the
 * landscape holds to the two ends. The transition state is the representative of its class.
 *
 * @param transitionState the id of the transition state
 * @param across whether the two lie on different sides of it; otherwise the paths to them part at a
 *     saddle below it
 * @param minus the id of the minimum on the one side
 * @param minusCopy an element that takes the representative of {@code minus} to the end of the path
 * @param plus the id of the minimum on the other side
 * @param plusCopy an element that takes the representative of {@code plus} to the end of the path
 * @param chosen whether a path ran into a saddle on its way, where symmetry leaves it several ways
 *     on, so that this is one of several connections
 */
record LiftedConnection(
    int transitionState,
    boolean across,
    int minus,
    Transformation minusCopy,
    int plus,
    Transformation plusCopy,
    boolean chosen) {

  /** Where one path ends. */
  private record End(int id, Transformation copy) {}

  /**
   * Follows the paths of a transition state down, in the full space, on all their ways.
   *
   * <p>Of the ways on from a saddle only those are followed that no symmetry of the saddle takes to
   * one another. The others end in the copies under that symmetry of the points that these end in.
   *
   * @param potential the potential
   * @param landscape its landscape
   * @param transitionState a transition state of the landscape
   * @return connections that join all points that the paths lead to, but for copies under the
   *     group, the one of the two conventional paths first; none if one of these does not end in a
   *     minimum of the landscape
   * @throws IllegalArgumentException if the point is no transition state
   */
  static List<LiftedConnection> follow(
      Potential potential, Landscape landscape, StationaryPoint transitionState) {
    Potential measured = potential.measured();
    PolishedPoint top =
        StationaryPolish.of(measured).characterise(transitionState.coordinates().toArray());
    Pathway pathway = new SteepestDescent(measured, PathSettings.defaults()).pathway(top, false);
    Optional<End> minus = end(potential, landscape, pathway.minus());
    Optional<End> plus = end(potential, landscape, pathway.plus());
    if (!pathway.complete() || minus.isEmpty() || plus.isEmpty()) {
      return List.of();
    }
    int id = transitionState.id();
    boolean chosen = !pathway.forks().isEmpty();
    List<LiftedConnection> all = new ArrayList<>();
    all.add(join(id, true, minus.get(), plus.get(), chosen));
    for (Side side : Side.values()) {
      End opposite = side == Side.MINUS ? plus.get() : minus.get();
      Set<PolishedPoint> saddles = new HashSet<>();
      for (Descent descent : pathway.descents(side)) {
        Optional<End> found = end(potential, landscape, descent);
        if (found.isPresent()) {
          End end = found.get();
          if (!descent.equals(pathway.descent(side))) {
            all.add(join(id, true, opposite, end, chosen));
          }
          for (PolishedPoint saddle : descent.saddles()) {
            if (saddles.add(saddle)) {
              potential.symmetry().stabiliserGenerators(saddle.coordinates()).stream()
                  .map(fixing -> new End(end.id, fixing.after(end.copy)))
                  .forEach(copy -> all.add(join(id, false, end, copy, chosen)));
            }
          }
        }
      }
    }
    return all;
  }

  private static LiftedConnection join(int id, boolean across, End a, End b, boolean chosen) {
    return new LiftedConnection(id, across, a.id, a.copy, b.id, b.copy, chosen);
  }

  private static Optional<End> end(Potential potential, Landscape landscape, Descent side) {
    double[] x = side.end().coordinates();
    return landscape
        .find(side.end().energy(), x)
        .flatMap(
            minimum ->
                potential
                    .symmetry()
                    .transporter(minimum.coordinates().toArray(), x)
                    .map(copy -> new End(minimum.id(), copy)));
  }

  /**
   * The element that leads from the one point to the other.
   *
   * @return {@code h}, such that a copy of the transition state joins the representative of {@code
   *     minus} and the copy {@code h} of the representative of {@code plus}
   */
  public Transformation transport() {
    return minusCopy.inverse().after(plusCopy);
  }

  /**
   * Whether both points are copies of one minimum.
   *
   * @return true for a transition state that joins a class to itself
   */
  public boolean isLoop() {
    return minus == plus;
  }

  /**
   * The same connection seen from the other side.
   *
   * @return a copy with the sides exchanged
   */
  LiftedConnection reversed() {
    return new LiftedConnection(transitionState, across, plus, plusCopy, minus, minusCopy, chosen);
  }
}
