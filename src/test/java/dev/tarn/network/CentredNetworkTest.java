package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.PotentialContract;
import dev.tarn.potential.Reduction;
import dev.tarn.stationary.NewtonPolish;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CentredNetworkTest {
  private static final double LAMBDA = 1e-3;

  @Nested
  class AllRegularised extends PotentialContract {
    @Override
    protected Potential create() {
      return reduction(Regularisation.ALL).potential();
    }
  }

  @Nested
  class LinksRegularised extends PotentialContract {
    @Override
    protected Potential create() {
      return reduction(Regularisation.LINKS).potential();
    }
  }

  private static Network full(Regularisation regularisation) {
    return Network.xor(3, LAMBDA, regularisation);
  }

  private static Reduction reduction(Regularisation regularisation) {
    return full(regularisation).reduction().orElseThrow();
  }

  @Test
  void subspaceHasFourDimensionsForEachUnitAndOne() {
    assertThat(reduction(Regularisation.ALL).potential().dimension()).isEqualTo(13);
  }

  @ParameterizedTest
  @EnumSource
  void liftIsAnIsometryWithOppositeOutputWeights(Regularisation regularisation) {
    Reduction reduction = reduction(regularisation);
    Layout at = full(regularisation).layout();
    double[] a = Inputs.gaussian(RandomStreams.of(20, 0), 13);
    double[] b = Inputs.gaussian(RandomStreams.of(20, 1), 13);
    double[] lifted = reduction.lift(a);
    assertThat(Vectors.distance(lifted, reduction.lift(b)))
        .isCloseTo(Vectors.distance(a, b), within(1e-14));
    for (int j = 0; j < 3; j++) {
      assertThat(lifted[at.link(2, 0, j)]).isEqualTo(-lifted[at.link(2, 1, j)]);
    }
    assertThat(lifted[at.bias(2, 0)]).isEqualTo(-lifted[at.bias(2, 1)]);
    assertThat(reduction.reduce(lifted)).containsExactly(a, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void reduceIsTheOrthogonalProjection(Regularisation regularisation) {
    Reduction reduction = reduction(regularisation);
    double[] x = Inputs.gaussian(RandomStreams.of(21, 0), 17);
    double[] projected = reduction.lift(reduction.reduce(x));
    double[] direction = reduction.lift(Inputs.gaussian(RandomStreams.of(21, 1), 13));
    double dot = 0.0;
    for (int i = 0; i < 17; i++) {
      dot += (x[i] - projected[i]) * direction[i];
    }
    assertThat(dot).isCloseTo(0.0, within(1e-14));
    assertThat(Vectors.distance(x, projected)).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @EnumSource
  void energyAndGradientAreThoseOfTheFullNetwork(Regularisation regularisation) {
    Network full = full(regularisation);
    Reduction reduction = reduction(regularisation);
    for (double[] x : Inputs.random(reduction.potential(), 20)) {
      double[] gradient = new double[13];
      double[] fullGradient = new double[17];
      double energy = reduction.potential().evaluator().gradient(x, gradient);
      double fullEnergy = full.evaluator().gradient(reduction.lift(x), fullGradient);
      assertThat(energy).isCloseTo(fullEnergy, within(1e-14 * Math.max(1.0, fullEnergy)));
      assertThat(reduction.lift(gradient)).containsExactly(fullGradient, within(1e-14));
    }
  }

  // Exact: across the subspace the loss does not change, so the regulariser alone is left there; a
  // shift of the output biases that are not regularised is a null direction, which does not count.
  @ParameterizedTest
  @EnumSource
  void eigenvaluesAreThoseOfTheFullNetworkWithoutTheTrivialOnes(Regularisation regularisation) {
    Network full = full(regularisation);
    Reduction reduction = reduction(regularisation);
    NewtonPolish here = new NewtonPolish(reduction.potential());
    NewtonPolish there = new NewtonPolish(full);
    for (double[] x : Inputs.random(reduction.potential(), 20)) {
      int size = regularisation == Regularisation.LINKS ? 16 : 17;
      double[] expected = Arrays.copyOf(here.characterise(x).eigenvalues(), size);
      Arrays.fill(expected, 13, size, 2.0 * LAMBDA);
      Arrays.sort(expected);
      assertThat(there.characterise(reduction.lift(x)).eigenvalues())
          .containsExactly(expected, within(1e-11));
    }
  }

  @Test
  void fixedSpaceIsThatOfTheLiftedPoint() {
    Network full = full(Regularisation.ALL);
    Reduction reduction = reduction(Regularisation.ALL);
    // The first two units are equal and the third is zero.
    double[] x = {1.0, 0.5, -0.25, 2.0, 1.0, 0.5, -0.25, 2.0, 0.0, 0.0, 0.0, 0.0, 0.75};
    double[] point = Inputs.gaussian(RandomStreams.of(22, 0), 13);
    double[] lifted = reduction.lift(point);
    full.symmetry().fixedSpace(reduction.lift(x)).apply(lifted);
    reduction.potential().symmetry().fixedSpace(x).apply(point);
    assertThat(reduction.lift(point)).containsExactly(lifted, within(1e-14));
    assertThat(Arrays.copyOfRange(point, 0, 4)).isEqualTo(Arrays.copyOfRange(point, 4, 8));
    assertThat(Arrays.copyOfRange(point, 8, 12)).containsOnly(0.0);
  }

  @Test
  void knownPointIsTheZeroPoint() {
    assertThat(reduction(Regularisation.ALL).potential().knownPoints())
        .singleElement()
        .isEqualTo(new double[13]);
  }

  @Test
  void otherPotentialsHaveNoReductionUnlessTheySaySo() {
    assertThat(new Himmelblau().reduction()).isEmpty();
  }
}
