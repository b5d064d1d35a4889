package dev.tarn.network;

import dev.tarn.potential.Vector;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The L2 term of the energy: for each group of parameters a coefficient times the sum of their
 * squares, no factor 1/2. A group is the links, or the biases, of one layer of weights.
 *
 * <p>A coefficient of 0 leaves a group free. With free parameters some directions may leave the
 * energy unchanged ({@link Network#nullDirections()}), and stationary points need not be isolated.
 * Immutable.
 *
 * @param links the coefficient for the links of each layer of weights, from the inputs on
 * @param biases the coefficient for the biases of each layer of weights
 */
public record Penalty(Vector links, Vector biases) implements Serializable {

  /**
   * Checks the coefficients.
   *
   * @param links as above
   * @param biases as above
   * @throws IllegalArgumentException if the two differ in length, or a coefficient is negative or
   *     not finite
   */
  public Penalty {
    if (links.length() != biases.length() || links.isEmpty()) {
      throw new IllegalArgumentException(
          "there is a coefficient for the links and one for the biases of each layer, not "
              + links.length()
              + " and "
              + biases.length());
    }
    check(links);
    check(biases);
  }

  private static void check(Vector coefficients) {
    coefficients.stream()
        .forEach(
            coefficient -> {
              if (!(coefficient >= 0.0) || Double.isInfinite(coefficient)) {
                throw new IllegalArgumentException(
                    "a coefficient of the regulariser is a number from 0 on, not " + coefficient);
              }
            });
  }

  /**
   * The same coefficient for all weights and biases.
   *
   * @param architecture the network
   * @param coefficient the coefficient, often called lambda; 0 or more
   * @return the penalty
   * @throws IllegalArgumentException if the coefficient is negative or not finite
   */
  public static Penalty all(Architecture architecture, double coefficient) {
    Vector every = same(architecture, coefficient);
    return new Penalty(every, every);
  }

  /**
   * The same coefficient for all links, none for the biases.
   *
   * @param architecture the network
   * @param coefficient the coefficient, 0 or more
   * @return the penalty
   * @throws IllegalArgumentException if the coefficient is negative or not finite
   */
  public static Penalty links(Architecture architecture, double coefficient) {
    return new Penalty(same(architecture, coefficient), same(architecture, 0.0));
  }

  /**
   * The same coefficient for what the regularisation covers.
   *
   * @param architecture the network
   * @param coefficient the coefficient, 0 or more
   * @param covered all parameters, or the links only
   * @return the penalty
   * @throws IllegalArgumentException if the coefficient is negative or not finite
   */
  public static Penalty of(Architecture architecture, double coefficient, Regularisation covered) {
    return covered == Regularisation.ALL
        ? all(architecture, coefficient)
        : links(architecture, coefficient);
  }

  /**
   * No regularisation: the energy is the mean loss, as wanted on a test set.
   *
   * @param architecture the network
   * @return the penalty
   */
  public static Penalty none(Architecture architecture) {
    return all(architecture, 0.0);
  }

  private static Vector same(Architecture architecture, double coefficient) {
    double[] values = new double[architecture.layers()];
    Arrays.fill(values, coefficient);
    return Vector.of(values);
  }

  /**
   * The number of layers of weights that it is made for.
   *
   * @return the number of coefficients of either kind
   */
  public int layers() {
    return links.length();
  }

  /**
   * Which parameters are covered, where all of these have one coefficient.
   *
   * @return all parameters, or the links only; empty if there are several coefficients
   */
  public Optional<Regularisation> regularisation() {
    if (links.stream().distinct().count() > 1) {
      return Optional.empty();
    }
    if (biases.equals(links)) {
      return Optional.of(Regularisation.ALL);
    }
    return biases.stream().allMatch(b -> b == 0.0)
        ? Optional.of(Regularisation.LINKS)
        : Optional.empty();
  }

  /**
   * The one coefficient, where there is only one.
   *
   * @return the coefficient of all parameters, or of all links if the biases have none; empty if
   *     there are several
   */
  public OptionalDouble lambda() {
    return regularisation().isPresent() ? OptionalDouble.of(links.get(0)) : OptionalDouble.empty();
  }

  /**
   * The same with another coefficient for what is covered.
   *
   * @throws IllegalArgumentException if there are several coefficients, or lambda is out of range
   */
  Penalty withLambda(Architecture architecture, double lambda) {
    Regularisation covered =
        regularisation()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a network with one lambda is wanted, not one with " + this));
    return of(architecture, lambda, covered);
  }

  /**
   * Whether every parameter is regularised, so that the energy grows in every direction.
   *
   * @return true if all coefficients are positive
   */
  public boolean coversEverything() {
    return links.stream().allMatch(c -> c > 0.0) && biases.stream().allMatch(c -> c > 0.0);
  }
}
