package dev.tarn.kinetics;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;

/**
 * Rates where friction is strong: of gradient descent with noise, {@code dx = -grad E dt + sqrt(2
 * T) dW}. The harmonic rate over a transition state is then (Kramers, Physica 7, 284, 1940; Langer,
 * Ann. Phys. 54, 258, 1969)
 *
 * <pre>
 *   k_ab = (|lambda_-| / 2 pi) (g_ts / g_a) sqrt(prod lambda_a / |prod lambda_ts|) exp(-(E_ts - E_a) / T)
 * </pre>
 *
 * with {@code lambda_-} the negative eigenvalue, which stands in the product of all eigenvalues of
 * the transition state, too: {@code sqrt(|lambda_-|)} times the rate of {@link RateNetwork}. Time
 * is the learning rate times the number of steps. Stateless.
 */
public final class Overdamped {
  private Overdamped() {}

  /**
   * A model whose rates are those of strong friction.
   *
   * @param model the model of a landscape
   * @param landscape the landscape; not modified
   * @return the same wells, and passes with other weights
   * @throws IllegalArgumentException if the negative eigenvalue of a transition state is not known
   */
  public static HarmonicModel of(HarmonicModel model, Landscape landscape) {
    return new HarmonicModel(
        model.wells(),
        model.passes().stream()
            .map(
                pass ->
                    new Pass(
                        pass.id(),
                        pass.energy(),
                        pass.logWeight() + 0.5 * Math.log(-negative(pass.id(), landscape)),
                        pass.from(),
                        pass.to()))
            .toList(),
        model.vibrations());
  }

  private static double negative(int id, Landscape landscape) {
    Vector eigenvalues = landscape.get(id).eigenvalues();
    if (eigenvalues.isEmpty() || eigenvalues.get(0) >= 0.0) {
      throw new IllegalArgumentException(
          "the negative eigenvalue of transition state "
              + id
              + " is not known; rates of strong friction need it");
    }
    return eigenvalues.get(0);
  }
}
