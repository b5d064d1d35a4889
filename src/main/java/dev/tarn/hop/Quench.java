package dev.tarn.hop;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.Minimisation;
import dev.tarn.minimise.NewtonPolish;
import dev.tarn.minimise.PolishedPoint;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricEigen;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The way from any point down to a minimum: L-BFGS, Newton's method, and again from beside every
 * saddle on the way. Not thread-safe.
 */
final class Quench {
  /** Above this dimension a Hessian by finite differences costs too much. */
  static final int MAX_DIFFERENCED_DIMENSION = 200;

  private static final double[] NO_EIGENVALUES = {};

  private final HopSettings settings;
  private final Lbfgs minimiser;
  private final Optional<Curvature> curvature;

  Quench(Potential potential, HopSettings settings) {
    this.settings = settings;
    minimiser = new Lbfgs(potential, settings.quench());
    boolean usesHessian =
        potential.hasAnalyticHessian() || potential.dimension() <= MAX_DIFFERENCED_DIMENSION;
    curvature = usesHessian ? Optional.of(new Curvature(potential, settings)) : Optional.empty();
  }

  /**
   * Minimises from a point.
   *
   * @param point the starting point, overwritten
   * @param random decides to which side of a saddle it goes on
   * @return where it ended, with a new array of coordinates; {@link #isMinimum} tells what it is
   */
  PolishedPoint run(double[] point, RandomGenerator random) {
    for (int pushoffs = 0; ; pushoffs++) {
      Minimisation end = minimiser.minimise(point);
      if (!Double.isFinite(end.energy()) || !Double.isFinite(end.rms())) {
        return notStationary(point, end.energy(), end.rms());
      }
      if (curvature.isEmpty()) {
        return new PolishedPoint(
            point.clone(), end.energy(), end.rms(), NO_EIGENVALUES, 0, end.converged(), false);
      }
      PolishedPoint found = curvature.get().polish.polish(point);
      if (!found.converged() || !leadsDown(found) || pushoffs == settings.maxPushoffs()) {
        return found;
      }
      curvature.get().pushOff(found.coordinates(), settings.pushoff(), random, point);
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
    return values.length > 0 && values[0] < -settings.zeroCutoff();
  }

  /** What needs memory for a Hessian. */
  private static final class Curvature {
    private final Potential potential;
    private final NewtonPolish polish;
    private final SymmetricEigen eigen;
    private final double[] gradient;
    private final double[] hessian;

    Curvature(Potential potential, HopSettings settings) {
      this.potential = potential;
      polish = new NewtonPolish(potential, settings.stationaryTolerance(), settings.zeroCutoff());
      int n = potential.dimension();
      eigen = new SymmetricEigen(n);
      gradient = new double[n];
      hessian = new double[n * n];
    }

    void pushOff(double[] saddle, double length, RandomGenerator random, double[] point) {
      potential.hessian(saddle, gradient, hessian);
      eigen.decompose(hessian);
      double[] vectors = eigen.vectors();
      double along = random.nextBoolean() ? length : -length;
      for (int i = 0; i < point.length; i++) {
        point[i] = saddle[i] + along * vectors[i];
      }
    }
  }
}
