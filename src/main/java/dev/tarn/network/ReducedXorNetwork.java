package dev.tarn.network;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.ReducedGroup;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The XOR network on the subspace of opposite output weights.
 *
 * <p>Coordinates, unit by unit: {@code a_j = (w(1)_1j - w(1)_0j)/sqrt 2, w(2)_j1, w(2)_j2, b_j},
 * then {@code (b_1 - b_0)/sqrt 2}. On the subspace {@code w(1)_1j = -w(1)_0j = a_j / sqrt 2}, so
 * the map is an isometry and the regulariser is the sum of squares of these coordinates. Not
 * thread-safe.
 */
final class ReducedXorNetwork implements Potential, Evaluator, Reduction {
  private static final double ROOT2 = Math.sqrt(2.0);
  private static final double HALF_ROOT2 = Math.sqrt(0.5);
  private static final int UNIT = XorLoss.UNIT;
  private static final int FULL_UNIT = XorParameters.UNIT;

  private final XorNetwork full;
  private final int end;
  private final int n;
  private final double linkPenalty;
  private final double biasPenalty;
  private final XorLoss loss;
  private final double[] essential;

  ReducedXorNetwork(XorNetwork full) {
    this.full = full;
    int hidden = full.parameters().hidden();
    end = UNIT * hidden;
    n = end + 1;
    linkPenalty = full.lambda();
    biasPenalty = full.regularisation() == Regularisation.ALL ? linkPenalty : 0.0;
    loss = new XorLoss(hidden);
    essential = new double[n];
  }

  @Override
  public Potential potential() {
    return this;
  }

  @Override
  public double[] lift(double[] reduced) {
    int hidden = full.parameters().hidden();
    double[] x = new double[full.dimension()];
    for (int j = 0; j < hidden; j++) {
      double half = HALF_ROOT2 * reduced[UNIT * j];
      x[FULL_UNIT * j] = -half;
      x[FULL_UNIT * j + 1] = half;
      System.arraycopy(reduced, UNIT * j + 1, x, FULL_UNIT * j + 2, UNIT - 1);
    }
    double half = HALF_ROOT2 * reduced[end];
    x[FULL_UNIT * hidden] = -half;
    x[FULL_UNIT * hidden + 1] = half;
    return x;
  }

  @Override
  public double[] reduce(double[] x) {
    int hidden = full.parameters().hidden();
    double[] reduced = new double[n];
    for (int j = 0; j < hidden; j++) {
      reduced[UNIT * j] = HALF_ROOT2 * (x[FULL_UNIT * j + 1] - x[FULL_UNIT * j]);
      System.arraycopy(x, FULL_UNIT * j + 2, reduced, UNIT * j + 1, UNIT - 1);
    }
    reduced[end] = HALF_ROOT2 * (x[FULL_UNIT * hidden + 1] - x[FULL_UNIT * hidden]);
    return reduced;
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  @Override
  public SymmetryGroup symmetry() {
    return new ReducedGroup(full.symmetry(), this);
  }

  @Override
  public Evaluator evaluator() {
    return new ReducedXorNetwork(full);
  }

  @Override
  public List<double[]> knownPoints() {
    return full.knownPoints().stream().map(this::reduce).toList();
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    double[] point = new double[full.dimension()];
    full.randomPoint(random, point);
    System.arraycopy(reduce(point), 0, x, 0, n);
  }

  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double[] point = new double[full.dimension()];
    full.combine(lift(a), lift(b), random, point);
    System.arraycopy(reduce(point), 0, x, 0, n);
  }

  @Override
  public double energy(double[] x) {
    gather(x);
    return loss.value(essential) + penalty(x);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    gather(x);
    double value = loss.gradient(essential, gradient);
    scaleGradient(x, gradient);
    return value + penalty(x);
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    gather(x);
    double value = loss.hessian(essential, gradient, hessian);
    scaleGradient(x, gradient);
    for (int o = 0; o <= end; o += UNIT) {
      for (int i = 0; i < n; i++) {
        hessian[o * n + i] *= ROOT2;
        hessian[i * n + o] *= ROOT2;
      }
    }
    for (int i = 0; i < n; i++) {
      hessian[i * (n + 1)] += 2.0 * penaltyOf(i);
    }
    return value + penalty(x);
  }

  private void gather(double[] x) {
    System.arraycopy(x, 0, essential, 0, n);
    for (int o = 0; o <= end; o += UNIT) {
      essential[o] *= ROOT2;
    }
  }

  private void scaleGradient(double[] x, double[] gradient) {
    for (int o = 0; o <= end; o += UNIT) {
      gradient[o] *= ROOT2;
    }
    for (int i = 0; i < n; i++) {
      gradient[i] += 2.0 * penaltyOf(i) * x[i];
    }
  }

  private double penaltyOf(int i) {
    return i == end || i % UNIT == UNIT - 1 ? biasPenalty : linkPenalty;
  }

  private double penalty(double[] x) {
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
      sum += penaltyOf(i) * x[i] * x[i];
    }
    return sum;
  }
}
