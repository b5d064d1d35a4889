package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tarn.landscape.EnergyProfile.Leg;
import dev.tarn.landscape.EnergyProfile.Stop;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Explored;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnergyProfileTest {
  private static final Network NETWORK = Network.xor(2, 1e-4);
  private static Landscape landscape;
  private static Pathways pathways;

  @BeforeAll
  static void explore() {
    landscape = Explored.of(NETWORK);
    pathways = new Pathways(NETWORK, landscape);
  }

  private static Leg leg(MinimaxPath.Step step) {
    return new Leg(step, pathways.along(step).orElseThrow());
  }

  @Test
  void pathwaysHaveTheSidesOfTheLandscape() {
    for (StationaryPoint point : landscape.transitionStates()) {
      Pathway pathway = pathways.through(point).orElseThrow();
      Connection known = landscape.connection(point.id()).orElseThrow();
      assertThat(pathways.end(pathway.minus())).hasValue(known.minus());
      assertThat(pathways.end(pathway.plus())).hasValue(known.plus());
      // The landscape's lengths come from longer steps.
      assertThat(pathway.minus().length()).isCloseTo(known.minusLength(), withinPercentage(1.0));
      assertThat(pathway.plus().length()).isCloseTo(known.plusLength(), withinPercentage(1.0));
    }
    StationaryPoint minimum = landscape.minima().get(0);
    assertThatThrownBy(() -> pathways.through(minimum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index 0");
  }

  @Test
  void pathwaysOfUnknownMinimaHaveSidesToo() {
    StationaryPoint top = landscape.transitionStates().get(0);
    Landscape lonely = Landscape.of(NETWORK);
    lonely.restore(top, 1);
    Pathways alone = new Pathways(NETWORK, lonely);
    Pathway pathway = alone.through(top).orElseThrow();
    assertThat(pathway.complete()).isTrue();
    assertThat(alone.end(pathway.minus())).isEmpty();
    assertThat(alone.along(new MinimaxPath.Step(1, top.id(), 2))).isEmpty();
  }

  @Test
  void aProfileGoesOverEveryStationaryPointOfAFastestPath() {
    List<StationaryPoint> minima = landscape.minima();
    int from = minima.get(0).id();
    int to = minima.get(1).id();
    MinimaxPath path = MinimaxPath.between(landscape, from, to).orElseThrow();
    assertThat(path.steps()).hasSizeGreaterThan(1);
    EnergyProfile profile =
        EnergyProfile.of(path.steps().stream().map(EnergyProfileTest::leg).toList());
    assertThat(profile.stops()).hasSize(2 * path.steps().size() + 1);
    assertThat(profile.stops().get(0).id()).isEqualTo(from);
    assertThat(profile.stops().get(profile.stops().size() - 1).id()).isEqualTo(to);
    int n = profile.arcLengths().length();
    assertThat(profile.energies().length()).isEqualTo(n);
    assertThat(profile.arcLengths().get(0)).isZero();
    for (int k = 1; k < n; k++) {
      assertThat(profile.arcLengths().get(k)).isGreaterThan(profile.arcLengths().get(k - 1));
    }
    for (Stop stop : profile.stops()) {
      StationaryPoint point = landscape.get(stop.id());
      assertThat(stop.isMinimum()).isEqualTo(point.isMinimum());
      assertThat(stop.energy()).isCloseTo(point.energy(), within(1e-12));
      int at = nearest(profile, stop.arcLength());
      assertThat(profile.arcLengths().get(at)).isCloseTo(stop.arcLength(), within(1e-9));
      assertThat(profile.energies().get(at)).isCloseTo(stop.energy(), within(1e-12));
    }
    assertThat(profile.energies().stream().max().orElseThrow())
        .isEqualTo(profile.stops().stream().mapToDouble(Stop::energy).max().orElseThrow());
    assertThat(profile.lowest()).isCloseTo(minima.get(0).energy(), within(1e-12));
  }

  private static int nearest(EnergyProfile profile, double arcLength) {
    int best = 0;
    for (int k = 1; k < profile.arcLengths().length(); k++) {
      if (Math.abs(profile.arcLengths().get(k) - arcLength)
          < Math.abs(profile.arcLengths().get(best) - arcLength)) {
        best = k;
      }
    }
    return best;
  }

  @Test
  void theWayBackIsTheSameProfileFromItsEnd() {
    Connection c =
        landscape.connections().stream()
            .filter(one -> one.minus() != one.plus())
            .findFirst()
            .orElseThrow();
    MinimaxPath.Step step = new MinimaxPath.Step(c.minus(), c.transitionState(), c.plus());
    MinimaxPath.Step back = new MinimaxPath.Step(c.plus(), c.transitionState(), c.minus());
    EnergyProfile there = EnergyProfile.of(List.of(leg(step)));
    EnergyProfile returning = EnergyProfile.of(List.of(leg(back)));
    int n = there.energies().length();
    double length = there.arcLengths().get(n - 1);
    assertThat(returning.energies().length()).isEqualTo(n);
    for (int k = 0; k < n; k++) {
      assertThat(returning.energies().get(k)).isEqualTo(there.energies().get(n - 1 - k));
      assertThat(returning.arcLengths().get(k))
          .isCloseTo(length - there.arcLengths().get(n - 1 - k), within(1e-9));
    }
    EnergyProfile both = EnergyProfile.of(List.of(leg(step), leg(back)));
    assertThat(both.energies().length()).isEqualTo(2 * n - 1);
    assertThat(both.arcLengths().get(2 * n - 2)).isCloseTo(2.0 * length, within(1e-9));
    assertThatThrownBy(() -> EnergyProfile.of(List.of(leg(step), leg(step))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not go on from minimum " + c.minus());
    assertThatThrownBy(() -> EnergyProfile.of(List.of())).hasMessageContaining("at least one");
  }
}
