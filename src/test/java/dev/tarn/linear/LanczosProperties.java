package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.testing.Matrices;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LanczosProperties {

  /** Few levels, so that eigenvalues repeat. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void lowestEigenvaluesAreThoseTheMatrixWasMadeFrom(
      @ForAll @Size(min = 1, max = 110) List<@IntRange(min = -3, max = 6) Integer> levels,
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @IntRange(min = -6, max = 3) int decade,
      @ForAll long seed) {
    double scale = StrictMath.pow(10.0, decade);
    double[] values = levels.stream().mapToDouble(level -> scale * level).sorted().toArray();
    double[] matrix = Matrices.withEigenvalues(RandomStreams.of(seed, 0), values);
    Lanczos.Result result =
        new Lanczos(values.length).lowest(Matrices.product(matrix), List.of(), count, 1e-9);
    assertThat(result.converged()).isTrue();
    assertThat(result.pairs().stream().mapToDouble(Lanczos.Pair::value).toArray())
        .containsExactly(
            Arrays.copyOf(values, Math.min(count, values.length)), within(1e-8 * scale));
  }
}
