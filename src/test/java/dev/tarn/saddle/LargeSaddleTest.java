package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Images;
import dev.tarn.testing.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saddle searches beyond the dimension of full Hessians, and with null directions. */
class LargeSaddleTest {

  /** Without a preconditioner, and with as many examples as it takes for one. */
  @ParameterizedTest
  @ValueSource(ints = {40, 120})
  void transitionStatesAreThoseOfTheFullHessian(int examples) {
    Network network = Images.network(50, 5, 4, examples, 1e-3);
    assertThat(network.dimension()).isGreaterThan(StationaryPolish.FULL_DIMENSION);
    SaddleFinder finder = SaddleFinder.transitionState(network, SaddleSettings.defaults());
    StationaryPolish polish = StationaryPolish.newton(network);
    int found = 0;
    for (double[] start : Inputs.random(network, 5)) {
      SaddleFinder.Result search = finder.search(start);
      if (search.found()) {
        found++;
        PolishedPoint full = polish.polish(search.point().coordinates());
        assertThat(full.isStationary(1)).isTrue();
        assertThat(full.energy()).isCloseTo(search.point().energy(), within(1e-14));
        assertThat(full.eigenvalues()[0]).isCloseTo(search.point().eigenvalues()[0], within(1e-9));
        // The same start gives the same search.
        assertThat(finder.search(start).point().coordinates())
            .isEqualTo(search.point().coordinates());
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void aSearchThatGoesNowhereIsGivenUp() {
    Potential slope =
        Fake.of(
            250,
            (x, gradient) -> {
              Arrays.fill(gradient, 1.0);
              return Arrays.stream(x).sum();
            });
    SaddleFinder.Result search =
        SaddleFinder.transitionState(
                slope,
                SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID).withMaxSteps(5))
            .search(new double[250]);
    assertThat(search.found()).isFalse();
    assertThat(search.steps()).isEqualTo(5);
    assertThat(search.point().rms()).isEqualTo(1.0);
    assertThat(search.point().converged()).isFalse();
  }

  @Test
  void energiesThatAreNotFiniteEndTheSearch() {
    Potential undefined = Fake.undefined(250);
    SaddleFinder.Result search =
        SaddleFinder.transitionState(
                undefined, SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID))
            .search(new double[250]);
    assertThat(search.found()).isFalse();
    assertThat(search.steps()).isZero();
  }

  @Test
  void lowestModeLeavesNullDirectionsOut() {
    Network network = Network.xor(2, 1e-3, Regularisation.LINKS);
    int n = network.dimension();
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults());
    LowestMode mode = new LowestMode(network, 1e-10, Preconditioner.of(network));
    // At a minimum the null direction would have the lowest eigenvalue.
    StationaryPolish polish = StationaryPolish.newton(network);
    int minima = 0;
    for (double[] start : Inputs.random(network, 40)) {
      minimiser.minimise(start);
      PolishedPoint point = polish.polish(start);
      if (point.isStationary(0)) {
        minima++;
        mode.restart(RandomStreams.of(51, minima));
        assertThat(mode.solve(point.coordinates(), 2000))
            .isCloseTo(point.eigenvalues()[0], within(1e-7));
      }
    }
    assertThat(minima).isPositive();
    assertThat(polish.polish(new double[n]).eigenvalues()).hasSize(n - 1);
  }

  @Test
  void everySearchStaysOnTheSlice() {
    Network network = Network.xor(2, 1e-2, Regularisation.LINKS);
    double[] direction = network.nullDirections().get(0);
    int n = network.dimension();
    double[] start = Inputs.random(network, 4).get(3);
    double[] shifted = start.clone();
    for (int i = 0; i < n; i++) {
      shifted[i] += 3.0 * direction[i];
    }
    for (SaddleFinder finder :
        new SaddleFinder[] {
          SaddleFinder.ofIndex(network, 1, SaddleSettings.defaults()),
          new AnyIndexSearch(network, SaddleSettings.defaults())
        }) {
      double[] end = finder.search(shifted).point().coordinates();
      double along = 0.0;
      for (int i = 0; i < n; i++) {
        along += direction[i] * end[i];
      }
      assertThat(along).isCloseTo(0.0, within(1e-12));
      assertThat(Vectors.distance(end, finder.search(start).point().coordinates()))
          .isLessThan(1e-6);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SaddleFinder.ofIndex(network, n, SaddleSettings.defaults()))
        .withMessage("the index is from 0 to " + (n - 1) + ", not " + n);
  }
}
