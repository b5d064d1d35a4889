package dev.tarn.saddle;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Resolvent;
import dev.tarn.potential.space.StartingPoint;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;

/**
 * A search for a stationary point of whatever index lies near: Levenberg and Marquardt's method
 * (Levenberg, Q. Appl. Math. 2, 164, 1944; Marquardt, J. SIAM 11, 431, 1963) on the sum of squares
 * of the gradient's components.
 *
 * <p>With the gradient {@code g} and the Hessian {@code H} a step {@code d} solves {@code (H H +
 * s^2) d = -H g}; the damping {@code s} falls after a step that lowers {@code |g|} and grows after
 * one that does not. Near a stationary point this is Newton's step, and {@linkplain
 * StationaryPolish#newton Newton's method} completes it. The search can end where {@code H g = 0}
 * but {@code g} is not, which is no stationary point and is reported as not found.
 *
 * <p>The step is {@code d = -Re (H + i s)^-1 g}. So {@code H H} is never formed: the Hessian is
 * brought into tridiagonal form once for each point that is accepted, and each damping that is
 * tried costs a gradient and {@code O(n)} there. A potential may know a cheaper form of its Hessian
 * ({@link Resolvent}).
 *
 * <p>Null directions of the potential are left out: the search stays orthogonal to them.
 *
 * <p>Cost: a gradient for each trial step, and a Hessian with its tridiagonal form for each that is
 * accepted. Not thread-safe.
 */
public final class AnyIndexSearch implements SaddleFinder {
  private static final double LEAST_DAMPING = 1e-13;
  private static final double MOST_DAMPING = 1e5;
  private static final double SHRINK = 0.15;
  private static final double GROW = 3.0;
  // A step is taken only if it lowers |g|, so it may be longer than one that follows a mode uphill.
  private static final double LONGER = 10.0;
  // Most searches that fall slowly end where H g = 0: they are given up early.
  // What rounding of the point leaves of the gradient far from the origin.
  private static final double ROUNDINGS = 16.0;
  private static final double NEAR_FLOOR = 1e-3;
  private static final double STALLED = 0.8;
  private static final int STALLED_STEPS = 12;

  private final Units units;
  private final SaddleSettings settings;
  private final StationaryPolish polish;
  private final double tolerance;
  private final Resolvent form;
  private final int n;
  private final double[] point;
  private final double[] trial;
  private final double[] step;
  private double rms;
  private double firstRms;
  private double floor;
  private int steps;

  /**
   * A search, with the default tolerances.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to search; the method is ignored, steps are up to ten times as long as the
   *     largest one there
   */
  public AnyIndexSearch(Potential potential, SaddleSettings settings) {
    this(potential, settings, Tolerances.defaults());
  }

  /**
   * A search.
   *
   * @param potential the potential
   * @param settings how to search; the method is ignored, steps are up to ten times as long as the
   *     largest one there
   * @param tolerances when the end of a search counts as stationary
   */
  public AnyIndexSearch(Potential potential, SaddleSettings settings, Tolerances tolerances) {
    units = Units.of(potential, tolerances.noise());
    this.settings = settings;
    tolerance = Math.max(settings.tolerance(), tolerances.noise());
    polish = StationaryPolish.newton(units.potential(), tolerances);
    n = potential.dimension();
    form = Resolvent.of(units.potential());
    point = new double[n];
    trial = new double[n];
    step = new double[n];
  }

  @Override
  public SaddleFinder.Result search(double[] start) {
    if (!approach(start)) {
      return SaddleFinder.Result.lost(point, rms, steps, used()).leave(units);
    }
    PolishedPoint end = polish.polish(point);
    return new SaddleFinder.Result(end, steps, end.converged() && !end.degenerate(), used())
        .leave(units);
  }

  private SaddleFinder.Evaluations used() {
    return new SaddleFinder.Evaluations(0, 0, steps + 1L);
  }

  /**
   * The search without the polish at its end, which a point that is known already does not need.
   *
   * @param start where to begin; not modified
   * @return whether the root-mean-square gradient fell to the tolerance of the settings, or to what
   *     rounding leaves of it
   * @throws IllegalArgumentException if the start has another length than the dimension
   */
  public boolean approach(double[] start) {
    StartingPoint.check(start, n);
    System.arraycopy(units.enter(start), 0, point, 0, n);
    form.project(point);
    rms = form.moveTo(point);
    firstRms = rms;
    floor = 0.0;
    // The scale of H where the gradient is of the size that it has at the start.
    double damping = Math.max(rms * Math.sqrt(n), LEAST_DAMPING);
    double mostDamping = MOST_DAMPING * Math.max(1.0, damping);
    double checkpoint = rms;
    steps = 0;
    take();
    while (steps < settings.maxSteps() && rms > arrived() && Double.isFinite(rms)) {
      steps++;
      move(damping);
      double trialRms = form.moveTo(trial);
      if (trialRms < rms) {
        rms = trialRms;
        System.arraycopy(trial, 0, point, 0, n);
        take();
        damping = Math.max(SHRINK * damping, LEAST_DAMPING);
      } else {
        damping *= GROW;
      }
      if (steps % STALLED_STEPS == 0) {
        if (rms > STALLED * checkpoint) {
          break;
        }
        checkpoint = rms;
      }
      if (damping > mostDamping) {
        break;
      }
    }
    return rms <= arrived();
  }

  /**
   * Where the last search stood when it ended, before the polish.
   *
   * @return this object's own array, overwritten by the next search; a new one where the units of
   *     the potential are not 1
   */
  public double[] point() {
    return units.leave(point);
  }

  private double arrived() {
    return Math.max(tolerance, floor);
  }

  private void take() {
    form.take(point);
    // The floor lies far below the gradient that a search begins with: until then it need not be
    // known.
    if (rms < NEAR_FLOOR * firstRms) {
      double size = 1.0;
      for (double value : point) {
        size = Math.max(size, Math.abs(value));
      }
      floor = ROUNDINGS * Math.ulp(1.0) * size * form.norm();
    }
  }

  /** Fills {@link #trial}. */
  private void move(double damping) {
    double length = form.solve(damping, step);
    double longest = LONGER * settings.maxStep();
    double scale = length > longest ? longest / length : 1.0;
    for (int i = 0; i < n; i++) {
      trial[i] = point[i] - scale * step[i];
    }
  }
}
