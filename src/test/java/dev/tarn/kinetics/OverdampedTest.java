package dev.tarn.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.HarmonicModel.Well;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the mean first-passage time in one dimension, which two integrals give exactly. */
class OverdampedTest {
  private static double energy(double x) {
    return x * x * x * x - 2.0 * x * x + 0.3 * x;
  }

  private static Landscape wells() {
    Potential potential =
        Potential.of(
            1,
            () ->
                (x, gradient) -> {
                  gradient[0] = 4.0 * x[0] * x[0] * x[0] - 4.0 * x[0] + 0.3;
                  return energy(x[0]);
                });
    Landscape landscape = Landscape.of(potential);
    StationaryPolish polish = StationaryPolish.of(potential);
    for (double start : new double[] {-1.0, 1.0, 0.08}) {
      landscape.add(
          polish.polish(new double[] {start}), new StationaryPoint.Provenance(0, 0, "made"));
    }
    landscape.connect(new Connection(3, 1, 2, 1.0, 1.0, 0));
    return landscape;
  }

  private static HarmonicModel model(Landscape landscape) {
    Well[] wells = new Well[2];
    for (int k = 0; k < 2; k++) {
      StationaryPoint point = landscape.get(k + 1);
      wells[k] = new Well(k + 1, point.energy(), -0.5 * Math.log(point.eigenvalues().get(0)));
    }
    double top = landscape.get(3).energy();
    return new HarmonicModel(List.of(wells), List.of(new Pass(3, top, 0.0, 0, 1)), 1);
  }

  /** From the well on the right to that on the left, for dx = -E' dt + sqrt(2 T) dW. */
  private static double exactTime(double from, double to, double temperature) {
    double h = 1e-3;
    double inner = 0.0;
    double time = 0.0;
    for (double y = 3.0; y > to; y -= h) {
      inner += h * Math.exp(-energy(y - 0.5 * h) / temperature);
      if (y <= from) {
        time += h * Math.exp(energy(y - 0.5 * h) / temperature) * inner / temperature;
      }
    }
    return time;
  }

  @Test
  void theColderTheNearer() {
    Landscape landscape = wells();
    HarmonicModel model = Overdamped.of(model(landscape), landscape);
    double right = landscape.get(2).coordinates().get(0);
    double left = landscape.get(1).coordinates().get(0);
    double before = 1.0;
    for (double temperature : new double[] {0.1, 0.05, 0.025}) {
      Passage passage =
          Passage.of(
              new RateNetwork(model, temperature),
              new boolean[] {true, false},
              new boolean[] {false, true});
      double ratio = Math.exp(passage.forward().logTime()) / exactTime(right, left, temperature);
      // What is left is anharmonic: proportional to the temperature.
      assertThat(Math.abs(ratio - 1.0)).isLessThan(0.6 * before);
      before = Math.abs(ratio - 1.0);
    }
    assertThat(before).isLessThan(0.03);
  }

  @Test
  void onlyTheFactorOfTheTransitionStateDiffers() {
    Landscape landscape = wells();
    HarmonicModel model = model(landscape);
    RateNetwork with = new RateNetwork(Overdamped.of(model, landscape), 0.1);
    RateNetwork without = new RateNetwork(model, 0.1);
    double lambda = landscape.get(3).eigenvalues().get(0);
    assertThat(with.logRate(0, 1) - without.logRate(0, 1))
        .isCloseTo(0.5 * Math.log(-lambda), within(1e-14));
    assertThat(with.logWeight(1)).isEqualTo(without.logWeight(1));
    HarmonicModel other = new HarmonicModel(model.wells(), List.of(new Pass(2, 1.0, 0.0, 0, 1)), 1);
    assertThatThrownBy(() -> Overdamped.of(other, landscape))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the negative eigenvalue of transition state 2 is not known; rates of strong friction"
                + " need it");
  }
}
