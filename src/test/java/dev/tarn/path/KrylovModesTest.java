package dev.tarn.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Units;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Images;
import dev.tarn.testing.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths without a Hessian against those with one. */
class KrylovModesTest {

  private static SteepestDescent krylov(Potential potential) {
    return new SteepestDescent(
        Units.of(potential),
        potential,
        PathSettings.defaults(),
        Tolerances.defaults(),
        new KrylovModes(potential),
        StationaryPolish.krylov(potential));
  }

  private static SteepestDescent full(Potential potential) {
    return new SteepestDescent(
        Units.of(potential),
        potential,
        PathSettings.defaults(),
        Tolerances.defaults(),
        new FullModes(potential),
        StationaryPolish.newton(potential));
  }

  private static List<PolishedPoint> transitionStates(Potential potential, int starts) {
    SaddleFinder finder = SaddleFinder.ofIndex(potential, 1, SaddleSettings.defaults());
    OrbitIndex index = new OrbitIndex(potential.symmetry());
    List<PolishedPoint> found = new ArrayList<>();
    for (double[] start : Inputs.random(potential, starts)) {
      SaddleFinder.Result search = finder.search(start);
      PolishedPoint point = search.point();
      if (search.found() && index.find(point) < 0) {
        index.add(found.size(), point);
        found.add(point);
      }
    }
    return found;
  }

  private static void assertSameEnds(Potential potential, PolishedPoint transitionState) {
    Pathway found = krylov(potential).pathway(transitionState, true);
    Pathway expected = full(potential).pathway(transitionState, true);
    assertThat(found.complete()).isEqualTo(expected.complete()).isTrue();
    for (int side = 0; side < 2; side++) {
      Descent a = side == 0 ? found.minus() : found.plus();
      Descent b = side == 0 ? expected.minus() : expected.plus();
      assertThat(Vectors.distance(a.end().coordinates(), b.end().coordinates())).isLessThan(1e-6);
      assertThat(a.length()).isCloseTo(b.length(), within(0.02 * b.length()));
      assertThat(a.saddles()).hasSameSizeAs(b.saddles());
      for (int k = 1; k < a.points().size(); k++) {
        assertThat(a.points().get(k).energy()).isLessThanOrEqualTo(a.points().get(k - 1).energy());
      }
    }
  }

  @Test
  void leadsToTheMinimaOfThePathsWithTheHessian() {
    Network network = Network.xor(3, 1e-3);
    List<PolishedPoint> found = transitionStates(network, 40);
    assertThat(found).hasSizeGreaterThan(4);
    found.forEach(point -> assertSameEnds(network, point));
  }

  @Test
  void leadsToTheMinimaOfThePathsWithTheHessianOfANetworkOfImages() {
    Network network = Images.network(25, 4, 3, 40, 1e-3);
    List<PolishedPoint> found = transitionStates(network, 12);
    assertThat(found).hasSizeGreaterThan(1);
    found.subList(0, 2).forEach(point -> assertSameEnds(network, point));
  }

  @Test
  void goesOnFromASaddleThatSymmetryLeadsInto() {
    // The path over one barrier at the top of another, where the symmetry keeps it.
    Potential wells = DoubleWells.equal(210);
    double[] x = new double[210];
    Arrays.fill(x, 1.0);
    x[0] = 1e-3;
    x[1] = 0.0;
    Descent descent = krylov(wells).descend(x, false);
    assertThat(descent.reached()).isTrue();
    assertThat(descent.saddles()).hasSize(1);
    assertThat(descent.end().isStationary(0)).isTrue();
  }

  @Test
  void aStationaryStartHasNoGradientToResolve() {
    KrylovModes modes = new KrylovModes(DoubleWells.equal(3));
    assertThat(modes.resolve(new double[] {1, 1, 1})).isZero();
    assertThat(modes.count()).isZero();
    assertThat(modes.isConvex()).isTrue();
    assertThat(modes.newtonLength(1.0)).isZero();
  }

  @Test
  void whatIsNotFiniteEndsThePath() {
    Potential undefined = Fake.undefined(250);
    assertThat(krylov(undefined).descend(new double[250], false).reached()).isFalse();
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new KrylovModes(undefined).resolveLowest(new double[250]));
  }
}
