package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.Matrices;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinresTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 30, 80})
  void agreesWithADirectSolverOnIndefiniteMatrices(int n) {
    RandomGenerator random = RandomStreams.of(31, n);
    double[] matrix = Inputs.symmetricMatrix(random, n);
    double[] right = Inputs.gaussian(random, n);
    Array2DRowRealMatrix rows = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      rows.setRow(i, Arrays.copyOfRange(matrix, i * n, (i + 1) * n));
    }
    double[] expected =
        new LUDecomposition(rows).getSolver().solve(new ArrayRealVector(right)).toArray();
    double[] found = new double[n];
    Minres minres = new Minres(n);
    double residual = minres.solve(Matrices.product(matrix), right, 1e-12, 40 * n, found);
    assertThat(residual).isLessThan(1e-12);
    assertThat(found).containsExactly(expected, within(1e-8));
  }

  @Test
  void reportsTheResidualItHasReached() {
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(32, 0), 40);
    double[] right = Inputs.gaussian(RandomStreams.of(32, 1), 40);
    double[] found = new double[40];
    double[] product = new double[40];
    double before = 1.0;
    for (int products = 1; products < 40; products += 6) {
      double residual =
          new Minres(40).solve(Matrices.product(matrix), right, 1e-12, products, found);
      Matrices.product(matrix).apply(found, product);
      double square = 0.0;
      double size = 0.0;
      for (int i = 0; i < 40; i++) {
        square += (product[i] - right[i]) * (product[i] - right[i]);
        size += right[i] * right[i];
      }
      assertThat(Math.sqrt(square / size)).isCloseTo(residual, within(1e-10));
      assertThat(residual).isLessThanOrEqualTo(before);
      before = residual;
    }
  }

  @Test
  void solvesWithinTheRangeOfASingularMatrix() {
    double[] matrix = {2, 0, 0, 0, -4, 0, 0, 0, 0};
    double[] found = new double[3];
    double residual =
        new Minres(3).solve(Matrices.product(matrix), new double[] {1, 1, 0}, 1e-12, 20, found);
    assertThat(residual).isLessThan(1e-12);
    assertThat(found).containsExactly(new double[] {0.5, -0.25, 0.0}, within(1e-13));
  }

  @Test
  void hasNothingToDoForAZeroRightSide() {
    double[] found = {5, 5};
    assertThat(new Minres(2).solve((v, out) -> {}, new double[2], 1e-12, 20, found)).isZero();
    assertThat(found).containsOnly(0.0);
  }

  @Test
  void stopsAtTheZeroMatrixAndAtProductsThatAreNotFinite() {
    double[] right = {1, 2};
    assertThat(
            new Minres(2).solve((v, out) -> Arrays.fill(out, 0.0), right, 1e-12, 20, new double[2]))
        .isEqualTo(1.0);
    assertThat(
            new Minres(2)
                .solve((v, out) -> Arrays.fill(out, Double.NaN), right, 1e-12, 20, new double[2]))
        .isNaN();
  }

  @Test
  void aMatrixThatIsLikeItSavesProducts() {
    int n = 200;
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(33, 0), n);
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = StrictMath.pow(10.0, -4.0 * i / (n - 1.0));
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] *= 1e-6;
      }
    }
    // Indefinite, as at a saddle.
    for (int i = 0; i < n; i++) {
      matrix[i * (n + 1)] += i % 50 == 7 ? -diagonal[i] : diagonal[i];
    }
    Lanczos.Operator divide =
        (v, out) -> {
          for (int i = 0; i < n; i++) {
            out[i] = v[i] / diagonal[i];
          }
        };
    double[] expected = Inputs.gaussian(RandomStreams.of(33, 1), n);
    double[] right = new double[n];
    Matrices.product(matrix).apply(expected, right);
    double[] found = new double[n];
    Minres minres = new Minres(n);
    double residual =
        minres.solve(Matrices.product(matrix), Optional.of(divide), right, 1e-10, 40, found);
    assertThat(residual).isLessThan(1e-10);
    assertThat(found).containsExactly(expected, within(1e-5));
    assertThat(minres.solve(Matrices.product(matrix), right, 1e-10, 40, found)).isGreaterThan(1e-3);
    // What it reports is the residual as the other matrix measures it.
    double reached =
        minres.solve(Matrices.product(matrix), Optional.of(divide), right, 1e-10, 3, found);
    double[] rest = new double[n];
    Matrices.product(matrix).apply(found, rest);
    double square = 0.0;
    double size = 0.0;
    for (int i = 0; i < n; i++) {
      square += (rest[i] - right[i]) * (rest[i] - right[i]) / diagonal[i];
      size += right[i] * right[i] / diagonal[i];
    }
    assertThat(Math.sqrt(square / size)).isCloseTo(reached, within(1e-10));
  }
}
