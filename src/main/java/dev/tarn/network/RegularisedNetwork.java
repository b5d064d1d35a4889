package dev.tarn.network;

import dev.tarn.follow.ParameterFamily;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;

/**
 * The networks that differ in the regularisation parameter only, as a family in {@code mu = ln
 * lambda}.
 *
 * <p>The variables are those that searches use: the network's reduced space ({@link
 * Network#reduction()}) where it has one, which holds every stationary point with its index for
 * every lambda, else all parameters. There
 *
 * <pre>
 *   E(x; mu) = D(x) + exp(mu) sum_i c_i x_i^2,    d/dmu (dE/dx_i) = 2 exp(mu) c_i x_i
 * </pre>
 *
 * <p>with the data term {@code D} and {@code c_i = 1} for a regularised variable, 0 for another.
 * Cost as for the network's Hessian; an evaluator allocates nothing. Immutable.
 */
public final class RegularisedNetwork implements ParameterFamily {
  private final Network network;
  private final Blueprint dataTerm;
  private final double[] covered;

  /**
   * The family that a network belongs to.
   *
   * @param network the network, whose lambda does not matter
   * @throws IllegalArgumentException if it has no lambda: several coefficients or none that is
   *     positive; if its energy has kinks, on which nothing moves smoothly; or if there are null
   *     directions, along which no point is isolated
   */
  public RegularisedNetwork(Network network) {
    check(network);
    this.network = network;
    Blueprint space = network.inSearchSpace();
    covered = space.coefficients();
    double lambda = network.penalty().lambda().getAsDouble();
    for (int i = 0; i < covered.length; i++) {
      covered[i] /= lambda;
    }
    dataTerm = space.withPenalty(Penalty.none(network.architecture()));
  }

  private static void check(Network network) {
    if (!(network.penalty().lambda().orElse(0.0) > 0.0)) {
      throw new IllegalArgumentException(
          "points are followed in one positive lambda for all parameters or for all links; the"
              + " regularisation here is "
              + network.penalty());
    }
    if (network.hasKinks()) {
      throw new IllegalArgumentException(
          "points are followed where the energy is smooth; that of "
              + network.architecture()
              + " has kinks");
    }
    if (!searched(network).nullDirections().isEmpty()) {
      throw new IllegalArgumentException(
          "points are followed where they are isolated; the energy of "
              + network
              + " does not change along some directions");
    }
  }

  private static Potential searched(Network network) {
    return network.reduction().map(Reduction::potential).orElse(network);
  }

  /**
   * The parameter of a lambda.
   *
   * @param lambda the regularisation parameter, positive and finite
   * @return {@code ln lambda}
   * @throws IllegalArgumentException if lambda is out of range
   */
  public static double parameter(double lambda) {
    if (!(lambda > 0.0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda is a positive number, not " + lambda);
    }
    return StrictMath.log(lambda);
  }

  /**
   * The lambda of a parameter.
   *
   * @param mu the parameter
   * @return {@code exp(mu)}
   */
  public static double lambda(double mu) {
    return StrictMath.exp(mu);
  }

  /**
   * A point in the variables of the family.
   *
   * @param x the parameters of the network; not modified
   * @return a new array
   */
  public double[] enter(double[] x) {
    return network.reduction().map(r -> r.reduce(x)).orElseGet(x::clone);
  }

  /**
   * A point of the family in the parameters of the network.
   *
   * @param x the variables; not modified
   * @return a new array
   */
  public double[] leave(double[] x) {
    return network.reduction().map(r -> r.lift(x)).orElseGet(x::clone);
  }

  @Override
  public int dimension() {
    return covered.length;
  }

  @Override
  public ParameterFamily.Evaluator evaluator() {
    return new Sum();
  }

  /** The network in these variables; its lambda is {@link #lambda} of the parameter. */
  @Override
  public Potential at(double mu) {
    return searched(network.withLambda(lambda(mu)));
  }

  /** Evaluates the data term, and adds the regulariser. */
  private final class Sum implements ParameterFamily.Evaluator {
    private final NetworkEvaluator data = dataTerm.evaluator();

    @Override
    public double evaluate(
        double[] x, double mu, double[] gradient, double[] hessian, double[] slope) {
      double lambda = lambda(mu);
      double energy = data.hessian(x, gradient, hessian);
      double square = 0.0;
      int n = covered.length;
      for (int i = 0; i < n; i++) {
        slope[i] = 2.0 * lambda * covered[i] * x[i];
        gradient[i] += slope[i];
        hessian[i * (n + 1)] += 2.0 * lambda * covered[i];
        square += covered[i] * x[i] * x[i];
      }
      return energy + lambda * square;
    }
  }
}
