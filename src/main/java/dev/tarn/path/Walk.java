package dev.tarn.path;

import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.space.PreconditionedEvaluator;
import dev.tarn.potential.space.Slice;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.function.UnaryOperator;

/**
 * Goes down steepest-descent paths by the second-order method of Page and McIver ({@link
 * SteepestDescent}), from one stationary point to the next. Confined to one thread.
 */
final class Walk {
  private static final double SMALLEST_PUSHOFF = 1e-7;
  private static final double SLOPE_ERROR = 0.1;
  private static final double NEAR = 0.05;
  private static final double SMALLEST_STEP = 1e-9;
  private static final double DIGITS = 4.0;
  // Newton's steps from farther away are long along soft modes.
  private static final double HANDOVER = 1e-8;
  // Of the gradient where a quench begins: beside a soft saddle that is below the former already.
  private static final double FALL = 1e-2;

  private final Evaluator evaluator;
  private final PathSettings settings;
  private final double gradientFloor;
  private final StationaryPolish polish;
  private final UnaryOperator<double[]> full;
  private final Slice slice;
  private final LocalModes modes;
  private final QuadraticModel model;
  private final Evaluator objective;
  private final int n;
  private final double[] point;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] move;
  private SymmetryGroup.Projection fixedSpace = x -> {};

  /**
   * A walk in a space.
   *
   * @param potential the potential in that space
   * @param settings how to follow
   * @param tolerances when the end of a path counts as stationary
   * @param modes resolve the potential
   * @param polish finds stationary points of it
   * @param full makes a new point of the full space of one of this
   */
  Walk(
      Potential potential,
      PathSettings settings,
      Tolerances tolerances,
      LocalModes modes,
      StationaryPolish polish,
      UnaryOperator<double[]> full) {
    this.full = full;
    gradientFloor = tolerances.gradient();
    evaluator = potential.evaluator();
    this.settings = settings;
    this.modes = modes;
    this.polish = polish;
    slice = new Slice(potential);
    n = potential.dimension();
    model = new QuadraticModel(modes, n);
    objective = PreconditionedEvaluator.of(potential);
    point = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
    move = new double[n];
  }

  /** Follows a path from any point to its first stationary point. */
  Stop start(double[] x, Trace trace) {
    System.arraycopy(x, 0, point, 0, n);
    slice.project(point);
    fixedSpace = y -> {};
    add(0.0, trace);
    return follow(trace);
  }

  /**
   * Follows the path that leaves a saddle in a direction to its next stationary point.
   *
   * @param saddle the saddle
   * @param curvature that of the direction
   * @param direction a unit vector
   * @param projection keeps the path where rounding would take it away
   * @param trace goes on with the path
   * @return where the path has come to, in this walk's space
   */
  Stop leave(
      double[] saddle,
      double curvature,
      double[] direction,
      SymmetryGroup.Projection projection,
      Trace trace) {
    System.arraycopy(saddle, 0, point, 0, n);
    fixedSpace = projection;
    pushOff(curvature, direction, trace);
    return follow(trace);
  }

  private Stop follow(Trace trace) {
    double distance = settings.maxStep();
    int first = trace.steps();
    while (trace.steps() < settings.maxSteps()) {
      if (trace.steps() - first >= settings.quenchAfter()) {
        return quench(trace);
      }
      if (!Double.isFinite(modes.resolve(point))) {
        break;
      }
      // A path that is to be quenched anyway need not notice that it has arrived.
      boolean quenched = settings.quenchAfter() < settings.maxSteps();
      double newton = quenched ? Double.POSITIVE_INFINITY : modes.newtonLength(NEAR);
      if (newton < NEAR && newtonHelps()) {
        PolishedPoint near = polish.polish(point);
        double apart = Vectors.distance(near.coordinates(), point);
        if (near.converged() && apart <= 2.0 * newton + SMALLEST_STEP + digits()) {
          boolean arrived = near.index() == 0 && modes.isConvex();
          if (arrived || trapped(apart)) {
            trace.add(apart, near.energy(), near.coordinates(), full);
            return new Stop(near, arrived ? Stop.Kind.MINIMUM : Stop.Kind.SADDLE);
          }
        }
      }
      distance = advance(Math.min(2.0 * distance, settings.maxStep()), trace);
      trace.step();
    }
    return new Stop(polish.characterise(point), Stop.Kind.LOST);
  }

  /** Goes the rest of the way down by L-BFGS. */
  private Stop quench(Trace trace) {
    System.arraycopy(point, 0, trial, 0, n);
    evaluator.gradient(trial, trialGradient);
    double enough = Math.min(HANDOVER, FALL * Vectors.rms(trialGradient));
    LbfgsSettings rest =
        LbfgsSettings.defaults()
            .withMaxStep(settings.maxStep())
            .withTolerance(Math.max(enough, gradientFloor));
    new Lbfgs(n, objective, rest).minimise(trial);
    fixedSpace.apply(trial);
    PolishedPoint end = polish.polish(trial);
    if (!end.converged()) {
      return new Stop(end, Stop.Kind.LOST);
    }
    trace.add(Vectors.distance(end.coordinates(), point), end.energy(), end.coordinates(), full);
    return new Stop(end, end.index() == 0 ? Stop.Kind.MINIMUM : Stop.Kind.SADDLE);
  }

  /** How far apart two points are that differ in their last digits only. */
  private double digits() {
    return DIGITS * Math.ulp(Vectors.norm(point));
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
    return apart < SMALLEST_STEP + digits() || downhill <= 1e-16 * total;
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
      evaluator.gradient(trial, trialGradient);
      if (model.error(time, trialGradient) <= settings.accuracy()
          || distance < SMALLEST_STEP + digits()) {
        System.arraycopy(trial, 0, point, 0, n);
        fixedSpace.apply(point);
        add(model.length(time), trace);
        return distance;
      }
      distance *= 0.5;
    }
  }

  /**
   * Goes on to the point. Its energy is not that of the trial: where the saddle is symmetric but
   * for its last digits, the projection has moved it.
   */
  private void add(double distance, Trace trace) {
    trace.add(distance, trace.records() ? evaluator.energy(point) : 0.0, point, full);
  }

  /** Displaces {@link #point} from a saddle. */
  private void pushOff(double curvature, double[] direction, Trace trace) {
    double best = SMALLEST_PUSHOFF;
    for (double d = SMALLEST_PUSHOFF; d <= settings.maxPushoff(); d *= 2.0) {
      displace(d, direction);
      evaluator.gradient(trial, trialGradient);
      double slope = Vectors.dot(direction, trialGradient);
      if (Math.abs(slope - curvature * d) > SLOPE_ERROR * Math.abs(curvature * d)) {
        break;
      }
      best = d;
    }
    displace(best, direction);
    System.arraycopy(trial, 0, point, 0, n);
    fixedSpace.apply(point);
    add(best, trace);
  }

  private void displace(double distance, double[] direction) {
    for (int i = 0; i < n; i++) {
      trial[i] = point[i] + distance * direction[i];
    }
  }
}
