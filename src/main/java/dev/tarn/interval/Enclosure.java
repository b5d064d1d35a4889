package dev.tarn.interval;

import dev.tarn.potential.Evaluator.SmoothEnergy;

/**
 * A set of real numbers with what derivatives need beside the operations of an energy: functions
 * together with their slopes and curvatures.
 *
 * @param <T> the type itself
 */
public interface Enclosure<T extends Enclosure<T>> extends SmoothEnergy.Scalar<T> {

  /** {@code tanh x} with slope {@code 1 - tanh^2 x} and curvature. */
  Curve<T> tanhCurve();

  /** {@code 1 / (1 + e^-x)} with slope and curvature. */
  Curve<T> logisticCurve();

  /** {@code min(x, 0)}. */
  T negativePart();

  /** 1 for negative numbers, 0 for positive ones, and everything between where that is open. */
  T belowZero();

  @Override
  default T tanh() {
    return tanhCurve().value();
  }

  @Override
  default T logistic() {
    return logisticCurve().value();
  }

  @Override
  default T elu() {
    T below = negativePart();
    return negate().negativePart().negate().plus(below.exp().plus(-1.0));
  }
}
