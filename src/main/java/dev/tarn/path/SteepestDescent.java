package dev.tarn.path;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Slice;
import dev.tarn.potential.StartingPoint;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
 * path end at a saddle. It then goes on from there along the saddle's lowest mode (among degenerate
 * ones the one nearest to a coordinate axis), and the descent says so.
 *
 * <p>Beyond {@link StationaryPolish#FULL_DIMENSION} variables the model is that of the Krylov space
 * of the Hessian and the gradient, of 40 dimensions, and a step is cut where that does not hold the
 * curve. The test for accepting a step covers the whole gradient, so the path is the same to the
 * same accuracy. Near its end the Newton step is solved for iteratively, and the Hessian counts as
 * positive definite when it is so on the Krylov space; that the end is a minimum, the lowest
 * eigenvalues there confirm.
 *
 * <p>Null directions of the potential are left out: the path stays on the potential's {@link
 * Slice}.
 *
 * <p>Cost: a Hessian with its eigenvectors for each accepted step, or 40 Hessian-vector products.
 * Not thread-safe.
 */
public final class SteepestDescent {
  private static final double SMALLEST_PUSHOFF = 1e-7;
  private static final double SLOPE_ERROR = 0.1;
  private static final double NEAR = 0.05;
  private static final double SMALLEST_STEP = 1e-9;
  private static final int MAX_SADDLES = 16;
  private static final double DEGENERACY = 1e-6;
  // Far enough along the mode for its symmetry to show beyond the tolerance of the stabiliser.
  private static final double SYMMETRY_PROBE = 0.1;

  private final Potential potential;
  private final Evaluator evaluator;
  private final PathSettings settings;
  private final double gradientFloor;
  private final StationaryPolish polish;
  private final Slice slice;
  private final LocalModes modes;
  private final QuadraticModel model;
  private final int n;
  private final double[] point;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] move;
  private final double[] mode;
  private SymmetryGroup.Projection fixedSpace = x -> {};

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
    this(
        potential,
        settings,
        tolerances,
        LocalModes.of(potential),
        StationaryPolish.of(potential, tolerances));
  }

  SteepestDescent(
      Potential potential,
      PathSettings settings,
      Tolerances tolerances,
      LocalModes modes,
      StationaryPolish polish) {
    gradientFloor = tolerances.gradient();
    this.potential = potential;
    evaluator = potential.evaluator();
    this.settings = settings;
    this.modes = modes;
    this.polish = polish;
    slice = new Slice(potential);
    n = potential.dimension();
    model = new QuadraticModel(modes, n);
    point = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
    move = new double[n];
    mode = new double[n];
  }

  /**
   * Follows both sides of a transition state.
   *
   * @param transitionState a stationary point of index one, as polished
   * @param record whether to keep the points of the path
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
    return new Pathway(
        transitionState,
        descend(transitionState, -1.0, record),
        descend(transitionState, 1.0, record));
  }

  /**
   * Follows the path down from any point, which need not be stationary.
   *
   * @param start the starting point; not modified
   * @param record whether to keep the points of the path
   * @return the descent
   * @throws IllegalArgumentException if {@code start} has another length than the dimension
   */
  public Descent descend(double[] start, boolean record) {
    StartingPoint.check(start, n);
    System.arraycopy(start, 0, point, 0, n);
    slice.project(point);
    fixedSpace = x -> {};
    return follow(new Trace(record));
  }

  private Descent descend(PolishedPoint saddle, double sign, boolean record) {
    System.arraycopy(saddle.coordinates(), 0, point, 0, n);
    Trace trace = new Trace(record);
    trace.add(saddle.energy());
    pushOff(sign, trace);
    return follow(trace);
  }

  /** The path so far. */
  private final class Trace {
    private final boolean record;
    private final List<PathPoint> points = new ArrayList<>();
    private double length;
    private int steps;
    private int saddles;

    Trace(boolean record) {
      this.record = record;
    }

    void add(double energy) {
      if (record) {
        points.add(new PathPoint(length, energy, point.clone()));
      }
    }

    Descent end(PolishedPoint end, boolean reached) {
      return new Descent(end, List.copyOf(points), length, steps, saddles, reached);
    }
  }

  private Descent follow(Trace trace) {
    double distance = settings.maxStep();
    if (trace.points.isEmpty() && trace.steps == 0) {
      trace.add(evaluator.energy(point));
    }
    while (trace.steps < settings.maxSteps()) {
      if (!Double.isFinite(modes.resolve(point))) {
        break;
      }
      double newton = modes.newtonLength(NEAR);
      if (newton < NEAR && newtonHelps()) {
        PolishedPoint near = polish.polish(point);
        double apart = Vectors.distance(near.coordinates(), point);
        if (near.converged() && apart <= 2.0 * newton + SMALLEST_STEP) {
          if (near.index() == 0 && modes.isConvex()) {
            trace.length += apart;
            System.arraycopy(near.coordinates(), 0, point, 0, n);
            trace.add(near.energy());
            return trace.end(near, true);
          }
          if (trapped(apart)) {
            if (trace.saddles == MAX_SADDLES) {
              break;
            }
            leaveSaddle(near, apart, trace);
            distance = settings.maxStep();
            continue;
          }
        }
      }
      distance = advance(Math.min(2.0 * distance, settings.maxStep()), trace);
      trace.steps++;
    }
    return trace.end(polish.characterise(point), false);
  }

  /**
   * Whether the path ends in the saddle nearby: the gradient has nothing along the modes that lead
   * away from it but rounding.
   */
  private boolean trapped(double apart) {
    double downhill = 0.0;
    double total = 0.0;
    for (int k = 0; k < modes.count(); k++) {
      double square = modes.along()[k] * modes.along()[k];
      if (modes.values()[k] < 0.0) {
        downhill += square;
      }
      total += square;
    }
    return apart < SMALLEST_STEP || downhill <= 1e-16 * total;
  }

  private void leaveSaddle(PolishedPoint saddle, double apart, Trace trace) {
    trace.length += apart;
    trace.saddles++;
    trace.steps++;
    System.arraycopy(saddle.coordinates(), 0, point, 0, n);
    trace.add(saddle.energy());
    pushOff(1.0, trace);
  }

  /** Whether the quadratic model holds as far as its stationary point. */
  private boolean newtonHelps() {
    System.arraycopy(point, 0, trial, 0, n);
    modes.takeNewtonStep(trial);
    evaluator.gradient(trial, trialGradient);
    return Vectors.rms(trialGradient)
        <= settings.accuracy() * Vectors.rms(modes.gradient()) + gradientFloor;
  }

  /** Takes one step of at most the given length; returns the length taken. */
  private double advance(double longest, Trace trace) {
    double distance = longest;
    while (true) {
      double time = model.timeAt(distance);
      model.displace(time, move);
      for (int i = 0; i < n; i++) {
        trial[i] = point[i] + move[i];
      }
      double energy = evaluator.gradient(trial, trialGradient);
      if (model.error(time, trialGradient) <= settings.accuracy() || distance < SMALLEST_STEP) {
        trace.length += model.length(time);
        System.arraycopy(trial, 0, point, 0, n);
        fixedSpace.apply(point);
        trace.add(energy);
        return distance;
      }
      distance *= 0.5;
    }
  }

  /** Displaces {@link #point} from a saddle. */
  private void pushOff(double sign, Trace trace) {
    modes.resolveLowest(point);
    double curvature = modes.values()[0];
    chooseMode();
    for (int i = 0; i < n; i++) {
      trial[i] = point[i] + sign * SYMMETRY_PROBE * mode[i];
    }
    fixedSpace = potential.symmetry().fixedSpace(trial);
    double best = SMALLEST_PUSHOFF;
    for (double d = SMALLEST_PUSHOFF; d <= settings.maxPushoff(); d *= 2.0) {
      for (int i = 0; i < n; i++) {
        trial[i] = point[i] + sign * d * mode[i];
      }
      evaluator.gradient(trial, trialGradient);
      double slope = 0.0;
      for (int i = 0; i < n; i++) {
        slope += sign * mode[i] * trialGradient[i];
      }
      if (Math.abs(slope - curvature * d) > SLOPE_ERROR * Math.abs(curvature * d)) {
        break;
      }
      best = d;
    }
    for (int i = 0; i < n; i++) {
      point[i] += sign * best * mode[i];
    }
    fixedSpace.apply(point);
    trace.length += best;
    trace.add(evaluator.energy(point));
  }

  /**
   * Fills {@link #mode} with the lowest eigenvector: the projection onto the lowest eigenspace of
   * the coordinate axis that lies nearest to it, so that neither the sign nor, in a degenerate
   * space, the vector depends on rounding.
   */
  private void chooseMode() {
    double[] values = modes.values();
    double[] vectors = modes.vectors();
    int multiplicity = 1;
    while (multiplicity < modes.count()
        && values[multiplicity] - values[0] <= DEGENERACY * -values[0]) {
      multiplicity++;
    }
    int axis = 0;
    double largest = 0.0;
    for (int i = 0; i < n; i++) {
      double square = 0.0;
      for (int k = 0; k < multiplicity; k++) {
        square += vectors[k * n + i] * vectors[k * n + i];
      }
      if (square > largest * (1.0 + DEGENERACY)) {
        largest = square;
        axis = i;
      }
    }
    Arrays.fill(mode, 0.0);
    double scale = 1.0 / Math.sqrt(largest);
    for (int k = 0; k < multiplicity; k++) {
      double factor = scale * vectors[k * n + axis];
      for (int i = 0; i < n; i++) {
        mode[i] += factor * vectors[k * n + i];
      }
    }
  }
}
