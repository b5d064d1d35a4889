package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.DerivativeChecker;
import dev.tarn.testing.Inputs;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Energy, gradient, Hessian and Hessian-vector product of networks of every kind. */
class DerivativeProperties {

  @Provide
  Arbitrary<Network> networks() {
    return RandomNetworks.any();
  }

  /** Points of a scale at which some units saturate. */
  private static double[] point(Network network, RandomGenerator random) {
    double scale = StrictMath.pow(10.0, -1.0 + 1.5 * random.nextDouble());
    double[] x = Inputs.gaussian(random, network.dimension());
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale;
    }
    return x;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void agreeWithAutomaticDifferentiation(@ForAll("networks") Network network, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    double[] x = point(network, random);
    int n = x.length;
    DerivativeStructure exact = new Oracle(network).energy(x);
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    assertClose(network.evaluator().energy(x), exact.getValue(), Math.abs(exact.getValue()));
    assertClose(
        network.evaluator().gradient(x, gradient), exact.getValue(), Math.abs(exact.getValue()));
    double size = 0.0;
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      int[] orders = new int[n];
      orders[i]++;
      expected[i] = exact.getPartialDerivative(orders);
      size = Math.max(size, Math.abs(expected[i]));
    }
    for (int i = 0; i < n; i++) {
      assertClose(gradient[i], expected[i], size);
    }
    network.evaluator().hessian(x, gradient, hessian);
    double[] direction = Inputs.gaussian(random, n);
    double[] product = new double[n];
    network.evaluator().hessianProduct(x, direction, product);
    double[] second = new double[n * n];
    size = 0.0;
    for (int i = 0; i < n * n; i++) {
      int[] orders = new int[n];
      orders[i / n]++;
      orders[i % n]++;
      second[i] = exact.getPartialDerivative(orders);
      size = Math.max(size, Math.abs(second[i]));
    }
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int j = 0; j < n; j++) {
        assertClose(hessian[i * n + j], second[i * n + j], size);
        sum += second[i * n + j] * direction[j];
      }
      assertClose(product[i], sum, size * n);
    }
  }

  private static void assertClose(double actual, double expected, double size) {
    assertThat(actual).isCloseTo(expected, within(1e-10 * size + 1e-15));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void agreeWithFiniteDifferencesAwayFromKinks(
      @ForAll("networks") Network network, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 1);
    double[] x = point(network, random);
    boolean smooth = network.kinked().evaluator().kinks(x, 1e-2).isEmpty() && !hasElu(network);
    DerivativeChecker.Report report = DerivativeChecker.check(network, x);
    assertThat(report.asymmetry()).isZero();
    assertThat(report.energyMismatch())
        .isLessThan(1e-13 * Math.max(1.0, network.evaluator().energy(x)));
    if (smooth) {
      assertThat(report.gradientError()).isLessThan(1e-6);
      assertThat(report.hessianError()).isLessThan(1e-6);
      assertThat(report.productError()).isLessThan(1e-5);
    }
  }

  /** The second derivatives of ELU jump, which differences across the jump see. */
  private static boolean hasElu(Network network) {
    return network.architecture().hidden().stream()
        .anyMatch(layer -> layer.activation() == Activation.ELU);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void nullDirectionsAreNull(@ForAll("networks") Network network, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 2);
    double[] x = point(network, random);
    double[] gradient = new double[x.length];
    double energy = network.evaluator().gradient(x, gradient);
    double[] product = new double[x.length];
    for (double[] direction : network.nullDirections()) {
      network.evaluator().hessianProduct(x, direction, product);
      double slope = 0.0;
      double largest = 0.0;
      double[] moved = x.clone();
      for (int i = 0; i < x.length; i++) {
        slope += gradient[i] * direction[i];
        largest = Math.max(largest, Math.abs(product[i]));
        moved[i] += 3.0 * direction[i];
      }
      double scale = Math.max(1.0, energy);
      assertThat(slope).isCloseTo(0.0, within(1e-12 * scale));
      assertThat(largest).isLessThan(1e-11 * scale);
      assertThat(network.evaluator().energy(moved)).isCloseTo(energy, within(1e-12 * scale));
    }
  }
}
