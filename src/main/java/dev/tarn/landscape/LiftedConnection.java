package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Transformation;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Optional;

/**
 * The two points that the steepest-descent paths from a transition state lead to: not only the
 * classes, but which copies of them.
 *
 * <p>The copies are given by elements of the symmetry group that take the representatives which the
 * landscape holds to the two ends. The transition state is the representative of its class.
 *
 * @param transitionState the id of the transition state
 * @param minus the id of the minimum on the one side
 * @param minusCopy an element that takes the representative of {@code minus} to the end of the path
 * @param plus the id of the minimum on the other side
 * @param plusCopy an element that takes the representative of {@code plus} to the end of the path
 * @param chosen whether a path ran into a saddle on its way, where symmetry leaves it several ways
 *     on, one of which was taken
 */
public record LiftedConnection(
    int transitionState,
    int minus,
    Transformation minusCopy,
    int plus,
    Transformation plusCopy,
    boolean chosen) {

  /** Where one path ends. */
  private record End(int id, Transformation copy) {}

  /**
   * Follows the paths of a transition state down, in the full space.
   *
   * @param potential the potential
   * @param landscape its landscape
   * @param transitionState a transition state of the landscape
   * @return the connection; empty if a path does not end in a minimum of the landscape
   * @throws IllegalArgumentException if the point is no transition state
   */
  public static Optional<LiftedConnection> follow(
      Potential potential, Landscape landscape, StationaryPoint transitionState) {
    PolishedPoint top =
        StationaryPolish.of(potential).characterise(transitionState.coordinates().toArray());
    Pathway pathway = new SteepestDescent(potential, PathSettings.defaults()).pathway(top, false);
    if (!pathway.complete()) {
      return Optional.empty();
    }
    int saddles = pathway.minus().saddles() + pathway.plus().saddles();
    Optional<End> plus = end(potential, landscape, pathway.plus());
    return end(potential, landscape, pathway.minus())
        .flatMap(
            a ->
                plus.map(
                    b ->
                        new LiftedConnection(
                            transitionState.id(), a.id, a.copy, b.id, b.copy, saddles > 0)));
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
   * The element that leads from the one side to the other.
   *
   * @return {@code h}, such that a copy of the transition state joins the representative of {@code
   *     minus} and the copy {@code h} of the representative of {@code plus}
   */
  public Transformation across() {
    return minusCopy.inverse().after(plusCopy);
  }

  /**
   * Whether both sides are copies of one minimum.
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
    return new LiftedConnection(transitionState, plus, plusCopy, minus, minusCopy, chosen);
  }
}
