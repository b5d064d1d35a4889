package dev.tarn.interval;

/**
 * What a potential's energy is computed with: a set of real numbers, enclosed. An energy that is
 * written once for any {@code T} has its value, gradient and Hessian enclosed in {@link Interval}s
 * and in {@link Ball}s by {@link Jet}.
 *
 * <p>Each operation returns a set that contains every result of the exact operation on numbers of
 * its operands. Where that is not defined for some of them (division by a set with zero, the root
 * of a negative number), or overflows, the result is the whole real line; nothing is thrown.
 * Implementations are immutable.
 *
 * @param <T> the type itself
 */
public interface Scalar<T extends Scalar<T>> {

  /** A number as one of these, exactly. */
  T constant(double value);

  T plus(T other);

  T minus(T other);

  T times(T other);

  T dividedBy(T other);

  T negate();

  /** The square, which is not negative. */
  T square();

  T sqrt();

  T exp();

  /** {@code ln(1 + e^x)}. */
  T softplus();

  /** {@code tanh x} with slope {@code 1 - tanh^2 x} and curvature. */
  Curve<T> tanhCurve();

  /** {@code 1 / (1 + e^-x)} with slope and curvature. */
  Curve<T> logisticCurve();

  /** {@code min(x, 0)}. */
  T negativePart();

  /** 1 for negative numbers, 0 for positive ones, and everything between where that is open. */
  T belowZero();

  /** {@code tanh x}. */
  default T tanh() {
    return tanhCurve().value();
  }

  /** {@code 1 / (1 + e^-x)}. */
  default T logistic() {
    return logisticCurve().value();
  }

  /** The exponential linear unit: {@code x} above zero, {@code e^x - 1} below. */
  default T elu() {
    T below = negativePart();
    return negate().negativePart().negate().plus(below.exp().plus(-1.0));
  }

  default T plus(double value) {
    return plus(constant(value));
  }

  default T times(double value) {
    return times(constant(value));
  }
}
