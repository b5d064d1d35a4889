package dev.tarn.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Vector;
import dev.tarn.testing.ReferenceNetworks;
import dev.tarn.thermo.HarmonicModel.Well;
import dev.tarn.thermo.HeatCapacityPeaks.Change;
import dev.tarn.thermo.HeatCapacityPeaks.Peak;
import dev.tarn.thermo.Superposition.Equilibrium;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of PATHSAMPLE (2020) unless said otherwise, to the digits that it prints. */
class SuperpositionTest {
  private final Superposition lj7 = Superposition.of(ReferenceNetworks.lj7());
  private final Superposition xor2 = Superposition.of(ReferenceNetworks.xor2());

  @ParameterizedTest
  @CsvSource({
    "0.02, 15.00000000",
    "0.04, 15.00062524",
    "0.06, 15.03359364",
    "0.08, 15.23573395",
    "0.1, 15.78500450",
    "0.18, 19.20455087",
    "0.2, 19.12600455"
  })
  void heatCapacityOfSevenAtoms(double temperature, double expected) {
    assertThat(lj7.at(temperature).heatCapacity()).isCloseTo(expected, within(5.1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 11.06900629", "0.01, 11.00365981", "0.115, 18.66227558"})
  void heatCapacityOfTheXorNetwork(double temperature, double expected) {
    assertThat(xor2.at(temperature).heatCapacity()).isCloseTo(expected, within(5.1e-9));
  }

  @Test
  void occupations() {
    assertThat(lj7.at(0.2).occupations().toArray())
        .containsExactly(
            new double[] {0.60283996, 0.16639026, 0.07069994, 0.16006984}, within(5.1e-9));
    assertThat(lj7.at(0.1).occupations().toArray())
        .containsExactly(
            new double[] {0.98114343, 0.01563790, 0.00120279, 0.00201588}, within(5.1e-9));
    assertThat(xor2.at(0.05).occupations().toArray())
        .containsExactly(
            new double[] {0.682100093, 0.317116333, 4.2242e-4, 1.2755e-4, 2.3361e-4},
            within(5.1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    // Entropy, p of the lowest.
    "0.05, 0.58056E-03, 0.99995",
    "0.1, 0.10430, 0.98114",
    "0.2, 1.0841, 0.60284",
    "0.4, 1.2645, 0.15837"
  })
  void shannonEntropyOfSevenAtoms(double temperature, double entropy, double lowest) {
    Equilibrium equilibrium = lj7.at(temperature);
    assertThat(equilibrium.shannonEntropy()).isCloseTo(entropy, within(5.1e-5));
    assertThat(equilibrium.occupations().get(0)).isCloseTo(lowest, within(5.1e-6));
  }

  /** The program takes barriers from a grid of thresholds; the index itself takes exact ones. */
  @Test
  void frustration() {
    EscapeBarriers atoms = EscapeBarriers.of(lj7.model());
    Vector p = lj7.at(0.2).occupations();
    double onGrid = atoms.frustration(lj7.model(), p, 0.01);
    assertThat(onGrid).isCloseTo(0.20972, within(5.1e-6));
    assertThat(onGrid / (1.0 - p.get(0))).isCloseTo(0.52806, within(5.1e-6));
    assertThat(atoms.frustration(lj7.model(), p)).isCloseTo(0.205325, within(5.1e-7));
    assertThat(atoms.frustration(lj7.model(), p, 1e-9)).isCloseTo(0.205325, within(5.1e-7));
    Vector cold = xor2.at(0.01).occupations();
    EscapeBarriers network = EscapeBarriers.of(xor2.model());
    assertThat(network.frustration(xor2.model(), cold, 0.001)).isCloseTo(76.147, within(5.1e-4));
  }

  @Test
  void persistenceOfSevenAtoms() {
    EscapeBarriers barriers = EscapeBarriers.of(lj7.model());
    assertThat(barriers.persistence().toArray())
        .containsExactly(
            new double[] {Double.POSITIVE_INFINITY, 0.4903092607, 0.2733464973, 0.2496387792},
            within(5.1e-11));
    assertThat(barriers.toLowest().get(0)).isZero();
    // Over transition states 3 and 1, the second of which is lower.
    assertThat(barriers.toLowest().get(3)).isCloseTo(0.2496387792, within(5.1e-11));
    assertThat(barriers.lowest().get(0)).isCloseTo(16.505384168 - 15.444733800, within(1e-9));
  }

  @Test
  void freeEnergyGroupsOfSevenAtoms() {
    List<Set<Integer>> ends = List.of(Set.of(1), Set.of(4));
    FreeEnergies groups = FreeEnergies.regrouped(lj7, 0.2, 1.0, 0.3, ends);
    assertThat(groups.groups())
        .extracting(g -> g.ids())
        .containsExactly(List.of(1), List.of(2, 3, 4));
    assertThat(groups.groups().get(0).freeEnergy()).isZero();
    assertThat(groups.groups().get(1).freeEnergy()).isCloseTo(0.08346248731, within(5.1e-12));
    FreeEnergies.Barrier barrier = groups.barriers().get(0);
    assertThat(0.2 * Math.exp((groups.groups().get(1).freeEnergy() - barrier.freeEnergy()) / 0.2))
        .isCloseTo(0.2270695262, within(1e-10));
    assertThat(0.2 * Math.exp(-barrier.freeEnergy() / 0.2)).isCloseTo(0.1495968213, within(1e-10));
    assertThat(FreeEnergies.regrouped(lj7, 0.2, 1.0, 0.3, List.of()).groups()).hasSize(1);
    assertThat(FreeEnergies.of(lj7, 0.2, 1.0).tree().leafCount()).isEqualTo(4);
  }

  @Test
  void freeEnergyGroupsOfTheXorNetwork() {
    FreeEnergies groups =
        FreeEnergies.regrouped(xor2, 0.05, 1.0, 0.1, List.of(Set.of(1), Set.of(5)));
    assertThat(groups.groups().stream().mapToDouble(g -> g.freeEnergy()).toArray())
        .containsExactly(
            new double[] {0.0, 0.03829538616, 0.3693462460, 0.3989649057, 0.4292230972},
            within(5.1e-10));
  }

  @Test
  void thePeakOfSevenAtomsIsTheLossOfTheGlobalMinimum() {
    List<Peak> peaks = HeatCapacityPeaks.of(lj7, 0.02, 0.6, 2);
    assertThat(peaks).hasSize(1);
    Peak peak = peaks.get(0);
    assertThat(peak.equilibrium().temperature()).isCloseTo(0.18, within(0.02));
    assertThat(peak.equilibrium().heatCapacity()).isGreaterThan(19.20455087);
    assertThat(peak.losing()).extracting(Change::id).containsExactly(1);
    assertThat(peak.gaining()).extracting(Change::id).containsExactly(4, 2);
    assertThat(HeatCapacityPeaks.of(lj7, 0.3, 0.6, 2)).isEmpty();
  }

  /** C = dU/dT and S = -dF/dT, by differences. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2, 0.5})
  void stateFunctionsAreDerivatives(double temperature) {
    for (Ensemble ensemble : Ensemble.values()) {
      Superposition one = new Superposition(ReferenceNetworks.lj7(), ensemble, 15);
      double h = 1e-5;
      Equilibrium below = one.at(temperature - h);
      Equilibrium here = one.at(temperature);
      Equilibrium above = one.at(temperature + h);
      assertThat(here.heatCapacity())
          .isCloseTo((above.internalEnergy() - below.internalEnergy()) / (2 * h), within(1e-4));
      assertThat(here.entropy())
          .isCloseTo((below.freeEnergy() - above.freeEnergy()) / (2 * h), within(1e-4));
      assertThat(here.internalEnergy())
          .isCloseTo(here.freeEnergy() + temperature * here.entropy(), within(1e-10));
    }
  }

  /** A single quadratic well: its integral over the line is sqrt(2 pi T / lambda). */
  @Test
  void aSingleWellIsAGaussian() {
    HarmonicModel well =
        new HarmonicModel(List.of(new Well(1, 0.3, -0.5 * Math.log(4.0))), List.of(), 1);
    Equilibrium positions = new Superposition(well, Ensemble.CONFIGURATIONS, 1).at(0.7);
    double integral = Math.exp(-0.3 / 0.7) * Math.sqrt(2.0 * Math.PI * 0.7 / 4.0);
    assertThat(positions.logPartition()).isCloseTo(Math.log(integral), within(1e-14));
    assertThat(positions.internalEnergy()).isCloseTo(0.3 + 0.35, within(1e-14));
    assertThat(positions.heatCapacity()).isEqualTo(0.5);
    Equilibrium vibrations = Superposition.of(well).at(0.7);
    assertThat(vibrations.logPartition()).isCloseTo(-0.3 / 0.7 + Math.log(0.35), within(1e-14));
    assertThat(vibrations.heatCapacity()).isEqualTo(1.0);
  }

  @Test
  void nothingOverflowsWhereItIsCold() {
    Equilibrium cold = xor2.at(1e-6);
    assertThat(cold.occupations().get(0)).isEqualTo(1.0);
    assertThat(cold.heatCapacity()).isEqualTo(11.0);
    assertThat(cold.logPartition()).isFinite();
  }

  @Test
  void missingClassesAreWeighedLikeRareOnes() {
    boolean[] seenOnce = {false, false, true, false};
    double w = lj7.at(0.2).occupations().get(2);
    assertThat(lj7.missingShare(0.2, 3.0, seenOnce))
        .isCloseTo(3.0 * w / (1.0 + 3.0 * w), within(1e-12));
    assertThat(lj7.missingShare(0.2, 0.0, seenOnce)).isZero();
    assertThat(lj7.missingShare(0.2, 3.0, new boolean[4])).isZero();
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> lj7.at(0.0)).hasMessage("a temperature is positive, not 0.0");
    assertThatThrownBy(() -> lj7.at(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Superposition(lj7.model(), Ensemble.VIBRATIONS, -1))
        .hasMessage("a number of vibrations is 0 or more, not -1");
    assertThatThrownBy(() -> FreeEnergies.of(lj7, 0.1, 0.0))
        .hasMessage("Planck's constant is positive, not 0.0");
    assertThatThrownBy(() -> FreeEnergies.regrouped(lj7, 0.1, 1.0, -1.0, List.of()))
        .hasMessage("a threshold is 0 or more, not -1.0");
    assertThatThrownBy(() -> new HarmonicModel(List.of(), List.of(), 1))
        .hasMessage("there is no minimum to be occupied");
    Well nan = new Well(3, Double.NaN, 0.0);
    assertThatThrownBy(() -> new HarmonicModel(List.of(nan), List.of(), 1))
        .hasMessageStartingWith("minimum 3 has energy NaN");
  }
}
