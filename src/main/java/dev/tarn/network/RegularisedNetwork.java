package dev.tarn.network;

import dev.tarn.follow.ParameterFamily;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;

/**
 * The XOR networks of one size as a family in the regularisation parameter, {@code mu = ln lambda}.
 *
 * <p>The variables are those of the network's reduced space ({@link XorNetwork#reduction()}, {@code
 * 4 N_h + 1} of them), which holds every stationary point with its index for every lambda. There
 *
 * <pre>
 *   E(x; mu) = D(x) + exp(mu) sum_i c_i x_i^2,    d/dmu (dE/dx_i) = 2 exp(mu) c_i x_i
 * </pre>
 *
 * <p>with the data term {@code D} and {@code c_i = 1} for a regularised variable, 0 for another.
 * Cost as for the reduced network's Hessian; nothing is allocated but by {@link #at} and {@link
 * #evaluator}. Immutable.
 */
public final class RegularisedNetwork implements ParameterFamily {
  /** So small that the regulariser does not change the last bit of anything. */
  private static final double NO_REGULARISATION = 1e-200;

  private final XorNetwork network;
  private final Potential dataTerm;
  private final double[] covered;

  /**
   * The family that a network belongs to.
   *
   * @param network the network, whose lambda does not matter
   */
  public RegularisedNetwork(XorNetwork network) {
    this.network = network;
    dataTerm = reduction(NO_REGULARISATION).potential();
    covered = covered();
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

  private Reduction reduction(double lambda) {
    return new XorNetwork(network.parameters().hidden(), lambda, network.regularisation())
        .reduction()
        .orElseThrow();
  }

  /** The share of each variable that the regulariser covers, read off the network itself. */
  private double[] covered() {
    Reduction reduction = reduction(1.0);
    int n = dataTerm.dimension();
    dev.tarn.potential.Evaluator with = reduction.potential().evaluator();
    dev.tarn.potential.Evaluator without = dataTerm.evaluator();
    double[] shares = new double[n];
    double[] unit = new double[n];
    for (int i = 0; i < n; i++) {
      unit[i] = 1.0;
      shares[i] = Math.rint(with.energy(unit) - without.energy(unit));
      unit[i] = 0.0;
    }
    return shares;
  }

  @Override
  public int dimension() {
    return covered.length;
  }

  @Override
  public Evaluator evaluator() {
    return new Sum();
  }

  /** The reduced network; its lambda is {@link #lambda} of the parameter. */
  @Override
  public Potential at(double mu) {
    return reduction(lambda(mu)).potential();
  }

  /** Evaluates the data term, and adds the regulariser. */
  private final class Sum implements Evaluator {
    private final dev.tarn.potential.Evaluator data = dataTerm.evaluator();

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
