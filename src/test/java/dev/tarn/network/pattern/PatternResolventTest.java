package dev.tarn.network.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Resolvent;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The equations by blocks and terms, against those with the whole Hessian. */
class PatternResolventTest {

  /** A pattern that says no more than energies and derivatives. */
  private record Plain(PatternPotential pattern) implements Potential {
    @Override
    public int dimension() {
      return pattern.dimension();
    }

    @Override
    public Evaluator evaluator() {
      return pattern.evaluator();
    }
  }

  private static UnitSpace space(Network network) {
    return network.capability(UnitSpace.class).orElseThrow();
  }

  @Property(tries = 200, seed = "1")
  void solvesTheEquationsOfTheWholeHessian(
      @ForAll @IntRange(min = 1, max = 6) int kinds,
      @ForAll @DoubleRange(min = -5.0, max = 1.0) double decade,
      @ForAll @DoubleRange(min = -2.0, max = 0.7) double size,
      @ForAll long seed) {
    PatternPotential pattern = new PatternPotential(space(Network.xor(1, 1e-2)), kinds);
    Resolvent own = Resolvent.of(pattern);
    Resolvent general = Resolvent.of(new Plain(pattern));
    assertThat(own.getClass()).isNotEqualTo(general.getClass());
    RandomGenerator random = RandomStreams.of(seed, kinds);
    // Scales that are set after the resolvents were made count.
    int[] counts = new int[kinds];
    Arrays.setAll(counts, j -> 1 + random.nextInt(5));
    pattern.setMultiplicities(counts);
    double[] y = new double[pattern.dimension()];
    Arrays.setAll(y, i -> StrictMath.pow(10.0, size) * random.nextGaussian());

    double rms = own.moveTo(y);
    assertThat(rms).isCloseTo(general.moveTo(y), within(1e-13 * (1.0 + rms)));
    own.take(y);
    general.take(y);
    double[] elsewhere = y.clone();
    elsewhere[0] += 1.0;
    // A step that was tried changes nothing.
    own.moveTo(elsewhere);
    general.moveTo(elsewhere);
    double shift = StrictMath.pow(10.0, decade);
    double[] step = new double[y.length];
    double[] expected = new double[y.length];
    double length = own.solve(shift, step);
    assertThat(length).isCloseTo(general.solve(shift, expected), within(1e-8 * (1.0 + length)));
    assertThat(Vectors.distance(step, expected)).isLessThan(1e-8 * (1.0 + length));
    assertThat(length).isCloseTo(Vectors.norm(step), within(1e-12 * (1.0 + length)));
    double[] right = new double[y.length];
    Arrays.setAll(right, i -> random.nextGaussian());
    own.solve(right, shift, step);
    general.solve(right, shift, expected);
    assertThat(Vectors.distance(step, expected)).isLessThan(1e-8 * (1.0 + Vectors.norm(expected)));
    // The norms of blocks and terms, which may cancel: each of 40,000 samples was within it.
    assertThat(own.norm()).isBetween(general.norm() * (1.0 - 1e-12), 10.0 * general.norm());
  }

  @Test
  void otherNetworksHaveTheGeneralForm() {
    Architecture architecture =
        Architecture.of(2, Activation.ELU, new int[] {1}, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(architecture, Penalty.all(architecture, 1e-2), DataSets.xor(2));
    PatternPotential pattern = new PatternPotential(space(network), 2);
    assertThat(pattern.capability(Resolvent.Source.class)).isEmpty();
  }
}
