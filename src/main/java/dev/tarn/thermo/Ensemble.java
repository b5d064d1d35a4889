package dev.tarn.thermo;

/** Which degrees of freedom a partition function counts. */
public enum Ensemble {
  /**
   * Positions and momenta, with {@code hbar = k = m = 1}: a vibration of frequency {@code omega =
   * sqrt(lambda)} has the classical partition function {@code T / omega}, the internal energy
   * {@code T} and the heat capacity 1.
   */
  VIBRATIONS(1.0, 0.0),

  /**
   * Positions alone: the integral of {@code exp(-E/T)} over the variables, {@code sqrt(2 pi T /
   * lambda)} for each direction, with the energy {@code T/2} and the heat capacity 1/2. What noisy
   * gradient descent samples, which has no momenta.
   */
  CONFIGURATIONS(0.5, 0.5 * Math.log(2.0 * Math.PI));

  private final double power;
  private final double logFactor;

  Ensemble(double power, double logFactor) {
    this.power = power;
    this.logFactor = logFactor;
  }

  /** The heat capacity of one vibration. */
  double heatCapacity() {
    return power;
  }

  /** The logarithm of what one vibration contributes beside {@code 1 / sqrt(lambda)}. */
  double logFactor(double temperature) {
    return power * Math.log(temperature) + logFactor;
  }
}
