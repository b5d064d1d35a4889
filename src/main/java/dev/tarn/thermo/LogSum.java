package dev.tarn.thermo;

/** Sums of exponentials by their logarithms, which neither overflow nor vanish. Stateless. */
public final class LogSum {
  private LogSum() {}

  /**
   * {@code ln sum exp(terms)}.
   *
   * @param terms the logarithms of the summands; not modified
   * @return the logarithm of the sum; minus infinity if there is no summand
   */
  public static double of(double... terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      largest = Math.max(largest, term);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0.0;
    for (double term : terms) {
      sum += StrictMath.exp(term - largest);
    }
    return largest + StrictMath.log(sum);
  }

  /**
   * {@code ln(exp(a) + exp(b))}.
   *
   * @param a a logarithm
   * @param b a logarithm
   * @return the logarithm of the sum
   */
  public static double of(double a, double b) {
    double larger = Math.max(a, b);
    double smaller = Math.min(a, b);
    return smaller == Double.NEGATIVE_INFINITY
        ? larger
        : larger + StrictMath.log1p(StrictMath.exp(smaller - larger));
  }
}
