package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What holds for every potential; the test of a potential extends this, that of one with a symmetry
 * {@link SymmetricPotentialContract}.
 */
public abstract class PotentialContract {
  private static final int POINTS = 20;

  /** A new instance of the potential under test. */
  protected abstract Potential create();

  final List<double[]> points() {
    return Inputs.random(create(), POINTS);
  }

  @Test
  void dimensionIsPositiveAndFixed() {
    assertThat(create().dimension()).isPositive().isEqualTo(create().dimension());
  }

  @Test
  void derivativesAgreeWithFiniteDifferences() {
    Potential potential = create();
    for (double[] x : points()) {
      DerivativeChecker.Report report = DerivativeChecker.check(potential, x);
      assertThat(report.gradientError()).as(Arrays.toString(x)).isLessThan(1e-7);
      assertThat(report.hessianError()).as(Arrays.toString(x)).isLessThan(1e-7);
      assertThat(report.productError()).as(Arrays.toString(x)).isLessThan(1e-7);
    }
  }

  @Test
  void hessianIsExactlySymmetric() {
    Potential potential = create();
    for (double[] x : points()) {
      assertThat(DerivativeChecker.check(potential, x).asymmetry()).isZero();
    }
  }

  @Test
  void energyGradientAndHessianReturnTheSameEnergy() {
    Potential potential = create();
    int n = potential.dimension();
    for (double[] x : points()) {
      double energy = potential.evaluator().energy(x);
      double tolerance = 1e-15 * Math.max(1.0, Math.abs(energy));
      assertThat(potential.evaluator().gradient(x, new double[n]))
          .isCloseTo(energy, within(tolerance));
      assertThat(potential.evaluator().hessian(x, new double[n], new double[n * n]))
          .isCloseTo(energy, within(tolerance));
    }
  }

  @Test
  void hessianFillsTheSameGradient() {
    Potential potential = create();
    int n = potential.dimension();
    for (double[] x : points()) {
      double[] alone = new double[n];
      double[] together = new double[n];
      potential.evaluator().gradient(x, alone);
      potential.evaluator().hessian(x, together, new double[n * n]);
      assertThat(together).containsExactly(alone);
    }
  }

  @Test
  void hessianProductIsLinearInTheDirection() {
    Potential potential = create();
    int n = potential.dimension();
    double[] zero = new double[n];
    double[] product = new double[n];
    double[] scaled = new double[n];
    for (double[] x : points()) {
      double[] direction = Inputs.gaussian(RandomStreams.of(9, 0), n);
      potential.evaluator().hessianProduct(x, direction, product);
      double size = 1.0;
      for (int i = 0; i < n; i++) {
        direction[i] *= 1e6;
        size = Math.max(size, Math.abs(product[i]));
      }
      potential.evaluator().hessianProduct(x, direction, scaled);
      for (int i = 0; i < n; i++) {
        assertThat(1e-6 * scaled[i]).isCloseTo(product[i], within(1e-7 * size));
      }
      Arrays.fill(scaled, Double.NaN);
      potential.evaluator().hessianProduct(x, zero, scaled);
      assertThat(scaled).containsOnly(0.0);
    }
  }

  @Test
  void outputsDoNotDependOnWhatTheArraysHeldBefore() {
    Potential potential = create();
    int n = potential.dimension();
    double[] x = points().get(0);
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    potential.evaluator().hessian(x, gradient, hessian);
    double[] dirtyGradient = new double[n];
    double[] dirtyHessian = new double[n * n];
    Arrays.fill(dirtyGradient, Double.NaN);
    Arrays.fill(dirtyHessian, Double.NaN);
    potential.evaluator().hessian(x, dirtyGradient, dirtyHessian);
    assertThat(dirtyGradient).containsExactly(gradient);
    assertThat(dirtyHessian).containsExactly(hessian);
    Arrays.fill(dirtyGradient, Double.NaN);
    potential.evaluator().gradient(x, dirtyGradient);
    assertThat(dirtyGradient).containsExactly(gradient);
    double[] direction = Inputs.gaussian(RandomStreams.of(2, 0), n);
    double[] product = new double[n];
    double[] dirtyProduct = new double[n];
    Arrays.fill(dirtyProduct, Double.NaN);
    potential.evaluator().hessianProduct(x, direction, product);
    potential.evaluator().hessianProduct(x, direction, dirtyProduct);
    assertThat(dirtyProduct).containsExactly(product);
  }

  @Test
  void inputsAreNotModified() {
    Potential potential = create();
    int n = potential.dimension();
    RandomGenerator random = RandomStreams.of(3, 0);
    for (double[] x : points()) {
      double[] before = x.clone();
      double[] reference = points().get(0);
      double[] referenceBefore = reference.clone();
      potential.evaluator().energy(x);
      potential.evaluator().gradient(x, new double[n]);
      potential.evaluator().hessian(x, new double[n], new double[n * n]);
      potential.evaluator().hessianProduct(x, reference, new double[n]);
      potential.symmetry().canonical(x, new double[n]);
      potential.symmetry().orbitSize(x);
      potential.symmetry().nearestCopy(x, reference, new double[n]);
      potential.symmetry().randomCopy(random, x, new double[n]);
      assertThat(x).containsExactly(before);
      assertThat(reference).containsExactly(referenceBefore);
    }
  }

  @Test
  void evaluatorsAreIndependent() throws Exception {
    Potential potential = create();
    List<double[]> points = points();
    List<double[]> expected = hessians(potential, points);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> one = threads.submit(() -> agree(potential, points, expected));
      Future<Boolean> two = threads.submit(() -> agree(potential, points, expected));
      assertThat(one.get()).isTrue();
      assertThat(two.get()).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean agree(
      Potential potential, List<double[]> points, List<double[]> expected) {
    for (int k = 0; k < 100; k++) {
      if (!Arrays.deepEquals(hessians(potential, points).toArray(), expected.toArray())) {
        return false;
      }
    }
    return true;
  }

  private static List<double[]> hessians(Potential potential, List<double[]> points) {
    int n = potential.dimension();
    List<double[]> hessians = new ArrayList<>();
    for (double[] x : points) {
      double[] hessian = new double[n * n];
      potential.evaluator().hessian(x, new double[n], hessian);
      hessians.add(hessian);
    }
    return hessians;
  }

  @Test
  void randomPointsAreFiniteAndFollowTheStream() {
    Potential potential = create();
    double[] again = new double[potential.dimension()];
    potential.randomPoint(RandomStreams.of(2018, 1), again);
    assertThat(again).containsExactly(points().get(1)).doesNotContain(Double.NaN);
    assertThat(again).isNotEqualTo(points().get(2));
    for (double[] x : points()) {
      assertThat(potential.evaluator().energy(x)).isFinite();
    }
  }

  @Test
  void knownPointsAreFreshAndOfTheRightLength() {
    for (double[] x : create().knownPoints()) {
      assertThat(x).hasSize(create().dimension());
      x[0] += 1.0;
    }
    Potential potential = create();
    for (double[] x : potential.knownPoints()) {
      x[0] = Double.NaN;
    }
    assertThat(potential.knownPoints()).allMatch(x -> !Double.isNaN(x[0]));
  }
}
