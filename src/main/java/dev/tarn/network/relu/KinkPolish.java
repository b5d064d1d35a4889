package dev.tarn.network.relu;

import dev.tarn.linear.Vectors;
import dev.tarn.network.relu.HeldKinks.Held;
import dev.tarn.network.relu.HeldKinks.Slopes;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The polish for networks of ReLU units, whose minima lie on kinks as a rule: between the pieces
 * the gradient jumps, and a point is stationary if some gradient between those of the pieces around
 * it is zero (Clarke, <i>Optimization and Nonsmooth Analysis</i>, 1983).
 *
 * <p>A point of one piece is {@linkplain StationaryPolish#newton Newton's method}'s. From any other
 * the energy is descended by Newton's method within the linear subspace of the kinks met so far
 * ({@link HeldKinks}): a line search that ends on a kink holds it, one that leads downhill is
 * released, until none does. So a descent ends in a minimum of the pieces around it.
 *
 * <p><b>Index.</b> With independent kinks the energy near the point is topologically a quadratic
 * form in the subspace plus {@code |s|} across each kink that rises to both sides, or {@code -|s|}
 * where it falls (the normal form of a nondegenerate critical point of a continuous selection:
 * Jongen and Pallaschke, Optimization 19, 343, 1988). The index counts the subspace's negative
 * eigenvalues and the kinks of the second kind, and the Morse sum holds with it. {@link
 * PolishedPoint#eigenvalues()} holds those of the subspace, one fewer for each kink. A unit without
 * weights stands on all its kinks at once; the point is proper if no use of the unit lowers the
 * energy ({@link IdleUnits}). Where a slope vanishes, kinks depend on each other, or an idle unit
 * lowers the energy, the point counts as degenerate.
 *
 * <p>Kinks of the first hidden layer are treated; a point on one of a later layer, whose sum is not
 * linear in the weights, is never reported as converged. Not thread-safe.
 */
public final class KinkPolish implements StationaryPolish {
  /** The relative size of a sum up to which a point stands on the kink. */
  public static final double STANDING = 1e-9;

  private static final int MAX_STEPS = 400;
  private static final int MAX_HALVINGS = 70;
  private static final double STEP_CAP = 1.0;

  /** Points that are far from the origin take steps of this part of their distance. */
  private static final double LONG = 0.1;

  private static final double SURE = 4.0;
  private static final double SLOPE_DROP = 0.5;
  private static final double FLAT = 1e-9;
  private static final double IDLE = 1e-12;
  private static final double WAKING = 10.0;
  private static final int WAKINGS = 12;
  private static final int MAX_REFINEMENTS = 3;

  private final KinkedNetwork network;
  private final KinkedEvaluator evaluator;
  private final StationaryPolish newton;
  private final Tolerances tolerances;
  private final int n;
  private final HeldKinks kinks;
  private final IdleUnits idleUnits;
  private final double[] gradient;
  private final double[] projected;
  private final double[] hessian;
  private final double[] step;
  private final double[] trial;
  private final double[] trialGradient;

  /**
   * A polish.
   *
   * @param network the network
   * @param tolerances when a point counts as stationary and as degenerate
   */
  public KinkPolish(KinkedNetwork network, Tolerances tolerances) {
    this.network = network;
    evaluator = network.evaluator();
    this.tolerances = tolerances;
    newton = StationaryPolish.newton(network.potential(), tolerances);
    n = network.potential().dimension();
    kinks = new HeldKinks(network, evaluator);
    idleUnits = new IdleUnits(network, evaluator);
    gradient = new double[n];
    projected = new double[n];
    hessian = new double[n * n];
    step = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
  }

  @Override
  public PolishedPoint polish(double[] x) {
    PolishedPoint smooth = newton.polish(x);
    if (smooth.converged()) {
      return characterise(smooth.coordinates());
    }
    double[] point = x.clone();
    descend(point);
    return classify(point);
  }

  @Override
  public PolishedPoint characterise(double[] x) {
    if (evaluator.kinks(x, STANDING).isEmpty()) {
      return newton.characterise(x);
    }
    double[] point = x.clone();
    standOnKinks(point);
    return classify(point);
  }

  @Override
  public void lowestMode(double[] x, double[] mode) {
    double[] point = x.clone();
    standOnKinks(point);
    evaluator.hessian(point, gradient, hessian);
    subspace().copyLowestMode(mode);
  }

  /** Holds the kinks that a point stands on, and takes the point onto them. */
  private void standOnKinks(double[] x) {
    kinks.clear();
    kinks.near(x, STANDING).forEach(kinks::hold);
    holdIdle(x);
    kinks.project(x);
  }

  private List<Integer> holdIdle(double[] x) {
    List<Integer> idle = IdleUnits.of(kinks, x, IDLE);
    for (int unit : idle) {
      for (int d = 0; d < network.data().examples(); d++) {
        kinks.hold(new Held(unit, d));
      }
    }
    return idle;
  }

  private void descend(double[] x) {
    kinks.clear();
    for (int k = 0; k < MAX_STEPS; k++) {
      List<Integer> idle = holdIdle(x);
      kinks.project(x);
      double energy = evaluator.hessian(x, gradient, hessian);
      if (!Double.isFinite(energy) || kinks.dimension() == 0) {
        return;
      }
      subspace().newtonStep(gradient, step);
      if (!isSettled(projectedRms(), x)) {
        Vectors.cap(step, STEP_CAP * Math.max(1.0, LONG * Vectors.norm(x)));
        if (!search(x)) {
          return;
        }
      } else if (!leave(x, idle) && !wake(x, energy, idle)) {
        refine(x);
        return;
      }
    }
  }

  /** Newton's steps from a point that is settled, as far as they lower the gradient. */
  private void refine(double[] x) {
    double rms = projectedRms();
    for (int k = 0; k < MAX_REFINEMENTS; k++) {
      for (int i = 0; i < n; i++) {
        trial[i] = x[i] + step[i];
      }
      kinks.project(trial);
      evaluator.hessian(trial, gradient, hessian);
      double next = projectedRms();
      if (!(next < rms)) {
        return;
      }
      System.arraycopy(trial, 0, x, 0, n);
      rms = next;
      subspace().newtonStep(gradient, step);
    }
  }

  /** The curvature along the kinks held, at the point evaluated last. */
  private CurvedSubspace subspace() {
    return new CurvedSubspace(kinks.basis(), hessian);
  }

  private boolean isSettled(double rms, double[] x) {
    return tolerances.areMet(rms, Vectors.norm(step), x, hessian);
  }

  /** Slopes up to this one cannot be told from zero. */
  private double flat(double[] x) {
    return Math.max(FLAT, SURE * Tolerances.floor(x, hessian));
  }

  private double projectedRms() {
    System.arraycopy(gradient, 0, projected, 0, n);
    kinks.project(projected);
    return Vectors.rms(projected);
  }

  /**
   * Goes along the step until the slope has dropped to a part of its first value, or to a kink
   * where it changes its sign, which is then held. False if nothing can be gained.
   */
  private boolean search(double[] x) {
    double first = Vectors.dot(gradient, step);
    if (!(first < 0.0)) {
      return false;
    }
    double low = 0.0;
    double high = 1.0;
    double t = 1.0;
    for (int k = 0; k < MAX_HALVINGS; k++) {
      double slope = slope(x, t);
      if (slope > -SLOPE_DROP * first) {
        high = t;
      } else if (t < 1.0 && slope < SLOPE_DROP * first) {
        low = t;
      } else {
        System.arraycopy(trial, 0, x, 0, n);
        return true;
      }
      t = 0.5 * (low + high);
      if (t == low || t == high) {
        break;
      }
    }
    slope(x, high);
    System.arraycopy(trial, 0, x, 0, n);
    boolean held = false;
    for (Held kink : kinks.near(x, STANDING)) {
      held |= kinks.hold(kink);
    }
    return held;
  }

  private double slope(double[] x, double t) {
    for (int i = 0; i < n; i++) {
      trial[i] = x[i] + t * step[i];
    }
    evaluator.gradient(trial, trialGradient);
    return Vectors.dot(trialGradient, step);
  }

  /** Leaves the kink from which the energy falls most steeply; false if there is none. */
  private boolean leave(double[] x, List<Integer> idle) {
    double flat = flat(x);
    Optional<Slopes> steepest =
        kinks.slopes(x, gradient).stream()
            .filter(slopes -> !idle.contains(slopes.kink().unit()))
            .min(Comparator.comparingDouble(s -> Math.min(s.toInactive(), s.toActive())))
            .filter(s -> Math.min(s.toInactive(), s.toActive()) < -flat);
    if (steepest.isEmpty()) {
      return false;
    }
    Slopes slopes = steepest.get();
    double[] direction = kinks.away(slopes.kink(), slopes.toActive() < slopes.toInactive());
    kinks.release(slopes.kink());
    System.arraycopy(direction, 0, step, 0, n);
    // The gradient of the side that the direction leads to.
    double size = Math.max(1e-7, STANDING * 10.0 * Vectors.norm(x));
    slope(x, size);
    System.arraycopy(trialGradient, 0, gradient, 0, n);
    return search(x);
  }

  /** Gives an idle unit weights with which the energy is lower; false if it has no use. */
  private boolean wake(double[] x, double energy, List<Integer> idle) {
    if (idle.isEmpty()) {
      return false;
    }
    Optional<IdleUnits.Use> use = idleUnits.best(x).filter(best -> best.ratio() > 1.0 + FLAT);
    if (use.isEmpty()) {
      return false;
    }
    double size = 1.0;
    for (int k = 0; k < WAKINGS; k++) {
      System.arraycopy(x, 0, trial, 0, n);
      idleUnits.wake(trial, idle.get(0), use.get(), size);
      if (evaluator.energy(trial) < energy) {
        System.arraycopy(trial, 0, x, 0, n);
        List<Held> held = List.copyOf(kinks.held());
        held.stream().filter(kink -> kink.unit() == idle.get(0)).forEach(kinks::release);
        return true;
      }
      size /= WAKING;
    }
    return false;
  }

  private PolishedPoint classify(double[] x) {
    double energy = evaluator.hessian(x, gradient, hessian);
    double rms = projectedRms();
    if (!Double.isFinite(energy) || !Double.isFinite(rms) || kinks.dimension() == 0) {
      return new PolishedPoint(x, energy, rms, new double[0], 0, false, true);
    }
    CurvedSubspace subspace = subspace();
    subspace.newtonStep(gradient, step);
    double[] values = subspace.values();
    int index = (int) Arrays.stream(values).filter(value -> value < 0.0).count();
    double error = n * Math.ulp(1.0) * SURE * Vectors.norm(hessian);
    double zero = Math.max(tolerances.zeroCutoff(), error);
    boolean degenerate = Arrays.stream(values).anyMatch(value -> Math.abs(value) < zero);
    boolean converged =
        isSettled(rms, x)
            && evaluator.kinks(x, STANDING).stream().map(Kink::layer).allMatch(layer -> layer == 1);
    List<Integer> idle = IdleUnits.of(kinks, x, IDLE);
    double flat = flat(x);
    for (Slopes slopes : kinks.slopes(x, gradient)) {
      if (idle.contains(slopes.kink().unit())) {
        continue;
      }
      double product = slopes.toActive() * slopes.toInactive();
      degenerate |= Math.abs(slopes.toActive()) < flat || Math.abs(slopes.toInactive()) < flat;
      // Up to one side and down to the other is no more stationary than a slope is.
      converged &= product > 0.0 || degenerate;
      index += slopes.isUphill() ? 0 : 1;
    }
    degenerate |= isDependent(x, idle);
    if (!idle.isEmpty()) {
      degenerate |= idleUnits.best(x).filter(use -> use.ratio() < 1.0 - FLAT).isEmpty();
    }
    return new PolishedPoint(x, energy, rms, values, index, converged, degenerate);
  }

  /** Whether the point stands on a kink that is not held, since its sum depends on the others'. */
  private boolean isDependent(double[] x, List<Integer> idle) {
    return kinks.near(x, STANDING).stream()
        .anyMatch(kink -> !idle.contains(kink.unit()) && !kinks.held().contains(kink));
  }
}
