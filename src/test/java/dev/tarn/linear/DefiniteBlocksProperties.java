package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.job.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Equations with blocks and terms and a real shift, against the whole matrix. */
class DefiniteBlocksProperties {
  private static final int SIZE = SplitMatrix.SIZE;
  private static final int TERMS = SplitMatrix.TERMS;

  @Property(tries = 500, seed = "4711")
  void solvesWhatIsPositiveDefiniteAndNothingElse(
      @ForAll @IntRange(min = 1, max = 6) int count,
      @ForAll @DoubleRange(min = -0.5, max = 3.0) double shift,
      @ForAll @DoubleRange(min = -3.0, max = 1.0) double decade,
      @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, count);
    SplitMatrix split = new SplitMatrix(count);
    Arrays.setAll(split.blocks(), i -> random.nextGaussian());
    double size = StrictMath.pow(10.0, decade);
    Arrays.setAll(split.terms(), i -> size * random.nextGaussian());
    split.last()[0] = random.nextGaussian();
    int n = split.dimension();
    double[] whole = whole(split);
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decompose(whole.clone());
    double lowest = eigen.values()[0] + shift;
    double scale = 1.0 + Math.max(Math.abs(eigen.values()[0]), Math.abs(eigen.values()[n - 1]));
    double[] c = new double[n];
    Arrays.setAll(c, i -> random.nextGaussian());
    double[] before = new double[n];
    Arrays.fill(before, Double.NaN);
    double[] x = before.clone();

    boolean definite = new DefiniteBlocks(split).solve(c, shift, x);

    if (Math.abs(lowest) > 1e-9 * scale) {
      assertThat(definite).isEqualTo(lowest > 0.0);
    }
    if (!definite) {
      assertThat(x).isEqualTo(before);
      return;
    }
    double worst = 0.0;
    for (int i = 0; i < n; i++) {
      double left = shift * x[i] - c[i];
      for (int k = 0; k < n; k++) {
        left += whole[i * n + k] * x[k];
      }
      worst = Math.max(worst, Math.abs(left));
    }
    // No rows are exchanged, so that a leading part that is nearly singular costs digits.
    assertThat(worst).isLessThan(1e-6 * (Vectors.norm(c) + scale * Vectors.norm(x)));
  }

  private static double[] whole(SplitMatrix split) {
    int n = split.dimension();
    double[] whole = new double[n * n];
    int entry = 0;
    for (int first = 0; first < n - 1; first += SIZE) {
      for (int k = first; k < first + SIZE; k++) {
        for (int i = k; i < first + SIZE; i++) {
          whole[i * n + k] = split.blocks()[entry];
          whole[k * n + i] = split.blocks()[entry++];
        }
      }
    }
    whole[n * n - 1] = split.last()[0];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int d = 0; d < TERMS; d++) {
          whole[i * n + k] += split.terms()[i * TERMS + d] * split.terms()[k * TERMS + d];
        }
      }
    }
    return whole;
  }
}
