package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.interval.Interval;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists of stationary points that are proven to be complete. */
class ExhaustionTest {

  private static Exhaustion all(Potential potential, double x, double y, long most) {
    SmoothEnergy energy = potential.capability(SmoothEnergy.class).orElseThrow();
    Interval[] region = {Interval.of(-x, x), Interval.of(-y, y)};
    return Exhaustion.of(energy, region, Optional::of, most);
  }

  /** Dixon and Szego, 1978: 6 minima, 7 saddles, 2 maxima. */
  @Test
  void sixHumpCamelHasFifteenPointsAndNoMore() {
    Exhaustion camel = all(new SixHumpCamel(), 4.0, 3.0, 20_000);
    assertThat(camel.isComplete()).isTrue();
    assertThat(camel.points()).hasSize(15);
  }

  @Test
  void himmelblauHasNinePointsAndNoMore() {
    Exhaustion himmelblau = all(new Himmelblau(), 8.0, 8.0, 20_000);
    assertThat(himmelblau.isComplete()).isTrue();
    assertThat(himmelblau.points()).hasSize(9);
  }

  @Test
  void muellerBrownHasFivePointsInItsBox() {
    Exhaustion muellerBrown = all(new MuellerBrown(), 2.0, 2.5, 50_000);
    assertThat(muellerBrown.isComplete()).isTrue();
    assertThat(muellerBrown.points()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void aSearchThatStopsEarlyProvesNothing() {
    assertThat(all(new SixHumpCamel(), 4.0, 3.0, 10).isComplete()).isFalse();
  }
}
