package dev.tarn.interval;

/**
 * A function of one variable at an enclosed argument, with its first two derivatives there.
 *
 * @param value the function
 * @param slope its derivative
 * @param curvature its second derivative
 * @param <T> what encloses the numbers
 */
public record Curve<T extends Enclosure<T>>(T value, T slope, T curvature) {

  /** {@code e^x}. */
  public static <T extends Enclosure<T>> Curve<T> exp(T x) {
    T value = x.exp();
    return new Curve<>(value, value, value);
  }

  /** {@code sqrt(x)}. */
  public static <T extends Enclosure<T>> Curve<T> sqrt(T x) {
    T root = x.sqrt();
    T slope = x.constant(0.5).dividedBy(root);
    return new Curve<>(root, slope, slope.dividedBy(x).times(-0.5));
  }

  /** {@code 1 / x}. */
  public static <T extends Enclosure<T>> Curve<T> reciprocal(T x) {
    T value = x.constant(1.0).dividedBy(x);
    T square = value.square();
    return new Curve<>(value, square.negate(), square.times(value).times(2.0));
  }

  /** {@code x^2}. */
  public static <T extends Enclosure<T>> Curve<T> square(T x) {
    return new Curve<>(x.square(), x.times(2.0), x.constant(2.0));
  }

  /** {@code ln(1 + e^x)}. */
  public static <T extends Enclosure<T>> Curve<T> softplus(T x) {
    Curve<T> logistic = x.logisticCurve();
    return new Curve<>(x.softplus(), logistic.value(), logistic.slope());
  }

  /**
   * The exponential linear unit. Its slope is Lipschitz continuous; where the curvature jumps, all
   * of the jump is enclosed, which is what the mean value theorem needs.
   */
  public static <T extends Enclosure<T>> Curve<T> elu(T x) {
    T slope = x.negativePart().exp();
    return new Curve<>(x.elu(), slope, slope.times(x.belowZero()));
  }
}
