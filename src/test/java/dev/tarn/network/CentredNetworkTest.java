package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.relu.KinkPolish;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetricPotentialContract;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentredNetworkTest {
  private static final double LAMBDA = 1e-3;

  @Nested
  class AllRegularised extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return reduction(Regularisation.ALL).potential();
    }
  }

  @Nested
  class LinksRegularised extends SymmetricPotentialContract {
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
    StationaryPolish here = StationaryPolish.newton(reduction.potential());
    StationaryPolish there = StationaryPolish.newton(full);
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

  /** Three classes on data whose inputs can be exchanged together with two of the classes. */
  private static Network threeClasses(Activation activation, boolean biases) {
    DataSet data =
        DataSet.ofClasses(
            "three",
            List.of("x", "y"),
            List.of("a", "b", "c"),
            new double[] {1, 0, 0, 1, 0.5, 0.5, -1, -1, 2, 0.25, 0.25, 2},
            new int[] {0, 1, 2, 2, 0, 1});
    Architecture shape = Architecture.of(2, activation, new int[] {2}, 3, OutputLayer.SOFTMAX);
    Penalty penalty = biases ? Penalty.all(shape, LAMBDA) : Penalty.links(shape, LAMBDA);
    return Network.of(shape, penalty, data);
  }

  @Nested
  class ThreeClasses extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return threeClasses(Activation.TANH, true).reduction().orElseThrow().potential();
    }
  }

  @Nested
  class ThreeClassesWithFreeBiases extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return threeClasses(Activation.SOFTPLUS, false).reduction().orElseThrow().potential();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyNumberOfClassesHasACentredSpace(boolean biases) {
    Network network = threeClasses(Activation.TANH, biases);
    Reduction reduction = network.reduction().orElseThrow();
    int n = network.dimension();
    int m = reduction.potential().dimension();
    // One output less: for each of two units a link, and a bias.
    assertThat(m).isEqualTo(n - 3);
    Layout at = network.layout();
    StationaryPolish here = StationaryPolish.newton(reduction.potential());
    StationaryPolish there = StationaryPolish.newton(network);
    for (double[] x : Inputs.random(reduction.potential(), 20)) {
      double[] lifted = reduction.lift(x);
      for (int j = 0; j < 2; j++) {
        assertThat(lifted[at.link(2, 0, j)] + lifted[at.link(2, 1, j)] + lifted[at.link(2, 2, j)])
            .isCloseTo(0.0, within(1e-13));
      }
      assertThat(reduction.reduce(lifted)).containsExactly(x, within(1e-13));
      assertThat(Vectors.norm(lifted)).isCloseTo(Vectors.norm(x), within(1e-12));
      double[] gradient = new double[m];
      double[] fullGradient = new double[n];
      double energy = reduction.potential().evaluator().gradient(x, gradient);
      assertThat(network.evaluator().gradient(lifted, fullGradient))
          .isCloseTo(energy, within(1e-13 * Math.max(1.0, energy)));
      assertThat(reduction.lift(gradient)).containsExactly(fullGradient, within(1e-13));
      // Across the subspace there is the regulariser alone; a free shift does not count.
      int size = biases ? n : n - 1;
      double[] expected = Arrays.copyOf(here.characterise(x).eigenvalues(), size);
      Arrays.fill(expected, m, size, 2.0 * LAMBDA);
      Arrays.sort(expected);
      assertThat(there.characterise(lifted).eigenvalues()).containsExactly(expected, within(1e-11));
    }
  }

  @Test
  void onlyASoftmaxWithAPenaltyOnItsLinksHasIt() {
    Network three = threeClasses(Activation.TANH, true);
    Architecture shape = three.architecture();
    Penalty top = new Penalty(Vector.of(1e-3, 0.0), Vector.of(1e-3, 1e-3));
    assertThat(three.withPenalty(top).reduction()).isEmpty();
    assertThat(three.withPenalty(Penalty.none(shape)).reduction()).isEmpty();
    Architecture logistic =
        Architecture.of(2, Activation.TANH, new int[] {2}, 1, OutputLayer.LOGISTIC);
    assertThat(Network.of(logistic, Penalty.all(logistic, 1e-3), DataSets.xor(2)).reduction())
        .isEmpty();
  }

  /** Without a penalty on the first layer its null directions are those of the subspace, too. */
  @Test
  void nullDirectionsOfTheFirstLayerStay() {
    DataSet dependent =
        DataSet.ofClasses(
            "dependent",
            List.of("a", "b"),
            List.of("0", "1"),
            new double[] {0.5, 0.5, -1, -1, 2, 2, 0.25, 0.25},
            new int[] {0, 1, 1, 0});
    Architecture shape = Architecture.of(2, Activation.ELU, new int[] {3}, 2, OutputLayer.SOFTMAX);
    Penalty penalty = new Penalty(Vector.of(0.0, 1e-2), Vector.of(1e-2, 0.0));
    Network network = Network.of(shape, penalty, dependent);
    assertThat(network.nullDirections()).hasSize(4);
    Potential reduced = network.reduction().orElseThrow().potential();
    assertThat(reduced.nullDirections()).hasSize(3);
    int m = reduced.dimension();
    double[] hessian = new double[m * m];
    for (double[] x : Inputs.random(reduced, 5)) {
      reduced.evaluator().hessian(x, new double[m], hessian);
      for (double[] direction : reduced.nullDirections()) {
        for (int i = 0; i < m; i++) {
          double sum = 0.0;
          for (int k = 0; k < m; k++) {
            sum += hessian[i * m + k] * direction[k];
          }
          assertThat(sum).isCloseTo(0.0, within(1e-12));
        }
      }
    }
  }

  @Test
  void aReluNetworkIsPolishedAlongItsKinksThereToo() {
    Network network = threeClasses(Activation.RELU, true);
    Reduction reduction = network.reduction().orElseThrow();
    Potential reduced = reduction.potential();
    assertThat(reduced.hasKinks()).isTrue();
    StationaryPolish here = StationaryPolish.of(reduced);
    StationaryPolish there = StationaryPolish.of(network);
    assertThat(here).isInstanceOf(KinkPolish.class);
    assertThat(network.capability(StationaryPolish.Capability.class)).isPresent();
    assertThat(threeClasses(Activation.TANH, true).capability(StationaryPolish.Capability.class))
        .isEmpty();
    int minima = 0;
    for (double[] x : Inputs.random(reduced, 20)) {
      new Lbfgs(reduced, LbfgsSettings.defaults()).minimise(x, 500);
      PolishedPoint found = here.polish(x);
      if (found.isStationary(0)) {
        PolishedPoint lifted = there.characterise(reduction.lift(found.coordinates()));
        assertThat(lifted.isStationary(0)).isTrue();
        assertThat(lifted.energy()).isCloseTo(found.energy(), within(1e-13));
        minima++;
      }
    }
    assertThat(minima).isPositive();
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
