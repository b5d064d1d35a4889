package dev.tarn.path;

import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.StartingPoint;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Steepest-descent paths by the second-order method of Page and McIver, J. Chem. Phys. 88, 922
 * (1988).
 *
 * <p>In the local quadratic model the steepest-descent curve is known exactly: with gradient {@code
 * g_i} and eigenvalue {@code b_i} along mode {@code i} it is {@code x_i(t) = x_i + g_i (exp(-b_i t)
 * - 1) / b_i}. The distance from the start grows monotonically with {@code t}, so the point of the
 * curve at a given distance is found by bisection. A step is accepted when the gradient found at
 * the new point agrees with the model's; otherwise the distance is halved.
 *
 * <p>From a transition state the path starts along either direction of the downhill eigenvector,
 * with the displacement that lowers the energy most while the slope along the eigenvector is still
 * what its curvature predicts, to a tenth: beyond that the displaced point might lie off the path.
 * It ends where the Hessian is positive definite and Newton's method finds the minimum close by.
 *
 * <p>A path from a saddle keeps the symmetry that the saddle and its downhill eigenvector have in
 * common; each new point is projected onto the subspace of that symmetry, since rounding would
 * otherwise let the path escape from it where the subspace is unstable. The symmetry can make the
 * path end at a saddle. From there it has several ways on: the two directions of the saddle's
 * lowest mode, or those of a circle or sphere if that mode is degenerate. Their ends need not be
 * equivalent. All ways are followed, as far as the symmetry of the saddle does not take them to one
 * another, and listed as {@linkplain Pathway.Fork forks}; a circle or sphere is sampled, the more
 * densely the more classes of minima its directions lead to, and more sparsely beyond 36 variables.
 * The path of a side goes on in the direction nearest to a coordinate axis.
 *
 * <p>A potential that knows its symmetric subspaces in variables of their own, such as a network
 * with kinds of units, is followed there: exactly in the subspace, and at a cost that depends on
 * its dimension alone.
 *
 * <p>Beyond {@link StationaryPolish#FULL_DIMENSION} variables the model is that of the Krylov space
 * of the Hessian and the gradient, of 40 dimensions, and a step is cut where that does not hold the
 * curve. The test for accepting a step covers the whole gradient, so the path is the same to the
 * same accuracy. Near its end the Newton step is solved for iteratively, and the Hessian counts as
 * positive definite when it is so on the Krylov space; that the end is a minimum, the lowest
 * eigenvalues there confirm.
 *
 * <p>Null directions of the potential are left out: the path stays orthogonal to them.
 *
 * <p>Cost: a Hessian with its eigenvectors for each accepted step, or 40 Hessian-vector products.
 * Not thread-safe.
 */
public final class SteepestDescent {
  private final Units units;
  private final SymmetryGroup symmetry;
  private final PathSettings settings;
  private final Tolerances tolerances;
  private final int n;
  private final WholeSpace whole;
  private final Stages stages;

  /**
   * Makes a path follower with the default tolerances.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to follow
   */
  public SteepestDescent(Potential potential, PathSettings settings) {
    this(potential, settings, Tolerances.defaults());
  }

  /**
   * Makes a path follower.
   *
   * @param potential the potential
   * @param settings how to follow
   * @param tolerances when the end of a path counts as stationary
   */
  public SteepestDescent(Potential potential, PathSettings settings, Tolerances tolerances) {
    this(Units.of(potential, tolerances.noise()), potential, settings, tolerances);
  }

  private SteepestDescent(
      Units units, Potential given, PathSettings settings, Tolerances tolerances) {
    this(
        units,
        units.potential(),
        settings,
        tolerances,
        new WholeSpace(
            units.potential(),
            settings,
            tolerances,
            LocalModes.of(units.potential()),
            // One that the potential has of its own is meant for its own numbers.
            StationaryPolish.of(units.areOne() ? given : units.potential(), tolerances)),
        whole ->
            units
                .potential()
                .capability(SymmetricSpaces.class)
                .<Stages>map(spaces -> new SymmetricSubspaces(spaces, settings, tolerances, whole))
                .orElse(whole));
  }

  /** A path follower in all variables. */
  SteepestDescent(
      Units units,
      Potential potential,
      PathSettings settings,
      Tolerances tolerances,
      LocalModes modes,
      StationaryPolish polish) {
    this(
        units,
        potential,
        settings,
        tolerances,
        new WholeSpace(potential, settings, tolerances, modes, polish),
        whole -> whole);
  }

  private SteepestDescent(
      Units units,
      Potential potential,
      PathSettings settings,
      Tolerances tolerances,
      WholeSpace whole,
      Function<WholeSpace, Stages> stages) {
    this.settings = settings;
    this.units = units;
    symmetry = potential.symmetry();
    n = potential.dimension();
    this.tolerances = tolerances;
    this.whole = whole;
    this.stages = stages.apply(whole);
  }

  /**
   * Follows both sides of a transition state, and from every saddle that a path runs into all ways
   * on.
   *
   * @param transitionState a stationary point of index one, as polished
   * @param record whether to keep the points of the paths
   * @return the pathway
   * @throws IllegalArgumentException if the point is not a proper stationary point of index one
   */
  public Pathway pathway(PolishedPoint transitionState, boolean record) {
    if (!transitionState.isStationary(1)) {
      throw new IllegalArgumentException(
          "a pathway starts from a transition state; this point has index "
              + transitionState.index()
              + " and root-mean-square gradient "
              + transitionState.rms());
    }
    PolishedPoint top = transitionState.times(1.0 / units.length(), 1.0 / units.energy());
    Stages.Way downhill = stages.first(top);
    List<Pathway.Fork> forks = new ArrayList<>();
    Descent minus = descend(top, downhill, Side.MINUS, record, forks);
    Descent plus = descend(top, downhill, Side.PLUS, record, forks);
    return new PathInUnits(units).leave(new Pathway(top, minus, plus, forks));
  }

  private Descent descend(
      PolishedPoint top, Stages.Way downhill, Side side, boolean record, List<Pathway.Fork> forks) {
    Trace trace = new Trace(record);
    trace.add(0.0, top.energy(), top.coordinates(), double[]::clone);
    Stages.Way way = side == Side.PLUS ? downhill : downhill.reversed();
    Stop stop = stages.leave(top, way, trace);
    return new Ways(stages, symmetry, tolerances, settings.maxForks(), side, forks)
        .follow(stop, trace);
  }

  /**
   * Follows the path down from any point, which need not be stationary. Saddles that it runs into
   * are left along the conventional one of their lowest modes.
   *
   * @param start the starting point; not modified
   * @param record whether to keep the points of the path
   * @return the descent
   * @throws IllegalArgumentException if {@code start} has another length than the dimension
   */
  public Descent descend(double[] start, boolean record) {
    StartingPoint.check(start, n);
    Trace trace = new Trace(record);
    return new PathInUnits(units)
        .leave(trace.end(Ways.passSaddles(whole, whole.start(units.enter(start), trace), trace)));
  }
}
