package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Potential;
import dev.tarn.potential.PotentialContract;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuellerBrownTest extends PotentialContract {

  @Override
  protected Potential create() {
    return new MuellerBrown();
  }

  // mpmath 1.3: findroot on the gradient in 40 digits from the published positions.
  @ParameterizedTest
  @CsvSource({
    "0, -0.558223634633024, 1.44172584180467, -146.699517209954014",
    "0, 0.623499404930877, 0.0280377585286857, -108.166724116852355",
    "0, -0.0500108229982061, 0.466694104871972, -80.7678181296590282",
    "1, -0.822001558732732, 0.624312802814871, -40.6648435086574043",
    "1, 0.212486582000662, 0.292988325107368, -72.2489401123252115"
  })
  void hasThePublishedStationaryPoints(int index, double x, double y, double energy) {
    PolishedPoint point =
        StationaryPolish.newton(create(), Tolerances.defaults().withGradient(1e-11))
            .polish(new double[] {x, y});
    assertThat(point.isStationary(index)).isTrue();
    assertThat(point.energy()).isCloseTo(energy, within(1e-12));
    assertThat(point.coordinates()[0]).isCloseTo(x, within(1e-14));
    assertThat(point.coordinates()[1]).isCloseTo(y, within(1e-14));
  }
}
