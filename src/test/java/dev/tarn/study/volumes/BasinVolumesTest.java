package dev.tarn.study.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import org.junit.jupiter.api.Test;

class BasinVolumesTest {
  private static final StationaryPoint.Provenance BY_HAND =
      new StationaryPoint.Provenance(0, 0, "test");

  /** Two wells, x near -1 and near 1, of which the first is lower; y plays no part in it. */
  private static final Potential WELLS =
      Potential.of(
          2,
          () ->
              (x, g) -> {
                double s = x[0] * x[0] - 1.0;
                g[0] = 4.0 * s * x[0] + 0.6;
                g[1] = 2.0 * x[1];
                return s * s + 0.6 * x[0] + x[1] * x[1];
              });

  /** Paths never cross the line through the saddle, so the basin is a segment of the disc. */
  @Test
  void sharesAreThoseOfQuadrature() {
    Landscape landscape = Landscape.of(WELLS);
    StationaryPolish polish = StationaryPolish.of(WELLS);
    int left = landscape.add(polish.polish(new double[] {-1.0, 0.1}), BY_HAND).point().id();
    int right = landscape.add(polish.polish(new double[] {0.9, 0.1}), BY_HAND).point().id();
    double saddle = 0.15;
    for (int k = 0; k < 50; k++) {
      double s = saddle * saddle - 1.0;
      saddle -= (4.0 * s * saddle + 0.6) / (12.0 * saddle * saddle - 4.0);
    }
    double radius = 1.5;
    int strips = 20_000;
    double area = 0.0;
    for (int k = 0; k < strips; k++) {
      double x = saddle + (radius - saddle) * (k + 0.5) / strips;
      area += 2.0 * Math.sqrt(radius * radius - x * x) * (radius - saddle) / strips;
    }
    double expected = area / (Math.PI * radius * radius);
    BasinVolumes volumes = BasinVolumes.of(WELLS, landscape, radius, 2000, 1, 0.9999);
    assertThat(volumes.elsewhere().count()).isZero();
    assertThat(volumes.basins()).extracting(b -> b.minimum().id()).containsExactly(left, right);
    assertThat(volumes.basins().get(1).share().low()).isLessThan(expected);
    assertThat(volumes.basins().get(1).share().high()).isGreaterThan(expected);
    assertThat(volumes.basins().get(0).share().value() + volumes.basins().get(1).share().value())
        .isCloseTo(1.0, within(1e-12));
    assertThat(BasinVolumes.of(WELLS, landscape, radius, 50, 1, 0.95))
        .isEqualTo(BasinVolumes.of(WELLS, landscape, radius, 50, 1, 0.95));
  }

  @Test
  void whatIsNotInTheLandscapeIsElsewhere() {
    Landscape empty = Landscape.of(WELLS);
    BasinVolumes volumes = BasinVolumes.of(WELLS, empty, 1.0, 10, 1, 0.95);
    assertThat(volumes.basins()).isEmpty();
    assertThat(volumes.elsewhere().value()).isEqualTo(1.0);
  }

  /** Of points in a ball of n dimensions 2^-n lie within half the radius. */
  @Test
  void startsAreUniformInTheBall() {
    int inner = 0;
    for (int k = 0; k < 20_000; k++) {
      double[] x = BasinVolumes.inBall(RandomStreams.of(7, k), 3, 2.0);
      double length = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
      assertThat(length).isLessThanOrEqualTo(2.0 + 1e-12);
      inner += length < 1.0 ? 1 : 0;
    }
    // Five standard deviations.
    assertThat(inner / 20_000.0).isCloseTo(0.125, within(5.0 * Math.sqrt(0.125 * 0.875 / 20_000)));
  }
}
