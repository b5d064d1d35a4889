package dev.tarn.hop;

import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.NewtonModel;
import dev.tarn.potential.space.PreconditionedEvaluator;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way from any point down to a minimum: L-BFGS, in the reduced space where there is one, since
 * what it leaves out goes to zero of itself but slowly, and there {@link NewtonDescent} where the
 * Hessian is cheap; Newton's method; and again from beside every saddle on the way. Where no
 * Hessian is formed, a saddle is left as soon as it is seen for one, long before its polish would
 * be done ({@link Ridge}). Not thread-safe.
 */
final class Quench {
  private static final double[] NO_EIGENVALUES = {};

  /** The gradient at which a saddle is to be seen, where no Hessian is formed. */
  private static final double NEAR = 1e-4;

  /**
   * The gradient at which Newton's method takes over there. A step of it gains three digits, but
   * only where soft modes do not make it too long.
   */
  private static final double HANDOVER = 1e-8;

  private final HopSettings settings;
  private final Units units;
  private final Optional<Reduction> reduction;
  private final Lbfgs minimiser;
  private final Optional<Lbfgs> coarse;
  private final Optional<Ridge> ridge;
  private final Optional<NewtonDescent> newton;
  private final Optional<RoughDescent> rough;
  private final StationaryPolish polish;
  private final double[] mode;

  /**
   * A quench.
   *
   * @param potential the potential
   * @param cheaper what the way down begins on, if not on the potential itself
   * @param settings how to minimise
   */
  Quench(Potential potential, Optional<Potential> cheaper, HopSettings settings) {
    this.settings = settings;
    units = Units.of(potential, settings.tolerances().noise());
    reduction = units.areOne() ? potential.reduction() : Optional.empty();
    Potential space = reduction.map(Reduction::potential).orElse(units.potential());
    boolean large = !StationaryPolish.usesHessian(space);
    LbfgsSettings end = reachable(settings);
    if (large) {
      end = end.withTolerance(Math.max(end.tolerance(), HANDOVER));
    }
    int n = space.dimension();
    Evaluator objective = PreconditionedEvaluator.of(space);
    minimiser = new Lbfgs(n, objective, end);
    LbfgsSettings near = end.withTolerance(Math.max(end.tolerance(), NEAR));
    coarse = large ? Optional.of(new Lbfgs(n, objective, near)) : Optional.empty();
    LbfgsSettings last = end;
    newton =
        space
            .capability(NewtonModel.Source.class)
            .map(source -> new NewtonDescent(space, source.newtonModel(), last));
    ridge = large ? Optional.of(new Ridge(space)) : Optional.empty();
    rough = cheaper.map(own -> new RoughDescent(space, entered(own), last));
    // The polish that a potential has of its own takes points in the potential's own units.
    polish = StationaryPolish.of(potential, settings.tolerances());
    mode = new double[potential.dimension()];
  }

  /** Another potential in the coordinates and units of this quench. */
  private Potential entered(Potential other) {
    return reduction.isPresent()
        ? other.reduction().map(Reduction::potential).orElseThrow()
        : Units.of(other, settings.tolerances().noise()).potential();
  }

  /**
   * Minimises from a point.
   *
   * @param start the starting point; not modified
   * @param random decides to which side of a saddle it goes on
   * @return where it ended, with a new array of coordinates; {@link #isMinimum} tells what it is
   */
  PolishedPoint run(double[] start, RandomGenerator random) {
    double[] point = units.areOne() ? start.clone() : units.enter(start);
    for (int pushoffs = 0; ; pushoffs++) {
      Lbfgs.Result end = descend(point, pushoffs == 0, random);
      if (!Double.isFinite(end.energy()) || !Double.isFinite(end.rms())) {
        return notStationary(units.leave(point), end.energy(), end.rms());
      }
      PolishedPoint found = polish.polish(units.leave(point));
      if (!found.converged() || !leadsDown(found) || pushoffs == settings.maxPushoffs()) {
        return found;
      }
      pushOff(found.coordinates(), random, point);
    }
  }

  private Lbfgs.Result descend(double[] point, boolean first, RandomGenerator random) {
    if (reduction.isEmpty()) {
      begin(point, first);
      leaveSaddles(point, random);
      return minimiser.minimise(point);
    }
    double[] reduced = reduction.get().reduce(point);
    begin(reduced, first);
    leaveSaddles(reduced, random);
    newton.ifPresent(own -> own.descend(reduced));
    Lbfgs.Result end = minimiser.minimise(reduced);
    double[] lifted = reduction.get().lift(reduced);
    System.arraycopy(lifted, 0, point, 0, point.length);
    return end;
  }

  /** From beside a saddle the way down is a matter of the potential itself. */
  private void begin(double[] x, boolean first) {
    if (first) {
      rough.ifPresent(own -> own.descend(x));
    }
  }

  /** Goes down to where no saddle is seen, without a polish; does nothing where Hessians are. */
  private void leaveSaddles(double[] x, RandomGenerator random) {
    if (ridge.isEmpty()) {
      return;
    }
    double[] direction = new double[x.length];
    for (int k = 0; k < settings.maxPushoffs(); k++) {
      Lbfgs.Result end = coarse.orElseThrow().minimise(x);
      // Where a push has changed so little, the next one will: this is a slope, and no saddle.
      boolean stuck = k > 0 && end.iterations() == 0;
      if (stuck || !Double.isFinite(end.energy()) || !ridge.get().find(x, random, direction)) {
        return;
      }
      double along = random.nextBoolean() ? settings.pushoff() : -settings.pushoff();
      Vectors.add(x, along, direction);
    }
  }

  /** A minimiser need not go where the gradient is but noise. */
  private static LbfgsSettings reachable(HopSettings settings) {
    double least = settings.tolerances().gradient();
    return settings.tolerances().noise() == 0.0 || settings.quench().tolerance() >= least
        ? settings.quench()
        : settings.quench().withTolerance(least);
  }

  private void pushOff(double[] saddle, RandomGenerator random, double[] point) {
    polish.lowestMode(saddle, mode);
    double along = random.nextBoolean() ? settings.pushoff() : -settings.pushoff();
    for (int i = 0; i < point.length; i++) {
      point[i] = saddle[i] / units.length() + along * mode[i];
    }
  }

  boolean isMinimum(PolishedPoint found) {
    return found.converged() && Double.isFinite(found.energy()) && !leadsDown(found);
  }

  /** A point about whose curvature nothing is known. */
  static PolishedPoint notStationary(double[] x, double energy, double rms) {
    return new PolishedPoint(x.clone(), energy, rms, NO_EIGENVALUES, 0, false, true);
  }

  private boolean leadsDown(PolishedPoint found) {
    // Not by the index: an eigenvalue that is zero by a continuous symmetry may round to -1e-18.
    double[] values = found.eigenvalues();
    double cutoff = settings.tolerances().zeroCutoff() * units.curvature();
    return values.length > 0 && values[0] < -cutoff;
  }
}
