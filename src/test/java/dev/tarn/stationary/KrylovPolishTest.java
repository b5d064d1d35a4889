package dev.tarn.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.potential.space.Work;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Images;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.WithoutHessian;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KrylovPolishTest {

  /** The same point as Newton's method with the full Hessian finds, as far as it can tell. */
  private static void assertAgrees(Potential potential, double[] start) {
    PolishedPoint found = StationaryPolish.krylov(potential).polish(start);
    assertThat(found.converged()).isTrue();
    PolishedPoint full = StationaryPolish.newton(potential).polish(found.coordinates());
    assertThat(full.converged()).isTrue();
    assertThat(Vectors.distance(full.coordinates(), found.coordinates())).isLessThan(1e-9);
    assertThat(found.energy()).isCloseTo(full.energy(), within(1e-14));
    assertThat(found.rms()).isLessThan(1e-12);
    assertThat(found.degenerate()).isEqualTo(full.degenerate());
    assertThat(found.index()).isEqualTo(Math.min(full.index(), StationaryPolish.KNOWN));
    for (int k = 0; k < StationaryPolish.KNOWN; k++) {
      double expected = full.eigenvalues()[k];
      assertThat(found.eigenvalues()[k])
          .isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-12));
    }
  }

  /** Without a preconditioner, and with as many examples as it takes for one. */
  @ParameterizedTest
  @ValueSource(ints = {60, 120})
  void agreesWithTheFullHessianOnANetworkOfImages(int examples) {
    Network network = Images.network(50, 5, 4, examples, 1e-3);
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-7));
    for (double[] x : Inputs.random(network, 6)) {
      minimiser.minimise(x);
      assertAgrees(network, x);
    }
  }

  /** So many examples that no more than the signs of eigenvalues are asked for. */
  @Test
  void whereGradientsTakeLongTheIndexIsThatOfTheFullHessian() {
    Network network = Images.network(50, 5, 4, 2_100, 1e-3);
    assertThat(Work.isSaved(network)).isTrue();
    StationaryPolish krylov = StationaryPolish.krylov(network);
    StationaryPolish newton = StationaryPolish.newton(network);
    int[] ofIndex = new int[StationaryPolish.KNOWN + 1];
    for (int k = 0; k < 8; k++) {
      double[] x = Inputs.gaussian(RandomStreams.of(43, k), network.dimension());
      double scale = k % 2 == 0 ? 1.0 : 1e-3;
      Arrays.setAll(x, i -> scale * x[i]);
      new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-4)).minimise(x);
      PolishedPoint found = krylov.polish(x);
      if (!found.converged()) {
        continue;
      }
      PolishedPoint full = newton.characterise(found.coordinates());
      int known = found.eigenvalues().length;
      assertThat(found.index()).isEqualTo(Math.min(full.index(), StationaryPolish.KNOWN));
      assertThat(known).isBetween(Math.min(found.index() + 1, StationaryPolish.KNOWN), 4);
      for (int i = 0; i < known; i++) {
        double expected = full.eigenvalues()[i];
        assertThat(found.eigenvalues()[i])
            .isCloseTo(expected, within(0.1 * Math.abs(found.eigenvalues()[i])));
      }
      assertThat(found.rms()).isLessThan(1e-12);
      ofIndex[found.index()]++;
    }
    assertThat(ofIndex[0]).isPositive();
    assertThat(ofIndex[0]).isLessThan(Arrays.stream(ofIndex).sum());
  }

  @Test
  void agreesWithTheFullHessianOnStationaryPointsOfEveryIndex() {
    Network network = Network.xor(3, 1e-3);
    StationaryPolish newton = StationaryPolish.newton(network);
    int several = 0;
    for (double[] x : Inputs.random(network, 60)) {
      PolishedPoint point = newton.polish(x);
      if (point.converged() && !point.degenerate()) {
        several += point.index() > 1 ? 1 : 0;
        for (int i = 0; i < x.length; i++) {
          x[i] = point.coordinates()[i] + 1e-4 * (i % 3 - 1);
        }
        assertAgrees(network, x);
      }
    }
    assertThat(several).isPositive();
  }

  @Test
  void resolvesSoftModesThatTheSolverLeavesOut() {
    // A residual of a thousandth says nothing about the soft mode next to the stiff ones.
    double[] curvatures = new double[300];
    Arrays.fill(curvatures, 2.0);
    curvatures[0] = 1e-7;
    curvatures[1] = -3e-8;
    double[] start = new double[300];
    Arrays.fill(start, 1e-3);
    PolishedPoint point = StationaryPolish.krylov(Fake.quadratic(curvatures)).polish(start);
    assertThat(point.isStationary(1)).isTrue();
    assertThat(point.coordinates()).containsExactly(new double[300], within(1e-7));
    assertThat(point.eigenvalues())
        .containsExactly(new double[] {-3e-8, 1e-7, 2.0, 2.0}, within(1e-12));
  }

  @Test
  void countsRepeatedNegativeEigenvaluesAndSaysWhenThereMayBeMore() {
    int n = 250;
    double[] x = new double[n];
    Arrays.fill(x, 1.0);
    Potential wells = new WithoutHessian(DoubleWells.equal(n));
    Arrays.fill(x, 0, 3, 0.0);
    assertThat(StationaryPolish.krylov(wells).polish(x).isStationary(3)).isTrue();
    Arrays.fill(x, 0, 30, 0.0);
    PolishedPoint high = StationaryPolish.krylov(wells).polish(x);
    assertThat(high.converged()).isTrue();
    assertThat(high.index()).isEqualTo(StationaryPolish.KNOWN);
    assertThat(high.eigenvalues()).containsOnly(new double[] {-4.0}, within(1e-9));
  }

  @Test
  void flatDirectionIsDegenerate() {
    double[] curvatures = new double[210];
    Arrays.fill(curvatures, 1.0);
    curvatures[7] = 0.0;
    double[] start = new double[210];
    Arrays.fill(start, 0.1);
    PolishedPoint point = StationaryPolish.krylov(Fake.quadratic(curvatures)).polish(start);
    assertThat(point.degenerate()).isTrue();
    assertThat(point.isStationary(0)).isFalse();
  }

  @Test
  void nullDirectionsAreNoZeroEigenvalues() {
    int n = 50 * 5 + 5 + 5 * 4 + 4;
    Architecture shape =
        Architecture.of(50, Activation.TANH, new int[] {5}, 4, OutputLayer.SOFTMAX);
    Penalty penalty = new Penalty(Vector.of(1e-2, 1e-2), Vector.of(1e-2, 0.0));
    Network network = Network.of(shape, penalty, Images.data(50, 4, 60));
    double[] x = Inputs.gaussian(RandomStreams.of(41, 0), n);
    new Lbfgs(network, LbfgsSettings.defaults()).minimise(x);
    PolishedPoint point = StationaryPolish.krylov(network).polish(x);
    PolishedPoint full = StationaryPolish.newton(network).polish(x);
    assertThat(point.isStationary(0)).isTrue();
    assertThat(full.isStationary(0)).isTrue();
    assertThat(full.eigenvalues()).hasSize(n - 1);
    assertThat(point.eigenvalues()[0]).isCloseTo(full.eigenvalues()[0], within(1e-7));
    double along = 0.0;
    for (int i = 0; i < n; i++) {
      along += network.nullDirections().get(0)[i] * point.coordinates()[i];
    }
    assertThat(along).isCloseTo(0.0, within(1e-14));
  }

  @Test
  void lowestModeIsThatOfTheDiagonalisedHessian() {
    Network network = Images.network(50, 5, 4, 60, 1e-3);
    int n = network.dimension();
    int compared = 0;
    double[] mode = new double[n];
    double[] full = new double[n];
    for (double[] x : Inputs.random(network, 8)) {
      double[] values = StationaryPolish.newton(network).characterise(x).eigenvalues();
      if (values[1] - values[0] > 1e-3 * Math.abs(values[0])) {
        StationaryPolish.krylov(network).lowestMode(x, mode);
        StationaryPolish.newton(network).lowestMode(x, full);
        double overlap = 0.0;
        for (int i = 0; i < n; i++) {
          overlap += mode[i] * full[i];
        }
        assertThat(Math.abs(overlap)).isCloseTo(1.0, within(1e-4));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void energiesThatAreNotFiniteAreNoStationaryPoints() {
    double[] x = new double[250];
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Potential undefined =
          Fake.of(
              250,
              (point, gradient) -> {
                Arrays.fill(gradient, value);
                return value;
              });
      StationaryPolish polish = StationaryPolish.krylov(undefined);
      PolishedPoint point = polish.polish(x);
      assertThat(point.converged()).isFalse();
      assertThat(point.degenerate()).isTrue();
      assertThat(point.coordinates()).isEqualTo(x);
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> polish.lowestMode(x, new double[250]));
    }
  }

  @Test
  void theDimensionDecidesWhichPolishIsUsed() {
    int limit = StationaryPolish.FULL_DIMENSION;
    assertThat(StationaryPolish.of(DoubleWells.equal(limit))).isInstanceOf(NewtonPolish.class);
    assertThat(StationaryPolish.of(DoubleWells.equal(limit + 1))).isInstanceOf(KrylovPolish.class);
  }
}
