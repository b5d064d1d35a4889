package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.network.Network;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.WithoutHessian;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HybridEigenvectorFollowingTest {

  @Test
  void lowestModeIsThatOfTheDiagonalisedHessian() {
    Network network = Network.xor(3, 1e-3);
    int n = network.dimension();
    LowestMode mode = new LowestMode(network, 1e-10, Preconditioner.of(network));
    SymmetricEigen eigen = new SymmetricEigen(n);
    RandomGenerator random = RandomStreams.of(11, 0);
    for (int k = 0; k < 20; k++) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextGaussian();
      }
      double[] hessian = new double[n * n];
      network.evaluator().hessian(x, new double[n], hessian);
      eigen.decompose(hessian);
      mode.restart(random);
      double value = mode.solve(x, 2000);
      assertThat(value).isCloseTo(eigen.values()[0], within(1e-7));
      double overlap = 0.0;
      for (int i = 0; i < n; i++) {
        overlap += mode.vector()[i] * eigen.vectors()[i];
      }
      assertThat(Math.abs(overlap)).isCloseTo(1.0, within(1e-4));
    }
  }

  @Test
  void needsNoHessianInThreeHundredDimensions() {
    int n = 300;
    WithoutHessian wells = new WithoutHessian(DoubleWells.equal(n));
    double[] start = new double[n];
    Arrays.fill(start, 0.9);
    start[17] = 0.2;
    SaddleFinder.Result end =
        SaddleFinder.transitionState(
                wells, SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID))
            .search(start);
    assertThat(end.found()).isTrue();
    assertThat(end.point().index()).isEqualTo(1);
    assertThat(end.point().eigenvalues()[0]).isNegative();
    double[] expected = new double[n];
    Arrays.fill(expected, 1.0);
    expected[17] = 0.0;
    assertThat(end.point().coordinates()).containsExactly(expected, within(1e-4));
  }
}
