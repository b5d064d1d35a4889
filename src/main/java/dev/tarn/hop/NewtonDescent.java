package dev.tarn.hop;

import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.NewtonModel;

/**
 * The way to a minimum where the Hessian is cheap: L-BFGS until the gradient has fallen to {@link
 * NewtonModel#handover}, then Newton's method with a shift, which goes down only.
 *
 * <p>A step solves {@code (H + s) d = -g} with {@code s = |g| / r} at least, which makes no step
 * much longer than the radius {@code r} and vanishes with the gradient (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., section 4.1), and with so much more that {@code H + s} is
 * positive definite. The radius follows how well the quadratic model has foreseen the energy; a
 * step longer than the settings' cap is scaled back. It ends at the settings' tolerance or where no
 * step lowers energy or gradient.
 *
 * <p>Cost: an energy with gradient and {@link NewtonModel#solve} a step, a Hessian for each that is
 * accepted; nothing is allocated. Not thread-safe.
 */
final class NewtonDescent {
  private static final int MAX_STEPS = 200;
  private static final double ROUNDINGS = 8.0;
  // What a step has to gain of what the model foresees, and what makes it a poor and a good one.
  private static final double LEAST_GAIN = 1e-4;
  private static final double POOR = 0.25;
  private static final double GOOD = 0.75;
  // Shifts for an indefinite Hessian begin at this part of its norm.
  private static final double LEAST_SHIFT = 1e-4;
  private static final double GROW = 4.0;
  private static final double FALL = 0.1;

  private final Lbfgs first;
  private final NewtonModel model;
  private final LbfgsSettings settings;
  private final int n;
  private final double[] step;
  private double[] point;
  private double[] trial;
  private double[] gradient;
  private double[] trialGradient;

  /**
   * A descent.
   *
   * @param potential the potential
   * @param model the potential's model
   * @param settings how to minimise
   */
  NewtonDescent(Potential potential, NewtonModel model, LbfgsSettings settings) {
    double near = Math.max(settings.tolerance(), model.handover());
    first = new Lbfgs(potential, settings.withTolerance(near));
    this.model = model;
    this.settings = settings;
    n = potential.dimension();
    step = new double[n];
    point = new double[n];
    trial = new double[n];
    gradient = new double[n];
    trialGradient = new double[n];
  }

  /**
   * Goes down from a point.
   *
   * @param x the point, replaced by the last one reached
   */
  void descend(double[] x) {
    first.minimise(x);
    newton(x);
  }

  /**
   * Newton's method alone.
   *
   * @param x the point, replaced by the last one reached, whose energy is not higher
   */
  void newton(double[] x) {
    System.arraycopy(x, 0, point, 0, n);
    double energy = model.moveTo(point, gradient);
    double size = Vectors.norm(gradient);
    double enough = settings.tolerance() * Math.sqrt(n);
    double radius = settings.maxStep();
    // What an indefinite Hessian needs, from one point to the next.
    double needed = 0.0;
    model.take();
    for (int k = 0; k < MAX_STEPS && size > enough; k++) {
      double shift = Math.max(size / radius, needed);
      if (!model.solve(gradient, shift, step)) {
        needed = Math.max(GROW * shift, LEAST_SHIFT * model.norm());
        continue;
      }
      double length = Vectors.norm(step);
      double slope = Vectors.dot(step, gradient);
      double part = Math.min(1.0, settings.maxStep() / length);
      for (int i = 0; i < n; i++) {
        trial[i] = point[i] - part * step[i];
      }
      double trialEnergy = model.moveTo(trial, trialGradient);
      double trialSize = Vectors.norm(trialGradient);
      double foreseen = part * slope - 0.5 * part * part * (slope - shift * length * length);
      double gained = energy - trialEnergy;
      double noise = ROUNDINGS * Math.ulp(energy);
      boolean atFloor = Math.abs(gained) <= noise && trialSize < size;
      if (!(gained >= LEAST_GAIN * foreseen && slope > 0.0) && !atFloor) {
        double shorter = Math.min(radius, size / shift) / GROW;
        if (foreseen <= noise || !(shorter > 0.0)) {
          break;
        }
        radius = shorter;
        continue;
      }
      if (gained > GOOD * foreseen || foreseen < noise) {
        radius = 2.0 * Math.max(radius, GROW * length);
        needed = needed > 0.0 && needed > LEAST_SHIFT * model.norm() ? FALL * needed : 0.0;
      } else if (gained < POOR * foreseen) {
        radius *= 0.5;
      }
      double[] swap = point;
      point = trial;
      trial = swap;
      swap = gradient;
      gradient = trialGradient;
      trialGradient = swap;
      energy = trialEnergy;
      size = trialSize;
      model.take();
    }
    System.arraycopy(point, 0, x, 0, n);
  }
}
