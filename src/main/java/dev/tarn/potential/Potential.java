package dev.tarn.potential;

import java.io.Serializable;
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
   * The sizes that are natural to this potential. Tolerances, step limits and starting points of
   * all searches are meant in these units.
   *
   * @return the scales; empty by default, if they are not known and {@link #measured} is to find
   *     them
   */
  default Optional<Scales> scales() {
    return Optional.empty();
  }

  /**
   * This potential with scales. What it does not say itself is measured: from where some random
   * points relax to, the curvature there, and how far it stays the same. Where random points are
   * those of the default, and relax to somewhere far from the origin, they are drawn around there.
   * Explorers, basin-hopping and what reads landscapes do so; a single solver takes the scales that
   * the potential offers.
   *
   * @return this potential if it offers its scales, else a view of it that does; the same scales
   *     every time. Cost: at most some thousand gradients
   */
  default Potential measured() {
    return scales().isPresent() ? this : MeasuredPotential.of(this);
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

  /**
   * What a potential offers ({@link #capability}) whose energy does not change along directions
   * that depend on the point, such as rotations of atoms. Like {@linkplain #nullDirections null
   * directions}, with which they are not shared, they count neither in the index nor as degenerate.
   */
  interface ZeroModes {

    /**
     * The largest number of zero modes, which all points have but special ones.
     *
     * @return the number, with the null directions fewer than the variables
     */
    int most();

    /**
     * The zero modes at a point.
     *
     * @param x the point, length {@code n}; not modified
     * @return orthonormal vectors, orthogonal to the null directions; fewer than {@link #most} at
     *     special points, such as a linear molecule
     */
    List<double[]> at(double[] x);
  }

  /**
   * What a potential offers ({@link #capability}) that knows better than to displace every variable
   * alike by how much a step of basin-hopping may move a point. Thread-safe.
   */
  @FunctionalInterface
  interface Moves {

    /**
     * Displaces a point at random.
     *
     * @param x the point, length {@code n}; replaced
     * @param step the largest displacement of a variable where the move has such a size; it is
     *     adapted to the share of steps that are accepted
     * @param random the source of randomness
     */
    void displace(double[] x, double step, RandomGenerator random);
  }

  /**
   * The units that a potential's numbers are of order one in. Powers of two change no bit of a
   * number's mantissa, so that searches in other units are the same searches.
   *
   * @param length the change of a variable, or the distance, over which the curvature changes;
   *     positive and finite
   * @param energy the change of the energy over that length; positive and finite
   */
  record Scales(double length, double energy) implements Serializable {
    /** Length 1 and energy 1: the numbers are of order one as they are. */
    public static final Scales ONE = new Scales(1.0, 1.0);

    /**
     * Checks the values.
     *
     * @param length as above
     * @param energy as above
     * @throws IllegalArgumentException if one is not positive and finite
     */
    public Scales {
      check("length", length);
      check("energy", energy);
    }

    private static void check(String name, double value) {
      if (!(value > 0.0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "the scale of the " + name + " is positive and finite, not " + value);
      }
    }

    /**
     * Whether both are 1.
     *
     * @return true if nothing needs to be converted
     */
    public boolean areOne() {
      return length == 1.0 && energy == 1.0;
    }
  }
}
