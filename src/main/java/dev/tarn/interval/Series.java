package dev.tarn.interval;

/**
 * Elementary functions of balls by argument reduction and Taylor's formula with Lagrange's
 * remainder. Everything is computed in {@link Ball}s, so that rounding is part of the result.
 */
final class Series {
  /**
   * {@code ln 2 = 0x1.62e42fefa39ef35793c7673007e5ed5e...p-1}. The first 53 bits are {@code hi},
   * the next 53 that are not zero {@code lo}; the rest is below {@code 0.2p-108 < 2^-110}.
   */
  private static final Ball LN2 = Ball.of(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1p-110);

  private static final double INVERSE_LN2 = 1.4426950408889634;
  private static final int TERMS = 16;
  private static final int HALVINGS = 4;
  private static final Ball[] INVERSE_FACTORIAL = new Ball[TERMS];

  static {
    Ball factorial = Ball.ONE;
    for (int k = 0; k < TERMS; k++) {
      factorial = k == 0 ? factorial : factorial.times(k);
      INVERSE_FACTORIAL[k] = Ball.ONE.dividedBy(factorial);
    }
  }

  private Series() {}

  /**
   * {@code e^x = 2^k (e^(r/16))^16} with {@code x = k ln 2 + r}, {@code |r| <= 0.35}: the remainder
   * of 16 terms at {@code |s| <= 0.022} is at most {@code 2 |s|^16 / 16! < 2^-130}.
   *
   * <p>A radius {@code d <= 1} of the argument changes the value by a factor of at most {@code e^d
   * <= 1 + d + d^2}.
   */
  static Ball exp(Ball x) {
    double d = x.radius();
    if (!(d <= 1.0)) {
      double top = Math.nextUp(x.upper());
      double bound = top < 709.0 ? exp(Ball.of(top)).upper() : Double.POSITIVE_INFINITY;
      return Ball.of(0.5 * bound, 0.0, Ball.up(0.5 * bound));
    }
    if (x.hi() > 709.0) {
      return Ball.of(0.0, 0.0, Double.POSITIVE_INFINITY);
    }
    if (x.hi() < -745.0) {
      // At most e^-744 < 2^-1073 even with a radius of 1.
      return Ball.of(0.0, 0.0, 0x1p-1072);
    }
    double k = Math.rint(x.hi() * INVERSE_LN2);
    Ball s = x.midpoint().minus(LN2.times(k)).scaled(-HALVINGS);
    Ball sum = INVERSE_FACTORIAL[TERMS - 1];
    for (int j = TERMS - 2; j >= 0; j--) {
      sum = sum.times(s).plus(INVERSE_FACTORIAL[j]);
    }
    sum = sum.withRadius(Ball.up(sum.radius() + 0x1p-130));
    for (int j = 0; j < HALVINGS; j++) {
      sum = sum.square();
    }
    if (d > 0.0) {
      sum = sum.withRadius(Ball.up(sum.radius() + sum.magnitude() * Ball.up(d + d * d)));
    }
    return sum.scaled((int) k);
  }

  /**
   * {@code ln(1 + x)} for {@code x > -1}. With {@code y} near it and {@code d = (1 + x) e^-y - 1}:
   * {@code y + ln(1 + d)}, and {@code ln(1 + d)} is {@code d - d^2/2 + d^3/3} up to {@code d^4 / (4
   * (1 - |d|)^4)}. Small {@code x} are {@code d} themselves.
   */
  static Ball log1p(Ball x) {
    if (x.magnitude() <= 0x1p-20) {
      return nearOne(x);
    }
    Ball whole = Ball.ONE.plus(x);
    if (!(whole.lower() > 0.0) || !(whole.upper() < 0x1p1000)) {
      return Ball.of(0.0, 0.0, Double.POSITIVE_INFINITY);
    }
    // Where the number comes from does not matter: the next line measures how wrong it is.
    Ball y = Ball.of(StrictMath.log(whole.hi()));
    Ball d = whole.times(y.negate().exp()).plus(-1.0);
    if (d.magnitude() <= 0x1p-20) {
      return y.plus(nearOne(d));
    }
    // A wide argument: from the logarithms of its ends.
    if (whole.radius() == 0.0) {
      return Ball.of(0.0, 0.0, Double.POSITIVE_INFINITY);
    }
    double low = log1p(Ball.of(x.lower())).lower();
    double high = log1p(Ball.of(x.upper())).upper();
    return Ball.of(Interval.of(low, high));
  }

  /** The series up to the fifth power, for {@code |d| <= 2^-20}: the remainder is below d^6/5. */
  private static Ball nearOne(Ball d) {
    Ball sum = Ball.ONE.dividedBy(Ball.of(5.0));
    for (int k = 4; k >= 1; k--) {
      Ball next = Ball.ONE.dividedBy(Ball.of(k));
      sum = next.minus(sum.times(d));
    }
    double m = d.magnitude();
    Ball value = sum.times(d);
    return value.withRadius(Ball.up(value.radius() + m * m * m * (m * m * m)));
  }

  /**
   * {@code x - x^3/3 + 2 x^5/15} for {@code |x| <= 2^-19}: the series alternates with falling
   * terms, so that the remainder is at most the next one, {@code 17 |x|^7 / 315}.
   */
  static Ball smallTanh(Ball x) {
    Ball square = x.square();
    Ball inner = square.times(Ball.of(2.0).dividedBy(Ball.of(15.0)));
    Ball factor = Ball.ONE.plus(square.times(inner.minus(Ball.ONE.dividedBy(Ball.of(3.0)))));
    double m = x.magnitude();
    Ball value = x.times(factor);
    return value.withRadius(Ball.up(value.radius() + m * m * m * (m * m * m * m)));
  }
}
