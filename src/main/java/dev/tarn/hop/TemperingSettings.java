package dev.tarn.hop;

/**
 * How several walkers hop at different temperatures. Immutable; the {@code with} methods make
 * changed copies.
 *
 * @param hop how each walker hops; its temperature, which must be positive, is the lowest one
 * @param walkers the number of walkers {@code m}, at least 2
 * @param highestTemperature the temperature of the last walker, more than the lowest and finite;
 *     those between are geometric, {@code T_k = T_0 (T_(m-1)/T_0)^(k/(m-1))}
 * @param exchangeInterval the number of steps of each walker between attempts to exchange minima;
 *     at least 1
 */
public record TemperingSettings(
    HopSettings hop, int walkers, double highestTemperature, int exchangeInterval) {

  /**
   * Checks the values.
   *
   * @param hop as above
   * @param walkers as above
   * @param highestTemperature as above
   * @param exchangeInterval as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public TemperingSettings {
    require(
        hop.temperature() > 0.0,
        "the lowest temperature is positive with several walkers, not " + hop.temperature());
    require(walkers >= 2, "walkers is at least 2, not " + walkers);
    require(
        highestTemperature > hop.temperature() && Double.isFinite(highestTemperature),
        "highestTemperature is more than the lowest, "
            + hop.temperature()
            + ", and finite, not "
            + highestTemperature);
    require(exchangeInterval >= 1, "exchangeInterval is at least 1, not " + exchangeInterval);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * The defaults: 4 walkers with {@link HopSettings#defaults()} at temperatures from 0.01 to 1 and
   * exchanges after every 10 steps.
   *
   * @return the default settings
   */
  public static TemperingSettings defaults() {
    return new TemperingSettings(HopSettings.defaults().withTemperature(0.01), 4, 1.0, 10);
  }

  /**
   * A copy with other settings of the walkers.
   *
   * @param value how each walker hops
   * @return the copy
   * @throws IllegalArgumentException if its temperature is not positive or not the lowest
   */
  public TemperingSettings withHop(HopSettings value) {
    return new TemperingSettings(value, walkers, highestTemperature, exchangeInterval);
  }

  /**
   * A copy with another number of walkers.
   *
   * @param value the number of walkers
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public TemperingSettings withWalkers(int value) {
    return new TemperingSettings(hop, value, highestTemperature, exchangeInterval);
  }

  /**
   * A copy with another highest temperature.
   *
   * @param value the temperature of the last walker
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public TemperingSettings withHighestTemperature(double value) {
    return new TemperingSettings(hop, walkers, value, exchangeInterval);
  }

  /**
   * A copy with another interval between exchanges.
   *
   * @param value the number of steps
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public TemperingSettings withExchangeInterval(int value) {
    return new TemperingSettings(hop, walkers, highestTemperature, value);
  }

  /**
   * The temperature of a walker.
   *
   * @param walker its number, from 0
   * @return {@code T_k}
   */
  double temperature(int walker) {
    return hop.temperature()
        * StrictMath.pow(highestTemperature / hop.temperature(), (double) walker / (walkers - 1));
  }
}
