package dev.tarn.saddle;

import com.google.common.base.Suppliers;
import dev.tarn.linear.Davidson;
import dev.tarn.linear.Lanczos;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.potential.space.Slice;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The lowest eigenvalue and eigenvector of the Hessian without diagonalising it: L-BFGS minimises
 * the Rayleigh quotient {@code R(v) = v.Hv / v.v}, whose gradient is {@code 2 (Hv - R v) / v.v}
 * (Munro and Wales, Phys. Rev. B 59, 3969, 1999). The product {@code Hv} is {@link
 * Evaluator#hessianProduct}, by default a central difference of two gradients (Kumeda, Munro and
 * Wales, Chem. Phys. Lett. 341, 185, 2001). The vector of the last call is the start of the next.
 * The potential's null directions are left out. Where the potential has a {@link Preconditioner},
 * {@link Davidson} takes the minimiser's place.
 *
 * <p>Cost: a Hessian-vector product an iteration. Not thread-safe.
 */
final class LowestMode {
  /** How well a mode is known by which a step is taken, relative to its curvature. */
  private static final double WELL_KNOWN = 0.1;

  private final Evaluator evaluator;
  private final int n;
  private final double[] vector;
  private final double[] scratch;
  private final Slice slice;
  private final Supplier<Lbfgs> minimiser;
  private final Optional<Preconditioner> preconditioner;
  private final Davidson davidson;
  private double[] centre;
  private long products;

  /**
   * Makes a solver.
   *
   * @param potential the potential; used by this object's thread only
   * @param tolerance the root-mean-square gradient of the Rayleigh quotient at which to stop
   * @param preconditioner the potential's own, if it has one; whoever calls takes it to each point
   */
  LowestMode(Potential potential, double tolerance, Optional<Preconditioner> preconditioner) {
    this.preconditioner = preconditioner;
    davidson = new Davidson(potential.dimension());
    evaluator = potential.evaluator();
    n = potential.dimension();
    vector = new double[n];
    scratch = new double[n];
    slice = new Slice(potential);
    centre = vector;
    LbfgsSettings settings =
        LbfgsSettings.defaults().withTolerance(tolerance).withMaxStep(0.5).withMaxRise(0.0);
    minimiser = Suppliers.memoize(() -> new Lbfgs(n, this::rayleigh, settings));
  }

  /**
   * Draws a new starting vector.
   *
   * @param random the source of randomness
   */
  void restart(RandomGenerator random) {
    for (int i = 0; i < n; i++) {
      vector[i] = random.nextGaussian();
    }
    slice.project(vector);
    normalise();
  }

  /**
   * Finds the lowest mode at a point, starting from the vector of the last call.
   *
   * @param x the point; not modified
   * @param iterations how many iterations are enough: few where the last vector is a good start
   * @return the lowest eigenvalue, an upper bound of it if the iterations ran out
   */
  double solve(double[] x, int iterations) {
    centre = x;
    if (preconditioner.isPresent()) {
      return solve(preconditioner.get(), iterations);
    }
    minimiser.get().minimise(vector, iterations);
    normalise();
    double value = rayleigh(vector, scratch);
    centre = vector;
    return value;
  }

  private double solve(Preconditioner matrix, int iterations) {
    Lanczos.Result found =
        davidson.lowest(this::product, matrix::divide, vector, WELL_KNOWN, iterations);
    centre = vector;
    if (found.pairs().isEmpty()) {
      return Double.NaN;
    }
    System.arraycopy(found.pairs().get(0).vector(), 0, vector, 0, n);
    return found.pairs().get(0).value();
  }

  /**
   * The eigenvector of the last call.
   *
   * @return this solver's own array, of unit length; overwritten by the next call
   */
  double[] vector() {
    return vector;
  }

  /** Forgets the products counted so far. */
  void countAnew() {
    products = 0;
  }

  /** The number of Hessian-vector products since {@link #countAnew}. */
  long products() {
    return products;
  }

  private void product(double[] v, double[] out) {
    products++;
    evaluator.hessianProduct(centre, v, out);
    slice.projectAt(centre, out);
  }

  private double rayleigh(double[] v, double[] gradient) {
    double square = 0.0;
    for (double component : v) {
      square += component * component;
    }
    product(v, gradient);
    double quotient = 0.0;
    for (int i = 0; i < n; i++) {
      quotient += gradient[i] * v[i];
    }
    quotient /= square;
    for (int i = 0; i < n; i++) {
      gradient[i] = 2.0 * (gradient[i] - quotient * v[i]) / square;
    }
    return quotient;
  }

  private void normalise() {
    double square = 0.0;
    for (double component : vector) {
      square += component * component;
    }
    double scale = 1.0 / Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      vector[i] *= scale;
    }
  }
}
