package dev.tarn.potential;

import dev.tarn.linear.Vectors;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates a potential: energy, gradient and Hessian at a point.
 *
 * <p>Only {@link #gradient} is abstract, so that a lambda expression will do; everything else has a
 * default.
 *
 * <p><b>Thread safety.</b> An evaluator may hold a workspace, so that its inner loops do not
 * allocate. It belongs to one thread; {@link Potential#evaluator()} makes one for each.
 */
@FunctionalInterface
public interface Evaluator {

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
    return gradient(x, new double[x.length]);
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
    double h = largest == 0.0 ? 1.0 : FiniteDifferences.step(size, gradientNoise()) / largest;
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
   * The error of a gradient's component beyond the rounding of double precision. Differences that
   * stand in for a Hessian take a step of {@code cbrt} of it.
   *
   * @return 0 by default; about 1e-7 of a typical gradient for what is computed in single precision
   */
  default double gradientNoise() {
    return 0.0;
  }

  /**
   * How far the Hessian's eigenvalues may be off: one nearer to zero has no certain sign.
   *
   * <p>The default is {@code 4 n eps |H|} in the Frobenius norm for an analytic Hessian, and for
   * differences twice the distance from those with twice the step: {@code 2n} gradients.
   *
   * @param x the point, length {@code n}; not modified
   * @param hessian the Hessian there, as {@link #hessian(double[], double[], double[])} gave it;
   *     not modified
   * @return a bound of the spectral norm of its error; 0 or more, or NaN
   */
  default double hessianError(double[] x, double[] hessian) {
    if (!hasAnalyticHessian()) {
      return FiniteDifferences.error(this, x, hessian);
    }
    return 4.0 * x.length * Math.ulp(1.0) * Vectors.norm(hessian);
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
   * What a potential offers, as a capability ({@link Potential#capability}), whose points can be
   * proven: its energy, written once for numbers of any kind. Value, gradient and Hessian are then
   * enclosed over boxes by interval arithmetic, by the chain rule. Implementations are immutable,
   * and may be shared between threads.
   */
  interface SmoothEnergy {

    /**
     * The energy.
     *
     * @param x the variables, as many as the potential has
     * @param <T> what encloses the numbers
     * @return the energy, in the potential's unit
     */
    <T extends Scalar<T>> T energy(List<T> x);

    /**
     * This energy as a capability of a potential.
     *
     * @param type what is asked for
     * @param <C> its type
     * @return this energy if it is that
     */
    default <C> Optional<C> as(Class<C> type) {
      return type.equals(SmoothEnergy.class) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    /**
     * What an energy is computed with: a set of real numbers, enclosed.
     *
     * <p>Each operation returns a set that contains every result of the exact operation on numbers
     * of its operands. Where that is not defined for some of them (division by a set with zero, the
     * root of a negative number), or overflows, the result is the whole real line; nothing is
     * thrown. Implementations are immutable. A number with digits that are not binary, like 0.1,
     * has to be made from whole ones: {@code x.constant(1).dividedBy(x.constant(10))}.
     *
     * @param <T> the type itself
     */
    interface Scalar<T extends Scalar<T>> {

      /**
       * A number as one of these, exactly.
       *
       * @param value any finite number
       * @return the set that holds it alone
       */
      T constant(double value);

      /**
       * The sum.
       *
       * @param other what is added
       * @return the sum
       */
      T plus(T other);

      /**
       * The difference.
       *
       * @param other what is taken off
       * @return the difference
       */
      T minus(T other);

      /**
       * The product.
       *
       * @param other the other factor
       * @return the product
       */
      T times(T other);

      /**
       * The quotient.
       *
       * @param other the divisor
       * @return the quotient
       */
      T dividedBy(T other);

      /**
       * The negative.
       *
       * @return the number with the other sign
       */
      T negate();

      /**
       * The square, which is not negative: narrower than a product with itself.
       *
       * @return the square
       */
      T square();

      /**
       * The square root.
       *
       * @return the root that is not negative
       */
      T sqrt();

      /**
       * The exponential.
       *
       * @return {@code e^x}
       */
      T exp();

      /**
       * The softplus function.
       *
       * @return {@code ln(1 + e^x)}
       */
      T softplus();

      /**
       * The hyperbolic tangent.
       *
       * @return {@code tanh x}
       */
      T tanh();

      /**
       * The logistic function.
       *
       * @return {@code 1 / (1 + e^-x)}
       */
      T logistic();

      /**
       * The exponential linear unit.
       *
       * @return {@code x} above zero, {@code e^x - 1} below
       */
      T elu();

      /**
       * The sum with a number.
       *
       * @param value the number, exactly
       * @return the sum
       */
      default T plus(double value) {
        return plus(constant(value));
      }

      /**
       * The product with a number.
       *
       * @param value the number, exactly
       * @return the product
       */
      default T times(double value) {
        return times(constant(value));
      }
    }
  }
}
