package dev.tarn.hop;

import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.stationary.Tolerances;

/**
 * How a walker hops, in units of the potential's {@linkplain dev.tarn.potential.Potential#scales
 * scales}. Immutable; the {@code with} methods make changed copies.
 *
 * @param temperature the fictitious temperature {@code T} of the acceptance rule {@code min(1,
 *     exp(-(E_new - E_old)/T))}, in units of the energy; 0 or more and finite, 0 accepts no rise
 * @param stepSize the largest displacement of a variable in the first step; positive and finite
 * @param targetAcceptance the fraction of steps that the adaptation of the step size aims at;
 *     between 0 and 1, both excluded
 * @param adaptationInterval the number of steps after which the step size is changed; 0 or more, 0
 *     keeps it fixed
 * @param adaptationFactor what the step size is multiplied or divided by; more than 1 and finite
 * @param pushoff the length of the displacement off a saddle along its lowest mode; positive and
 *     finite
 * @param maxPushoffs how often one quench may be pushed off a saddle before the step fails; 0 or
 *     more
 * @param tolerances when a polished point is a minimum
 * @param quench how the minimiser works; its tolerance decides where there is no Hessian
 */
public record HopSettings(
    double temperature,
    double stepSize,
    double targetAcceptance,
    int adaptationInterval,
    double adaptationFactor,
    double pushoff,
    int maxPushoffs,
    Tolerances tolerances,
    LbfgsSettings quench) {

  /**
   * Checks the values.
   *
   * @param temperature as above
   * @param stepSize as above
   * @param targetAcceptance as above
   * @param adaptationInterval as above
   * @param adaptationFactor as above
   * @param pushoff as above
   * @param maxPushoffs as above
   * @param tolerances as above
   * @param quench as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public HopSettings {
    require(
        temperature >= 0.0 && Double.isFinite(temperature),
        "temperature",
        "0 or more and finite",
        temperature);
    require(isPositive(stepSize), "stepSize", "positive and finite", stepSize);
    require(
        targetAcceptance > 0.0 && targetAcceptance < 1.0,
        "targetAcceptance",
        "between 0 and 1",
        targetAcceptance);
    require(adaptationInterval >= 0, "adaptationInterval", "0 or more", adaptationInterval);
    require(
        adaptationFactor > 1.0 && Double.isFinite(adaptationFactor),
        "adaptationFactor",
        "more than 1 and finite",
        adaptationFactor);
    require(isPositive(pushoff), "pushoff", "positive and finite", pushoff);
    require(maxPushoffs >= 0, "maxPushoffs", "0 or more", maxPushoffs);
  }

  private static boolean isPositive(double value) {
    return value > 0.0 && Double.isFinite(value);
  }

  private static void require(boolean holds, String name, String range, Number value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + range + ", not " + value);
    }
  }

  /**
   * The defaults, which suit weights of order one: temperature 0.1, step size 1 adapted by 1.1
   * every 20 steps to an acceptance of 0.5, at most 10 pushoffs of 0.1, the default tolerances,
   * quenches to 1e-9.
   *
   * @return the default settings
   */
  public static HopSettings defaults() {
    return new HopSettings(
        0.1,
        1.0,
        0.5,
        20,
        1.1,
        0.1,
        10,
        Tolerances.defaults(),
        LbfgsSettings.defaults().withTolerance(1e-9));
  }

  /**
   * A copy with another temperature.
   *
   * @param value the temperature, in units of the energy
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withTemperature(double value) {
    return new HopSettings(
        value,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another first step size.
   *
   * @param value the largest displacement of a variable
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withStepSize(double value) {
    return new HopSettings(
        temperature,
        value,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another acceptance to aim at.
   *
   * @param value the fraction of steps to be accepted
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withTargetAcceptance(double value) {
    return new HopSettings(
        temperature,
        stepSize,
        value,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another interval between changes of the step size.
   *
   * @param value the number of steps, 0 for a fixed size
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withAdaptationInterval(int value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        value,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another factor for changes of the step size.
   *
   * @param value the factor
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withAdaptationFactor(double value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        value,
        pushoff,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another displacement off saddles.
   *
   * @param value the length of the displacement
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withPushoff(double value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        value,
        maxPushoffs,
        tolerances,
        quench);
  }

  /**
   * A copy with another limit of pushoffs.
   *
   * @param value the largest number of pushoffs in one step
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public HopSettings withMaxPushoffs(int value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        value,
        tolerances,
        quench);
  }

  /**
   * A copy with other tolerances.
   *
   * @param value when a polished point is a minimum
   * @return the copy
   */
  public HopSettings withTolerances(Tolerances value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        value,
        quench);
  }

  /**
   * A copy with other minimiser's settings.
   *
   * @param value how to minimise
   * @return the copy
   */
  public HopSettings withQuench(LbfgsSettings value) {
    return new HopSettings(
        temperature,
        stepSize,
        targetAcceptance,
        adaptationInterval,
        adaptationFactor,
        pushoff,
        maxPushoffs,
        tolerances,
        value);
  }
}
