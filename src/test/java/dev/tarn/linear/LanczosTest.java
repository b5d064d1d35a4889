package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.testing.Images;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.Matrices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosTest {

  private static Lanczos.Result lowest(double[] matrix, int n, int count) {
    return new Lanczos(n).lowest(Matrices.product(matrix), List.of(), count, 1e-10);
  }

  /** The pairs are eigenpairs of the matrix, orthonormal, with the values expected. */
  private static void assertPairs(double[] matrix, Lanczos.Result result, double... expected) {
    assertThat(result.converged()).isTrue();
    List<Lanczos.Pair> pairs = result.pairs();
    assertThat(pairs).hasSize(expected.length);
    int n = pairs.get(0).vector().length;
    double scale = 0.0;
    for (double element : matrix) {
      scale = Math.max(scale, Math.abs(element));
    }
    double[] product = new double[n];
    for (int k = 0; k < expected.length; k++) {
      Lanczos.Pair pair = pairs.get(k);
      assertThat(pair.value()).isCloseTo(expected[k], within(pair.bound() + 1e-13 * n * scale));
      Matrices.product(matrix).apply(pair.vector(), product);
      double square = 0.0;
      for (int i = 0; i < n; i++) {
        double rest = product[i] - pair.value() * pair.vector()[i];
        square += rest * rest;
      }
      assertThat(Math.sqrt(square)).isLessThanOrEqualTo(pair.bound() + 1e-13 * n * scale);
      for (int j = 0; j <= k; j++) {
        double dot = 0.0;
        for (int i = 0; i < n; i++) {
          dot += pair.vector()[i] * pairs.get(j).vector()[i];
        }
        assertThat(dot).isCloseTo(j == k ? 1.0 : 0.0, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "5, 3", "20, 20", "79, 4", "81, 5", "150, 6", "300, 3"})
  void agreesWithTheDenseSolverOnRandomMatrices(int n, int count) {
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(21, n), n);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(matrix);
    assertPairs(matrix, lowest(matrix, n, count), Arrays.copyOf(eigen.values(), count));
  }

  @Test
  void findsEveryCopyOfRepeatedEigenvalues() {
    double[] values = new double[120];
    Arrays.fill(values, 2e-3);
    Arrays.fill(values, 0, 3, -0.5);
    Arrays.fill(values, 3, 5, -1e-3);
    Arrays.fill(values, 100, 120, 5.0);
    double[] matrix = Matrices.withEigenvalues(RandomStreams.of(22, 0), values);
    assertPairs(matrix, lowest(matrix, 120, 7), Arrays.copyOf(values, 7));
  }

  @Test
  void findsTheLowestOfAClusterAndOfNearlyEqualOnes() {
    double[] values = new double[200];
    for (int i = 0; i < 200; i++) {
      values[i] = 1.0 + 0.01 * i;
    }
    values[0] = 1e-7;
    values[1] = 1.1e-7;
    values[2] = 1.1000001e-7;
    values[199] = 10.0;
    double[] matrix = Matrices.withEigenvalues(RandomStreams.of(23, 0), values);
    assertPairs(matrix, lowest(matrix, 200, 4), Arrays.copyOf(values, 4));
  }

  @Test
  void identityAndZeroMatricesHaveAsManyEigenvaluesAsAskedFor() {
    double[] identity = Matrices.withEigenvalues(RandomStreams.of(24, 0), 1, 1, 1, 1, 1);
    assertPairs(identity, lowest(identity, 5, 3), 1, 1, 1);
    assertPairs(new double[9], lowest(new double[9], 3, 5), 0, 0, 0);
  }

  @Test
  void leavesOutWhatIsExcluded() {
    double[] matrix = {-3, 0, 0, 0, 1, 0, 0, 0, 7};
    Lanczos.Result result =
        new Lanczos(3).lowest(Matrices.product(matrix), List.of(new double[] {1, 0, 0}), 2, 1e-10);
    assertPairs(matrix, result, 1, 7);
  }

  @Test
  void agreesWithTheDenseHessianOfANetwork() {
    Network network = Images.network(50, 5, 4, 60, 1e-3);
    int n = network.dimension();
    double[] hessian = new double[n * n];
    SymmetricEigen eigen = new SymmetricEigen(n);
    for (double[] x : Inputs.random(network, 6)) {
      network.evaluator().hessian(x, new double[n], hessian);
      eigen.decomposeValues(hessian);
      Lanczos.Result result =
          new Lanczos(n)
              .lowest(
                  (v, out) -> network.evaluator().hessianProduct(x, v, out), List.of(), 5, 1e-7);
      assertThat(result.converged()).isTrue();
      for (int k = 0; k < 5; k++) {
        Lanczos.Pair pair = result.pairs().get(k);
        assertThat(pair.value()).isCloseTo(eigen.values()[k], within(pair.bound() + 1e-13));
      }
    }
  }

  @Test
  void theSameMatrixGivesTheSameBits() {
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(25, 0), 90);
    Lanczos lanczos = new Lanczos(90);
    Lanczos.Result first = lanczos.lowest(Matrices.product(matrix), List.of(), 3, 1e-8);
    lanczos.lowest((v, out) -> Arrays.fill(out, 1.0), List.of(), 1, 1e-8);
    Lanczos.Result second = lanczos.lowest(Matrices.product(matrix), List.of(), 3, 1e-8);
    for (int k = 0; k < 3; k++) {
      assertThat(second.pairs().get(k).vector()).isEqualTo(first.pairs().get(k).vector());
      assertThat(second.pairs().get(k).value()).isEqualTo(first.pairs().get(k).value());
    }
  }

  @Test
  void productsThatAreNotFiniteAreNoEigenvalues() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      Lanczos.Result result =
          new Lanczos(6).lowest((v, out) -> Arrays.fill(out, value), List.of(), 2, 1e-8);
      assertThat(result.converged()).isFalse();
      assertThat(result.pairs()).isEmpty();
    }
  }

  @Test
  void givesUpWhereNothingConverges() {
    // No matrix at all: every product is something else.
    var random = RandomStreams.of(26, 0);
    Lanczos.Result result =
        new Lanczos(100)
            .lowest(
                (v, out) -> {
                  for (int i = 0; i < out.length; i++) {
                    out[i] = random.nextGaussian();
                  }
                },
                List.of(),
                1,
                1e-12);
    assertThat(result.converged()).isFalse();
    assertThat(result.products()).isGreaterThan(1000);
  }

  @Test
  void badArgumentsAreNamed() {
    Lanczos lanczos = new Lanczos(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lanczos.lowest((v, out) -> {}, List.of(), 0, 1e-8))
        .withMessage("at least one eigenvalue is asked for, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lanczos.lowest((v, out) -> {}, List.of(), 1, 0.0))
        .withMessage("the tolerance is positive, not 0.0");
  }
}
