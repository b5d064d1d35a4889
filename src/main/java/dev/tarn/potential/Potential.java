package dev.tarn.potential;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A smooth function {@code E(x)} of {@code n} real variables: the extension point of the library.
 *
 * <p>A user's own potential needs {@link #dimension()} and {@link #evaluator()}. Everything else
 * has a default: the Hessian by central differences of the gradient, no symmetry, random starting
 * points of many scales around the origin. {@link #of} makes one of a lambda expression; {@link
 * SimplePotential} is the base for a function that needs no workspace.
 *
 * <p><b>Thread safety.</b> A potential is immutable and may be shared between threads. What
 * evaluates it may hold a workspace: each thread, and each search, has an {@link Evaluator} of its
 * own.
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
   * A new evaluator of energy and derivatives.
   *
   * @return an evaluator for one thread; one without a workspace may be the same every time
   */
  Evaluator evaluator();

  /**
   * A potential without known symmetry.
   *
   * @param dimension the number of variables, at least 1
   * @param evaluators makes an evaluator for a thread, for example {@code () -> (x, gradient) ->
   *     ...}
   * @return the potential
   * @throws IllegalArgumentException if the dimension is below 1
   */
  static Potential of(int dimension, Supplier<? extends Evaluator> evaluators) {
    return new PlainPotential(dimension, evaluators);
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
  default SymmetryGroup symmetry() {
    return SymmetryGroup.trivial();
  }

  /**
   * Directions along which the energy does not change, wherever one starts: a continuous symmetry
   * that shifts the variables, such as the common shift of a softmax layer's biases. Stationary
   * points are lines or planes then; searches look for the point of each whose components along
   * these directions are zero, and its Hessian's zero eigenvalues along them count neither in the
   * index nor as degenerate.
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
   * The Euler characteristic of the space that the variables live in, which the Morse sum of a
   * complete list of stationary points has to equal (Milnor, Morse Theory, Princeton, 1963).
   *
   * @return 1 by default, for a function on {@code R^n} that grows without bound in every
   *     direction; 0 for a torus; empty where the count does not apply, for example since the
   *     energy is not bounded below
   */
  default OptionalLong eulerCharacteristic() {
    return OptionalLong.of(1L);
  }

  /**
   * Something more that this potential can do, such as a polish of its own.
   *
   * @param type the interface that stands for the capability
   * @param <C> the type of the capability
   * @return the capability; by default this potential itself if it implements the interface
   */
  default <C> Optional<C> capability(Class<C> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }
}
