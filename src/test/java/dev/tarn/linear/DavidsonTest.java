package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.Matrices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DavidsonTest {
  private static final Lanczos.Operator NOTHING =
      (v, out) -> System.arraycopy(v, 0, out, 0, v.length);

  private static Lanczos.Operator by(double[] diagonal) {
    return (v, out) -> {
      for (int i = 0; i < v.length; i++) {
        out[i] = v[i] / diagonal[i];
      }
    };
  }

  /** A diagonal from 1e-4 to 1, and a small matrix on top of it that is not like that. */
  private static double[] stiff(double[] diagonal) {
    int n = diagonal.length;
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(41, n), n);
    for (int i = 0; i < n; i++) {
      diagonal[i] = StrictMath.pow(10.0, -4.0 * i / (n - 1.0));
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] *= 1e-5;
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i * (n + 1)] += diagonal[i];
    }
    return matrix;
  }

  private static void assertPairs(double[] matrix, Lanczos.Result result, double[] expected) {
    assertThat(result.converged()).isTrue();
    assertThat(result.pairs()).hasSize(expected.length);
    int n = result.pairs().get(0).vector().length;
    double[] product = new double[n];
    for (int k = 0; k < expected.length; k++) {
      Lanczos.Pair pair = result.pairs().get(k);
      assertThat(pair.value()).isCloseTo(expected[k], within(pair.bound() + 1e-12));
      Matrices.product(matrix).apply(pair.vector(), product);
      Vectors.add(product, -pair.value(), pair.vector());
      assertThat(Vectors.norm(product)).isCloseTo(pair.bound(), within(1e-12));
      for (int j = 0; j <= k; j++) {
        double dot = Vectors.dot(pair.vector(), result.pairs().get(j).vector());
        assertThat(dot).isCloseTo(j == k ? 1.0 : 0.0, within(1e-12));
      }
    }
  }

  private static double[] lowest(double[] matrix, int n, int count) {
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(matrix);
    return Arrays.copyOf(eigen.values(), count);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "5, 3", "20, 20", "59, 4", "61, 4", "100, 4"})
  void agreesWithTheDenseSolver(int n, int count) {
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(42, n), n);
    Lanczos.Result result =
        new Davidson(n)
            .lowest(Matrices.product(matrix), NOTHING, count, 1e-7, RandomStreams.of(42, 0));
    assertPairs(matrix, result, lowest(matrix, n, count));
  }

  @Test
  void aMatrixThatIsLikeItSavesMostProducts() {
    double[] diagonal = new double[400];
    double[] matrix = stiff(diagonal);
    Lanczos.Result result =
        new Davidson(400)
            .lowest(Matrices.product(matrix), by(diagonal), 4, 1e-5, RandomStreams.of(43, 0));
    assertPairs(matrix, result, lowest(matrix, 400, 4));
    int plain = new Lanczos(400).lowest(Matrices.product(matrix), List.of(), 4, 1e-5).products();
    assertThat(result.products()).isLessThan(plain / 4);
  }

  @Test
  void findsEveryCopyOfRepeatedEigenvalues() {
    double[] values = new double[120];
    Arrays.fill(values, 2e-3);
    Arrays.fill(values, 0, 3, -0.5);
    Arrays.fill(values, 3, 4, -1e-3);
    Arrays.fill(values, 100, 120, 5.0);
    double[] matrix = Matrices.withEigenvalues(RandomStreams.of(44, 0), values);
    Lanczos.Result result =
        new Davidson(120)
            .lowest(Matrices.product(matrix), NOTHING, 4, 1e-9, RandomStreams.of(44, 1));
    assertPairs(matrix, result, Arrays.copyOf(values, 4));
  }

  @Test
  void oneStartComesNearerWithEachProduct() {
    double[] diagonal = new double[300];
    double[] matrix = stiff(diagonal);
    double least = lowest(matrix, 300, 1)[0];
    double[] start = Inputs.gaussian(RandomStreams.of(45, 0), 300);
    double before = Double.POSITIVE_INFINITY;
    Davidson davidson = new Davidson(300);
    for (int products : new int[] {1, 5, 20, 80}) {
      Lanczos.Result result =
          davidson.lowest(Matrices.product(matrix), by(diagonal), start, 1e-8, products);
      assertThat(result.products()).isLessThanOrEqualTo(products);
      double value = result.pairs().get(0).value();
      assertThat(value).isBetween(least - 1e-12, before);
      before = value;
    }
    assertThat(before).isCloseTo(least, within(1e-10));
  }

  @Test
  void nothingIsFoundWhereAProductIsNotFinite() {
    Lanczos.Operator broken = (v, out) -> Arrays.fill(out, Double.NaN);
    Davidson davidson = new Davidson(30);
    assertThat(davidson.lowest(broken, NOTHING, 2, 1e-6, RandomStreams.of(46, 0)).converged())
        .isFalse();
    double[] start = Inputs.gaussian(RandomStreams.of(46, 1), 30);
    assertThat(davidson.lowest(broken, NOTHING, start, 1e-6, 9).pairs()).isEmpty();
  }
}
