package dev.tarn.certify;

import dev.tarn.interval.Curve;
import dev.tarn.interval.Enclosure;
import dev.tarn.network.Activation;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;

/** Activation functions of enclosed sums. */
final class Activations {
  private Activations() {}

  /**
   * Value, slope and curvature.
   *
   * @throws IllegalArgumentException for ReLU
   */
  static <T extends Enclosure<T>> Curve<T> curve(Activation activation, T sum) {
    return switch (activation) {
      case TANH -> sum.tanhCurve();
      case LOGISTIC -> sum.logisticCurve();
      case SOFTPLUS -> Curve.softplus(sum);
      case ELU -> Curve.elu(sum);
      case RELU -> throw kinks();
    };
  }

  /** The value alone, which also serves numbers with derivatives. */
  static <T extends Scalar<T>> T value(Activation activation, T sum) {
    return switch (activation) {
      case TANH -> sum.tanh();
      case LOGISTIC -> sum.logistic();
      case SOFTPLUS -> sum.softplus();
      case ELU -> sum.elu();
      case RELU -> throw kinks();
    };
  }

  private static IllegalArgumentException kinks() {
    return new IllegalArgumentException(
        "the energy of ReLU units has kinks, where it has no Hessian");
  }
}
