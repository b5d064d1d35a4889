package dev.tarn.network.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.potential.space.SymmetricSpaces.LowestModes;
import dev.tarn.potential.space.SymmetricSpaces.Subspace;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The symmetric subspaces of networks, against all their variables. */
class PatternSpacesTest {
  private static final List<Network> NETWORKS =
      List.of(
          Network.xor(5, 1e-2),
          withUnits(4, Activation.ELU, 1, OutputLayer.LOGISTIC, DataSets.xor(2)),
          withUnits(
              4, Activation.TANH, 3, OutputLayer.SOFTMAX, DataSets.spirals(4, 3, 0.4, 0.05, 7L)));

  private static Network withUnits(
      int hidden, Activation activation, int outputs, OutputLayer output, DataSet data) {
    Architecture architecture = Architecture.of(2, activation, new int[] {hidden}, outputs, output);
    return Network.of(architecture, Penalty.all(architecture, 1e-2), data);
  }

  private static SymmetricSpaces spaces(Network network) {
    return network.capability(SymmetricSpaces.class).orElseThrow();
  }

  private static double[] random(Network network, long seed) {
    double[] x = new double[network.dimension()];
    network.randomPoint(RandomStreams.of(seed, 0), x);
    network.reduction().ifPresent(r -> System.arraycopy(r.lift(r.reduce(x)), 0, x, 0, x.length));
    return x;
  }

  /** Half of the random points have equal units, zero units, or units that the swap exchanges. */
  @Property(tries = 60, seed = "1")
  void energyGradientAndEigenvaluesAreThoseOfAllVariables(
      @ForAll @IntRange(max = 2) int which, @ForAll long seed) {
    Network network = NETWORKS.get(which);
    double[] x = random(network, seed);
    Subspace subspace = spaces(network).around(x);
    double[] y = subspace.reduce(x);
    assertThat(Vectors.distance(subspace.lift(y), x)).isLessThan(1e-5);
    int n = network.dimension();
    int m = y.length;
    double[] lifted = subspace.lift(y);
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    double energy = network.evaluator().hessian(lifted, gradient, hessian);
    double[] own = new double[m];
    double[] ownHessian = new double[m * m];
    assertThat(subspace.potential().evaluator().hessian(y, own, ownHessian))
        .isCloseTo(energy, within(1e-12 * Math.max(1.0, energy)));
    double scale = 1e-11 * (1.0 + Vectors.norm(hessian));
    assertThat(Vectors.distance(subspace.reduce(gradient), own)).isLessThan(scale);
    assertThat(Vectors.distance(subspace.lift(own), gradient)).isLessThan(scale);
    SymmetricEigen all = new SymmetricEigen(n);
    all.decomposeValues(hessian);
    SymmetricEigen few = new SymmetricEigen(m);
    few.decomposeValues(ownHessian);
    assertThat(subspace.eigenvalues(y, few.values())).containsExactly(all.values(), within(scale));
  }

  /** What the symmetry of the data leaves in place, the projection does, and it does so once. */
  @Property(tries = 60, seed = "1")
  void theProjectionKeepsThePointAndIsThatOfTheGroup(
      @ForAll @IntRange(max = 2) int which, @ForAll long seed) {
    Network network = NETWORKS.get(which);
    double[] x = random(network, seed);
    Subspace subspace = spaces(network).around(x);
    double[] y = subspace.reduce(x);
    RandomGenerator random = RandomStreams.of(seed, 1);
    double[] beside = y.clone();
    for (int i = 0; i < y.length; i++) {
      beside[i] += 0.1 * random.nextGaussian();
    }
    double[] full = subspace.lift(beside);
    network.symmetry().fixedSpace(x).apply(full);
    subspace.projection().apply(y);
    assertThat(Vectors.distance(subspace.lift(y), x)).isLessThan(1e-5);
    subspace.projection().apply(beside);
    assertThat(Vectors.distance(subspace.lift(beside), full)).isLessThan(1e-9);
  }

  @Property(tries = 60, seed = "1")
  void theLowestModesAreThoseOfTheHessian(@ForAll @IntRange(max = 2) int which, @ForAll long seed) {
    Network network = NETWORKS.get(which);
    SymmetricSpaces spaces = spaces(network);
    double[] x = random(network, seed);
    Subspace subspace = spaces.around(x);
    double[] point = subspace.lift(subspace.reduce(x));
    LowestModes modes = spaces.lowestModes(point);
    int n = network.dimension();
    double[] hessian = new double[n * n];
    network.evaluator().hessian(point, new double[n], hessian);
    double scale = 1e-9 * (1.0 + Vectors.norm(hessian));
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decomposeValues(hessian);
    assertThat(modes.curvature()).isCloseTo(eigen.values()[0], within(scale));
    double limit = scale + 2e-6 * Math.abs(modes.curvature());
    assertThat(residual(hessian, modes.curvature(), modes.first())).isLessThan(limit);
    for (List<double[]> cone : modes.cones()) {
      for (double[] ray : cone) {
        assertThat(Vectors.norm(ray)).isCloseTo(1.0, within(1e-9));
        assertThat(residual(hessian, modes.curvature(), ray)).isLessThan(limit);
      }
    }
  }

  private static double residual(double[] hessian, double value, double[] v) {
    double square = 0.0;
    for (int i = 0; i < v.length; i++) {
      double sum = -value * v[i];
      for (int j = 0; j < v.length; j++) {
        sum += hessian[i * v.length + j] * v[j];
      }
      square += sum * sum;
    }
    return Math.sqrt(square);
  }

  @Test
  void copiesAreToldFromOtherPoints() {
    Network network = Network.xor(5, 1e-2);
    SymmetricSpaces spaces = spaces(network);
    RandomGenerator random = RandomStreams.of(3, 0);
    double[] x = random(network, 11);
    double[] copy = new double[x.length];
    for (int k = 0; k < 20; k++) {
      network.symmetry().randomCopy(random, x, copy);
      assertThat(spaces.areCopies(x, copy)).isTrue();
      copy[random.nextInt(x.length)] += 1e-3;
      assertThat(spaces.areCopies(x, copy)).isFalse();
    }
  }

  @Test
  void networksWithoutKindsOfUnitsHaveNone() {
    Network free = Network.xor(3, 1e-2, Regularisation.LINKS);
    assertThat(free.capability(SymmetricSpaces.class)).isEmpty();
    Network logistic = withUnits(3, Activation.LOGISTIC, 1, OutputLayer.LOGISTIC, DataSets.xor(2));
    assertThat(logistic.capability(SymmetricSpaces.class)).isEmpty();
    Network relu = withUnits(3, Activation.RELU, 1, OutputLayer.LOGISTIC, DataSets.xor(2));
    assertThat(relu.capability(SymmetricSpaces.class)).isEmpty();
  }
}
