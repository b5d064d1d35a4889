package dev.tarn.path;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.NewtonPolish;
import dev.tarn.minimise.PolishedPoint;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricEigen;
import dev.tarn.potential.Symmetry;
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
 * <p>Cost: a Hessian with its eigenvectors for each accepted step. Not thread-safe.
 */
public final class SteepestDescent {
  private static final double SMALLEST_PUSHOFF = 1e-7;
  private static final double SLOPE_ERROR = 0.1;
  private static final double NEAR = 0.05;
  private static final double SMALLEST_STEP = 1e-9;
  private static final int BISECTIONS = 60;
  private static final int MAX_DOUBLINGS = 200;
  private static final double DISTANCE_ERROR = 0.01;
  private static final int MAX_SADDLES = 16;
  private static final double DEGENERACY = 1e-6;
  // Far enough along the mode for its symmetry to show beyond the tolerance of the stabiliser.
  private static final double SYMMETRY_PROBE = 0.1;

  private final Potential potential;
  private final PathSettings settings;
  private final NewtonPolish polish;
  private final int n;
  private final SymmetricEigen eigen;
  private final double[] point;
  private final double[] trial;
  private final double[] gradient;
  private final double[] trialGradient;
  private final double[] hessian;
  private final double[] along;
  private final double[] move;
  private final double[] mode;
  private Symmetry.Projection fixedSpace = x -> {};

  /**
   * Makes a path follower.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to follow
   */
  public SteepestDescent(Potential potential, PathSettings settings) {
    this.potential = potential;
    this.settings = settings;
    polish = new NewtonPolish(potential);
    n = potential.dimension();
    eigen = new SymmetricEigen(n);
    point = new double[n];
    trial = new double[n];
    gradient = new double[n];
    trialGradient = new double[n];
    hessian = new double[n * n];
    along = new double[n];
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
    if (start.length != n) {
      throw new IllegalArgumentException(
          "the starting point has " + start.length + " components, the potential " + n);
    }
    System.arraycopy(start, 0, point, 0, n);
    fixedSpace = x -> {};
    return follow(new Trace(record));
  }

  private Descent descend(PolishedPoint saddle, double sign, boolean record) {
    System.arraycopy(saddle.coordinates(), 0, point, 0, n);
    Trace trace = new Trace(record);
    trace.add(saddle.energy());
    potential.hessian(point, gradient, hessian);
    eigen.decompose(hessian);
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
      trace.add(potential.energy(point));
    }
    while (trace.steps < settings.maxSteps()) {
      double energy = potential.hessian(point, gradient, hessian);
      if (!Double.isFinite(energy) || !Double.isFinite(Lbfgs.rms(gradient))) {
        break;
      }
      eigen.decompose(hessian);
      double newton = resolve();
      if (newton < NEAR && newtonHelps()) {
        PolishedPoint near = polish.polish(point);
        double apart = Symmetry.distance(near.coordinates(), point);
        if (near.converged() && apart <= 2.0 * newton + SMALLEST_STEP) {
          if (near.index() == 0 && eigen.values()[0] > 0.0) {
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
    for (int k = 0; k < n; k++) {
      if (eigen.values()[k] < 0.0) {
        downhill += along[k] * along[k];
      }
      total += along[k] * along[k];
    }
    return apart < SMALLEST_STEP || downhill <= 1e-16 * total;
  }

  private void leaveSaddle(PolishedPoint saddle, double apart, Trace trace) {
    trace.length += apart;
    trace.saddles++;
    trace.steps++;
    System.arraycopy(saddle.coordinates(), 0, point, 0, n);
    trace.add(saddle.energy());
    potential.hessian(point, gradient, hessian);
    eigen.decompose(hessian);
    pushOff(1.0, trace);
  }

  /**
   * Resolves the gradient along the modes and returns the length of the Newton step, infinite where
   * the Hessian is singular.
   */
  private double resolve() {
    double[] vectors = eigen.vectors();
    double square = 0.0;
    for (int k = 0; k < n; k++) {
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * gradient[i];
      }
      along[k] = f;
      double step = f / eigen.values()[k];
      square += step * step;
    }
    return Double.isNaN(square) ? Double.POSITIVE_INFINITY : Math.sqrt(square);
  }

  /** Whether the quadratic model holds as far as its stationary point. */
  private boolean newtonHelps() {
    double[] vectors = eigen.vectors();
    System.arraycopy(point, 0, trial, 0, n);
    for (int k = 0; k < n; k++) {
      double step = along[k] / eigen.values()[k];
      for (int i = 0; i < n; i++) {
        trial[i] -= step * vectors[k * n + i];
      }
    }
    potential.gradient(trial, trialGradient);
    double floor = NewtonPolish.DEFAULT_TOLERANCE;
    return Lbfgs.rms(trialGradient) <= settings.accuracy() * Lbfgs.rms(gradient) + floor;
  }

  /** Takes one step of at most the given length; returns the length taken. */
  private double advance(double longest, Trace trace) {
    double distance = longest;
    while (true) {
      double time = timeAt(distance);
      displace(time);
      for (int i = 0; i < n; i++) {
        trial[i] = point[i] + move[i];
      }
      double energy = potential.gradient(trial, trialGradient);
      if (modelError(time) <= settings.accuracy() || distance < SMALLEST_STEP) {
        trace.length += chordLength(time);
        System.arraycopy(trial, 0, point, 0, n);
        fixedSpace.apply(point);
        trace.add(energy);
        return distance;
      }
      distance *= 0.5;
    }
  }

  /**
   * A time at which the model's curve has the given distance from its start, to a hundredth: how
   * long a step is matters, its exact length does not.
   */
  private double timeAt(double distance) {
    double low = 0.0;
    double high = distance / Math.max(Lbfgs.rms(gradient) * Math.sqrt(n), Double.MIN_NORMAL);
    int doublings = 0;
    while (travelled(high) < distance && doublings < MAX_DOUBLINGS) {
      low = high;
      high *= 2.0;
      doublings++;
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = 0.5 * (low + high);
      double reached = travelled(middle);
      if (Math.abs(reached - distance) <= DISTANCE_ERROR * distance) {
        return middle;
      }
      if (reached < distance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double travelled(double time) {
    double square = 0.0;
    for (int k = 0; k < n; k++) {
      double step = along[k] * progress(eigen.values()[k], time);
      square += step * step;
    }
    return Math.sqrt(square);
  }

  /** {@code (1 - exp(-b t)) / b}, which is {@code t} for {@code b = 0}. */
  private static double progress(double curvature, double time) {
    double exponent = -curvature * time;
    if (Math.abs(exponent) < 1e-12) {
      return time;
    }
    return -StrictMath.expm1(Math.min(exponent, 600.0)) / curvature;
  }

  private void displace(double time) {
    Arrays.fill(move, 0.0);
    double[] vectors = eigen.vectors();
    for (int k = 0; k < n; k++) {
      double step = -along[k] * progress(eigen.values()[k], time);
      for (int i = 0; i < n; i++) {
        move[i] += step * vectors[k * n + i];
      }
    }
  }

  /** How far the gradient at the trial point is from the model's, relative to the larger one. */
  private double modelError(double time) {
    double[] vectors = eigen.vectors();
    double error = 0.0;
    double found = 0.0;
    double modelled = 0.0;
    for (int k = 0; k < n; k++) {
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * trialGradient[i];
      }
      double b = eigen.values()[k];
      double model = along[k] * (1.0 - b * progress(b, time));
      error += (f - model) * (f - model);
      found += f * f;
      modelled += model * model;
    }
    return Math.sqrt(error / Math.max(Math.max(found, modelled), Double.MIN_NORMAL));
  }

  /** The arc length of a step, as the two chords over the middle of the model's curve. */
  private double chordLength(double time) {
    double[] values = eigen.values();
    double firstHalf = 0.0;
    double secondHalf = 0.0;
    for (int k = 0; k < n; k++) {
      double middle = along[k] * progress(values[k], 0.5 * time);
      double end = along[k] * progress(values[k], time);
      firstHalf += middle * middle;
      secondHalf += (end - middle) * (end - middle);
    }
    return Math.sqrt(firstHalf) + Math.sqrt(secondHalf);
  }

  /** Displaces {@link #point} from a saddle whose modes are in {@link #eigen}. */
  private void pushOff(double sign, Trace trace) {
    double curvature = eigen.values()[0];
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
      potential.gradient(trial, trialGradient);
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
    trace.add(potential.energy(point));
  }

  /**
   * Fills {@link #mode} with the lowest eigenvector: the projection onto the lowest eigenspace of
   * the coordinate axis that lies nearest to it, so that neither the sign nor, in a degenerate
   * space, the vector depends on rounding.
   */
  private void chooseMode() {
    double[] values = eigen.values();
    double[] vectors = eigen.vectors();
    int multiplicity = 1;
    while (multiplicity < n && values[multiplicity] - values[0] <= DEGENERACY * -values[0]) {
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
