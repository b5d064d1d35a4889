package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.path.PathSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Fake;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an enumeration ends that cannot be complete, or is not let go on. */
class EnumerationEndTest {
  private static final ExplorerSettings ALL =
      ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);
  private static final ExplorerSettings QUICK = ALL.withEffort(Effort.LOW);

  /**
   * {@code E = x^3 / 3 - x - sum_k y_k^2}: a saddle of index {@code n - 1} at 1 and a maximum at
   * -1. It falls without bound, so its Morse sum is 0.
   */
  private static Potential cubic(int n) {
    return Fake.of(
        n,
        (x, gradient, hessian) -> {
          double energy = x[0] * x[0] * x[0] / 3.0 - x[0];
          Arrays.fill(hessian, 0.0);
          gradient[0] = x[0] * x[0] - 1.0;
          hessian[0] = 2.0 * x[0];
          for (int k = 1; k < n; k++) {
            energy -= x[k] * x[k];
            gradient[k] = -2.0 * x[k];
            hessian[k * (n + 1)] = -2.0;
          }
          return energy;
        });
  }

  /** {@code E = x^4 + y^2}: nothing but a degenerate minimum at the origin. */
  private static Potential quartic() {
    return Fake.of(
        2,
        (x, gradient, hessian) -> {
          double square = x[0] * x[0];
          gradient[0] = 4.0 * square * x[0];
          gradient[1] = 2.0 * x[1];
          hessian[0] = 12.0 * square;
          hessian[1] = 0.0;
          hessian[2] = 0.0;
          hessian[3] = 2.0;
          return square * square + x[1] * x[1];
        });
  }

  @Test
  void aSumThatCannotBeOneIsIncomplete() {
    Potential cubic = cubic(3);
    Landscape landscape = Landscape.of(cubic);
    Exploration end = new Explorer(cubic, QUICK).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(EnumerationTest.classes(landscape)).isEqualTo("0 0 1 1");
    assertThat(landscape.morseSum()).isZero();
    assertThat(end.progress().morseSum()).isZero();
    // The patience grows while the sum speaks against completeness.
    assertThat(end.progress().quiet()).isGreaterThanOrEqualTo(20 * Effort.LOW.patience(2));
  }

  /** The maximum's path runs away to minus infinity: without it the sum would be 1. */
  @Test
  void aTransitionStateThatWasDroppedForItsPathIsNotForgotten() {
    Potential cubic = cubic(1);
    Landscape landscape = Landscape.of(cubic);
    // A path that ends after 200 steps has not ended in a minimum either, but sooner.
    ExplorerSettings settings = QUICK.withPath(PathSettings.defaults().withMaxSteps(200));
    Exploration end = new Explorer(cubic, settings).explore(landscape);
    assertThat(EnumerationTest.classes(landscape)).isEqualTo("1");
    assertThat(end.failedPaths()).isPositive();
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void aWrongPointInTheLandscapeKeepsItIncomplete() {
    DoubleWells wells = DoubleWells.of(1.0, 2.0);
    Landscape landscape = EnumerationTest.enumerate(wells, QUICK);
    StationaryPoint some = landscape.minima().get(0);
    landscape.restore(
        new StationaryPoint(
            landscape.lastId() + 1,
            1,
            0.5,
            Vector.of(0.5, 0.5),
            some.eigenvalues(),
            0.0,
            BigInteger.ONE,
            some.provenance()),
        1);
    Exploration end = new Explorer(wells, QUICK).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(end.progress().morseSum()).isZero();
  }

  @Test
  void anEnumerationThatTimeCutsShortSaysSo() {
    Network network = Network.xor(4, 1e-5);
    Landscape landscape = Landscape.of(network);
    Exploration end =
        new Explorer(network, ALL.withMaxTime(Duration.ofMillis(300))).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.OUT_OF_TIME);
    assertThat(landscape.morseSum()).isEqualTo(end.progress().morseSum());
  }

  @Test
  void anEnumerationThatIsStoppedSaysSo() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    ExplorerRun run = new Explorer(network, ALL).on(landscape);
    Exploration end =
        run.run(
            ExplorerEvent.reports(
                report -> {
                  if (report.job() == 3) {
                    run.stop();
                  }
                }));
    assertThat(end.status()).isEqualTo(Status.STOPPED);
    assertThat(end.progress().jobs()).isEqualTo(4);
  }

  @Test
  void aDegeneratePointIsNotedOnceAndKeptOut() {
    Potential quartic = quartic();
    Landscape landscape = Landscape.of(quartic);
    List<PolishedPoint> noted = new ArrayList<>();
    Exploration end =
        new Explorer(quartic, QUICK)
            .on(landscape)
            .run(ExplorerEvent.reports(report -> noted.addAll(report.newDegenerate())));
    assertThat(landscape.size()).isZero();
    assertThat(end.degenerate()).isGreaterThan(10);
    assertThat(noted).isNotEmpty().allSatisfy(p -> assertThat(p.degenerate()).isTrue());
    assertThat(noted).hasSize(1);
    assertThat(landscape.degeneratePoints()).hasSize(1);
    // Without the degenerate point the sum is 0, and no claim of completeness is made.
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
  }
}
