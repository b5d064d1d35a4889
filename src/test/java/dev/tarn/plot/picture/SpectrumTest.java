package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Explored;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static Spectrum of(double... eigenvalues) {
    Landscape landscape = Explored.of(Network.xor(1, 0.1));
    StationaryPoint.Provenance provenance = landscape.get(1).provenance();
    return Spectrum.of(
        new StationaryPoint(
            7, 2, 0.0, Vector.of(0.0), Vector.of(eigenvalues), 0.0, BigInteger.ONE, provenance));
  }

  @Test
  void equalEigenvaluesAreOneLevel() {
    Spectrum spectrum = of(-0.5, -0.5, 2e-6, 2e-6 + 1e-16, 2e-6 + 2e-16, 0.7);
    assertThat(spectrum.id()).isEqualTo(7);
    assertThat(spectrum.index()).isEqualTo(2);
    assertThat(spectrum.levels()).extracting(Spectrum.Level::multiplicity).containsExactly(2, 3, 1);
    assertThat(spectrum.levels().get(1).value()).isCloseTo(2e-6, within(1e-15));
  }

  @Test
  void closeOnesAreNot() {
    assertThat(of(1e-6, 1e-6 + 1e-11, 1.0).levels()).hasSize(3);
  }

  /** Steps that are each within the tolerance lead out of it. */
  @Test
  void aLadderIsNotOneLevel() {
    double[] ladder = new double[10];
    for (int k = 0; k < ladder.length; k++) {
      ladder[k] = 1.0 + 0.7e-12 * k;
    }
    assertThat(of(ladder).levels()).hasSizeGreaterThanOrEqualTo(5);
  }

  /** At the zero point all but one eigenvalue are 2 lambda: nothing there depends on the data. */
  @Test
  void theZeroPointOfOneUnitHasTwoLevels() {
    Landscape landscape = Explored.of(Network.xor(1, 0.1));
    Spectrum spectrum = Spectrum.of(landscape.get(1));
    assertThat(spectrum.levels()).hasSize(2);
    assertThat(spectrum.levels().get(0).multiplicity()).isEqualTo(6);
    assertThat(spectrum.levels().get(0).value()).isCloseTo(0.2, within(1e-12));
    assertThat(spectrum.levels().get(1).value()).isCloseTo(0.7, within(1e-12));
  }
}
