package dev.tarn.interval;

/**
 * A closed interval of real numbers between two doubles, {@code lower <= upper}, either of which
 * may be infinite.
 *
 * <p>Bounds are rounded outwards: a result in IEEE arithmetic is the double nearest to the exact
 * one, which therefore lies between its neighbours; where the rounding error has the harmless sign,
 * which error-free transformations tell, the double itself is the bound. Immutable.
 */
public final class Interval implements Enclosure<Interval> {
  /** Zero. */
  public static final Interval ZERO = new Interval(0.0, 0.0);

  /** One. */
  public static final Interval ONE = new Interval(1.0, 1.0);

  private static final Interval UNIT = new Interval(0.0, 1.0);
  private static final Interval LINE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final double lower;
  private final double upper;

  private Interval(double lower, double upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * The numbers between two.
   *
   * @throws IllegalArgumentException if the lower one is above the upper one, or one is NaN
   */
  public static Interval of(double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("no interval has the bounds " + lower + ", " + upper);
    }
    return new Interval(lower, upper);
  }

  /** One number. */
  public static Interval of(double value) {
    return of(value, value);
  }

  /** What holds a ball. */
  public static Interval of(Ball ball) {
    return new Interval(ball.lower(), ball.upper());
  }

  /** The numbers that are at most {@code radius} away from a midpoint. */
  public static Interval around(double middle, double radius) {
    return of(Sums.addDown(middle, -radius), Sums.addUp(middle, radius));
  }

  public double lower() {
    return lower;
  }

  public double upper() {
    return upper;
  }

  /** A double near the middle, inside; 0 for the real line. */
  public double middle() {
    double middle = 0.5 * lower + 0.5 * upper;
    return Double.isFinite(middle) ? Math.min(upper, Math.max(lower, middle)) : 0.0;
  }

  /** The width, rounded up. */
  public double width() {
    return Sums.addUp(upper, -lower);
  }

  /** The largest magnitude. */
  public double magnitude() {
    return Math.max(-lower, upper);
  }

  /** The smallest magnitude. */
  public double mignitude() {
    return Math.max(0.0, Math.max(lower, -upper));
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public boolean contains(Interval other) {
    return lower <= other.lower && other.upper <= upper;
  }

  /** Whether some number is in both. */
  public boolean meets(Interval other) {
    return lower <= other.upper && other.lower <= upper;
  }

  /** The smallest interval that holds both. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  @Override
  public Interval constant(double value) {
    return of(value);
  }

  @Override
  public Interval negate() {
    return new Interval(-upper, -lower);
  }

  @Override
  public Interval plus(Interval other) {
    return new Interval(Sums.addDown(lower, other.lower), Sums.addUp(upper, other.upper));
  }

  @Override
  public Interval minus(Interval other) {
    return new Interval(Sums.addDown(lower, -other.upper), Sums.addUp(upper, -other.lower));
  }

  @Override
  public Interval times(Interval other) {
    if (lower >= 0.0) {
      return other.timesPositive(lower, upper);
    }
    if (upper <= 0.0) {
      return other.timesPositive(-upper, -lower).negate();
    }
    if (other.lower >= 0.0) {
      return timesPositive(other.lower, other.upper);
    }
    if (other.upper <= 0.0) {
      return timesPositive(-other.upper, -other.lower).negate();
    }
    return new Interval(
        Math.min(Sums.multiplyDown(lower, other.upper), Sums.multiplyDown(upper, other.lower)),
        Math.max(Sums.multiplyUp(lower, other.lower), Sums.multiplyUp(upper, other.upper)));
  }

  /** Times the numbers between two that are not negative. */
  private Interval timesPositive(double least, double most) {
    return new Interval(
        Sums.multiplyDown(lower, lower >= 0.0 ? least : most),
        Sums.multiplyUp(upper, upper >= 0.0 ? most : least));
  }

  @Override
  public Interval times(double value) {
    return value >= 0.0 ? timesPositive(value, value) : timesPositive(-value, -value).negate();
  }

  @Override
  public Interval dividedBy(Interval other) {
    if (other.lower <= 0.0 && other.upper >= 0.0) {
      return LINE;
    }
    if (other.upper < 0.0) {
      return negate().dividedBy(other.negate());
    }
    return new Interval(
        Sums.divideDown(lower, lower >= 0.0 ? other.upper : other.lower),
        Sums.divideUp(upper, upper >= 0.0 ? other.lower : other.upper));
  }

  @Override
  public Interval square() {
    double least = mignitude();
    double most = magnitude();
    return new Interval(
        Math.max(0.0, Sums.multiplyDown(least, least)), Sums.multiplyUp(most, most));
  }

  @Override
  public Interval sqrt() {
    if (lower < 0.0) {
      return LINE;
    }
    // The root is correctly rounded.
    return new Interval(
        Math.max(0.0, Math.nextDown(Math.sqrt(lower))), Math.nextUp(Math.sqrt(upper)));
  }

  @Override
  public Interval exp() {
    return new Interval(Math.max(0.0, Ball.of(lower).exp().lower()), Ball.of(upper).exp().upper());
  }

  @Override
  public Interval softplus() {
    double high = Ball.of(upper).softplus().upper();
    return new Interval(Math.max(0.0, Ball.of(lower).softplus().lower()), high);
  }

  @Override
  public Curve<Interval> tanhCurve() {
    Curve<Ball> low = Ball.of(clamped(lower)).tanhCurve();
    Curve<Ball> high = lower == upper ? low : Ball.of(clamped(upper)).tanhCurve();
    Interval value =
        new Interval(Math.max(-1.0, low.value().lower()), Math.min(1.0, high.value().upper()));
    Interval slope = bell(low.slope(), high.slope(), 1.0);
    return new Curve<>(value, slope, value.times(slope).times(-2.0));
  }

  @Override
  public Curve<Interval> logisticCurve() {
    Curve<Ball> low = Ball.of(clamped(lower)).logisticCurve();
    Curve<Ball> high = lower == upper ? low : Ball.of(clamped(upper)).logisticCurve();
    Interval value =
        new Interval(Math.max(0.0, low.value().lower()), Math.min(1.0, high.value().upper()));
    Interval slope = bell(low.slope(), high.slope(), 0.25);
    return new Curve<>(value, slope, slope.times(ONE.minus(value.times(2.0))));
  }

  /** Infinite bounds, and those at which the functions are constant to all digits. */
  private static double clamped(double value) {
    return Math.max(-1e300, Math.min(1e300, value));
  }

  /** The range of an even function that falls from its top at zero, given its ends. */
  private Interval bell(Ball low, Ball high, double top) {
    double least = Math.max(0.0, Math.min(low.lower(), high.lower()));
    double most = contains(0.0) ? top : Math.min(top, Math.max(low.upper(), high.upper()));
    return new Interval(least, most);
  }

  @Override
  public Interval negativePart() {
    return new Interval(Math.min(lower, 0.0), Math.min(upper, 0.0));
  }

  @Override
  public Interval belowZero() {
    return upper < 0.0 ? ONE : lower > 0.0 ? ZERO : UNIT;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interval interval && lower == interval.lower && upper == interval.upper;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(lower + 0.0) + Double.hashCode(upper + 0.0);
  }

  @Override
  public String toString() {
    return "[" + lower + ", " + upper + "]";
  }
}
