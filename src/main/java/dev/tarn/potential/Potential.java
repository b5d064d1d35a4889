package dev.tarn.potential;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A smooth function {@code E(x)} of {@code n} real variables: the extension point of the library.
 *
 * <p>A user's own potential needs {@link #dimension()} and {@link #gradient(double[], double[])}.
 * Everything else has a default: the Hessian by central differences of the gradient, no symmetry,
 * random starting points of many scales around the origin.
 *
 * <p><b>Thread safety.</b> An instance may hold a workspace, so that its inner loops do not
 * allocate. It is then confined to one thread, and {@link #copy()} makes an independent instance
 * for another thread. Searches that run in parallel call {@link #copy()} once for each worker.
 *
 * <p><b>Determinism.</b> Searches give the same result on every Java version only if the potential
 * does; {@link StrictMath}, or the basic operations and {@link Math#sqrt(double)}, do.
 */
public interface Potential {

  /**
   * The number of variables.
   *
   * @return {@code n}, at least 1
   */
  int dimension();

  /**
   * Energy and gradient at a point.
   *
   * @param x the point, length {@code n}; not modified
   * @param gradient receives {@code dE/dx}, length {@code n}
   * @return the energy {@code E(x)}
   */
  double gradient(double[] x, double[] gradient);

  /**
   * The energy alone. The default evaluates the gradient as well and throws it away.
   *
   * @param x the point, length {@code n}; not modified
   * @return the energy {@code E(x)}
   */
  default double energy(double[] x) {
    return gradient(x, new double[dimension()]);
  }

  /**
   * Energy, gradient and Hessian at a point.
   *
   * <p>The default is a central difference of the gradient, symmetrised: {@code 2n} gradients, with
   * an error of about 1e-10 relative to the size of the third derivatives. It allocates.
   *
   * @param x the point, length {@code n}; not modified
   * @param gradient receives {@code dE/dx}, length {@code n}
   * @param hessian receives the symmetric matrix of second derivatives, row by row, length {@code
   *     n*n}
   * @return the energy {@code E(x)}
   */
  default double hessian(double[] x, double[] gradient, double[] hessian) {
    FiniteDifferences.hessian(this, x, hessian);
    return gradient(x, gradient);
  }

  /**
   * The product of the Hessian with a vector, {@code H(x) v}.
   *
   * <p>The default is a central difference of the gradient along {@code v}: 2 gradients, with an
   * error of about 1e-10 relative to the size of the third derivatives times {@code |v|}. It
   * allocates. An implementation that overrides it computes the product to rounding.
   *
   * @param x the point, length {@code n}; not modified
   * @param direction the vector {@code v}, length {@code n}; not modified
   * @param product receives {@code H v}, length {@code n}; another array than the two
   */
  default void hessianProduct(double[] x, double[] direction, double[] product) {
    double size = 0.0;
    double largest = 0.0;
    for (int i = 0; i < x.length; i++) {
      size = Math.max(size, Math.abs(x[i]));
      largest = Math.max(largest, Math.abs(direction[i]));
    }
    // A direction of zeros needs no step, whose length would be infinite.
    double h = largest == 0.0 ? 1.0 : FiniteDifferences.step(size) / largest;
    double[] point = new double[x.length];
    double[] minus = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      point[i] = x[i] - h * direction[i];
    }
    gradient(point, minus);
    for (int i = 0; i < x.length; i++) {
      point[i] = x[i] + h * direction[i];
    }
    gradient(point, product);
    for (int i = 0; i < x.length; i++) {
      product[i] = (product[i] - minus[i]) / (2.0 * h);
    }
  }

  /**
   * Whether {@link #hessian(double[], double[], double[])} is exact to rounding.
   *
   * @return false for the finite-difference default; an implementation that overrides the Hessian
   *     analytically returns true
   */
  default boolean hasAnalyticHessian() {
    return false;
  }

  /**
   * Whether the energy is continuous, but not differentiable everywhere. Derivatives are then those
   * of the piece that a point lies on.
   *
   * @return false by default
   */
  default boolean hasKinks() {
    return false;
  }

  /**
   * The discrete symmetry of the potential.
   *
   * @return the group of transformations of {@code x} that leave the energy unchanged; by default
   *     the identity alone
   */
  default Symmetry symmetry() {
    return Symmetry.trivial();
  }

  /**
   * Directions along which the energy does not change, wherever one starts: a continuous symmetry
   * that shifts the variables, such as the common shift of a softmax layer's biases. Stationary
   * points are lines or planes then; searches look for the point of each whose components along
   * these directions are zero ({@link Slice}), and its Hessian's zero eigenvalues along them count
   * neither in the index nor as degenerate.
   *
   * @return orthonormal vectors of length {@code n}, fewer than {@code n}; by default none
   */
  default List<double[]> nullDirections() {
    return List.of();
  }

  /**
   * A smaller space that holds all stationary points, if one is known exactly.
   *
   * @return the reduction; by default none
   */
  default Optional<Reduction> reduction() {
    return Optional.empty();
  }

  /**
   * Points that are known or likely to lie near stationary points, which random searches miss. A
   * neural network gives the zero point.
   *
   * @return fresh arrays of length {@code n}; by default none
   */
  default List<double[]> knownPoints() {
    return List.of();
  }

  /**
   * Draws a starting point for a search.
   *
   * <p>The default is a Gaussian direction with a length that is log-uniform between 0.001 and 10
   * for each variable's standard deviation: nothing is known of the scale of a general potential.
   *
   * @param random the source of randomness
   * @param x receives the point, length {@code n}
   */
  default void randomPoint(RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, -3.0 + 4.0 * random.nextDouble());
    for (int i = 0; i < x.length; i++) {
      x[i] = scale * random.nextGaussian();
    }
  }

  /**
   * Draws a starting point made of two known points. The default is a point of the straight line
   * between them; a network takes each hidden unit from the one or the other.
   *
   * @param a a point; not modified
   * @param b another point; not modified
   * @param random the source of randomness
   * @param x receives the point, length {@code n}
   */
  default void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double t = random.nextDouble();
    for (int i = 0; i < x.length; i++) {
      x[i] = (1.0 - t) * a[i] + t * b[i];
    }
  }

  /**
   * An instance for another thread.
   *
   * @return an independent instance of the same function; {@code this} for a potential without
   *     mutable state, as the default assumes
   */
  default Potential copy() {
    return this;
  }
}
