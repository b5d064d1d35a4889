package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 17, 36, 37, 40})
  void agreesWithCommonsMath(int n) {
    RandomGenerator random = RandomStreams.of(11, n);
    SymmetricEigen eigen = new SymmetricEigen(n);
    for (int k = 0; k < 5; k++) {
      double[] matrix = Inputs.symmetricMatrix(random, n);
      double[] expected = commonsMath(matrix, n);
      eigen.decomposeValues(matrix);
      assertThat(eigen.values()).containsExactly(expected, within(1e-13 * n));
      eigen.decompose(matrix);
      assertThat(eigen.values()).containsExactly(expected, within(1e-13 * n));
    }
  }

  private static double[] commonsMath(double[] matrix, int n) {
    Array2DRowRealMatrix rows = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      rows.setRow(i, Arrays.copyOfRange(matrix, i * n, (i + 1) * n));
    }
    double[] values = new EigenDecomposition(rows).getRealEigenvalues();
    Arrays.sort(values);
    return values;
  }

  @ParameterizedTest
  @CsvSource({"9, 1", "9, 1e-150", "9, 1e150", "41, 1", "41, 1e-200", "41, 1e300", "41, 1e-310"})
  void vectorsAreOrthonormalAndSatisfyTheEigenvalueEquation(int n, double scale) {
    double[] matrix = Inputs.symmetricMatrix(RandomStreams.of(12, 0), n);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] *= scale;
    }
    assertSolves(matrix, n, 1e-13 * n * scale);
  }

  @Test
  void repeatedAndZeroEigenvaluesHaveFullSetsOfVectors() {
    assertSolves(new double[16], 4, 0.0);
    assertSolves(new double[38 * 38], 38, 0.0);
    double[] many = new double[40 * 40];
    Arrays.fill(many, 1.0);
    assertSolves(many, 40, 1e-12);
    // Eigenvalues that span 30 decades, from the large end and from the small one.
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] graded = new double[40 * 40];
      for (int i = 0; i < 40; i++) {
        for (int j = 0; j < 40; j++) {
          graded[40 * i + j] = Math.pow(10.0, sign * 0.375 * (i + j - 39)) * (i == j ? 2.0 : 1.0);
        }
      }
      assertSolves(graded, 40, 1e-12 * 1e15);
    }
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    assertSolves(identity, 3, 1e-15);
    // The matrix of ones has the eigenvalues 0, 0, 0 and 4.
    double[] ones = new double[16];
    Arrays.fill(ones, 1.0);
    assertSolves(ones, 4, 1e-14);
    SymmetricEigen eigen = new SymmetricEigen(4);
    eigen.decomposeValues(ones);
    assertThat(eigen.values()).containsExactly(new double[] {0, 0, 0, 4}, within(1e-14));
  }

  private static void assertSolves(double[] matrix, int n, double tolerance) {
    SymmetricEigen eigen = new SymmetricEigen(n);
    double[] before = matrix.clone();
    eigen.decompose(matrix);
    assertThat(matrix).containsExactly(before);
    double[] values = eigen.values();
    double[] vectors = eigen.vectors();
    assertThat(values).isSorted();
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        double product = 0.0;
        double dot = 0.0;
        for (int j = 0; j < n; j++) {
          product += matrix[i * n + j] * vectors[k * n + j];
          dot += vectors[i * n + j] * vectors[k * n + j];
        }
        assertThat(product).isCloseTo(values[k] * vectors[k * n + i], within(tolerance));
        assertThat(dot).isCloseTo(i == k ? 1.0 : 0.0, within(1e-13));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesElementsThatAreNotFinite(double element) {
    SymmetricEigen eigen = new SymmetricEigen(2);
    double[] matrix = {1.0, element, element, 1.0};
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> eigen.decompose(matrix))
        .withMessageContaining(String.valueOf(element));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> eigen.decomposeValues(matrix))
        .withMessageContaining(String.valueOf(element));
  }

  @Test
  void worksOnAfterABadMatrix() {
    SymmetricEigen eigen = new SymmetricEigen(1);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> eigen.decompose(new double[] {Double.NaN}));
    eigen.decompose(new double[] {-3.0});
    assertThat(eigen.values()).containsExactly(-3.0);
    assertThat(Math.abs(eigen.vectors()[0])).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void refusesEmptyMatrices(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SymmetricEigen(n))
        .withMessageContaining(String.valueOf(n));
  }
}
