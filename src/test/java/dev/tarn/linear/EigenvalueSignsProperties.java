package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Matrices;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Signs by Davidson's method, for matrices whose eigenvalues were chosen. */
class EigenvalueSignsProperties {
  private static final int MOST = 4;
  private static final double PART = 0.1;
  private static final double PENALTY = 2e-3;

  /**
   * The lowest eigenvalues of a matrix with eigenvalues like those of a network's Hessian, divided
   * by one that has its vectors and, but for factors from a third to three, the curvatures that
   * exceed those of the penalty.
   */
  private static Lanczos.Result signs(double[] values, long seed, double zero) {
    int n = values.length;
    RandomGenerator random = RandomStreams.of(seed, 1);
    double[] inverse = new double[n];
    for (int i = 0; i < n; i++) {
      double like = Math.max(Math.abs(values[i]), PENALTY);
      inverse[i] = StrictMath.pow(10.0, random.nextDouble() - 0.5) / like;
    }
    double[] matrix = Matrices.withEigenvalues(RandomStreams.of(seed, 2), values);
    double[] divided = Matrices.withEigenvalues(RandomStreams.of(seed, 2), inverse);
    return new EigenvalueSigns(n, new Davidson(n))
        .find(
            Matrices.product(matrix),
            Matrices.product(divided),
            MOST,
            PART,
            zero,
            RandomStreams.of(seed, 3));
  }

  /** Most eigenvalues are those of the penalty; the lowest are as small as they come. */
  private static double[] values(int n, int negative, long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    double[] values = new double[n];
    Arrays.fill(values, PENALTY);
    for (int i = 0; i < n / 2; i++) {
      double size = StrictMath.pow(10.0, -5.0 + 5.5 * random.nextDouble());
      values[i] = i < negative ? -1e-2 * size : size;
    }
    return values;
  }

  private static long count(double[] values) {
    return Arrays.stream(values).filter(value -> value < 0.0).count();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = "4101")
  void asManyAreNegativeAsThereAre(
      @ForAll @IntRange(min = 70, max = 160) int n,
      @ForAll @IntRange(min = 0, max = 6) int negative,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] values = values(n, negative, seed);
    Lanczos.Result result = signs(values, seed, 1e-9);
    assertThat(result.converged()).isTrue();
    // More than these, and better, where the first look has missed one.
    assertThat(result.pairs()).hasSizeBetween(Math.min(negative + 1, MOST), MOST);
    double[] found = result.pairs().stream().mapToDouble(Lanczos.Pair::value).toArray();
    assertThat(count(found)).isEqualTo(Math.min(negative, MOST));
    for (Lanczos.Pair pair : result.pairs()) {
      assertThat(pair.bound()).isLessThanOrEqualTo(PART * Math.abs(pair.value()));
      double apart =
          Arrays.stream(values).map(value -> Math.abs(value - pair.value())).min().orElseThrow();
      assertThat(apart).isLessThan(1.01 * pair.bound() + 1e-13);
    }
  }

  /** One that lies below a cluster of small positive ones, and is smaller than any of them. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, seed = "4102")
  void aHiddenNegativeOneIsSeen(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] values = values(120, 0, seed);
    for (int i = 0; i < 8; i++) {
      values[i] = 1e-5 * (1.0 + 0.1 * i);
    }
    values[119] = -1e-6;
    Lanczos.Result result = signs(values, seed, 1e-9);
    assertThat(result.converged()).isTrue();
    assertThat(result.pairs().get(0).value()).isBetween(-1.1e-6, -0.9e-6);
    assertThat(result.pairs().get(1).value()).isPositive();
  }

  /** Where the sign does not matter, it does not have to be found. */
  @Example
  void anEigenvalueWithinTheCutoffIsLeftThere() {
    double[] values = values(100, 0, 5);
    values[3] = -1e-13;
    Lanczos.Result coarse = signs(values, 5, 1e-9);
    assertThat(coarse.converged()).isTrue();
    assertThat(Math.abs(coarse.pairs().get(0).value())).isLessThan(1e-9);
    assertThat(coarse.pairs().get(0).bound()).isLessThanOrEqualTo(1e-10);
  }
}
