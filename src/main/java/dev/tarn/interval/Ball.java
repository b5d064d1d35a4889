package dev.tarn.interval;

/**
 * A closed ball of real numbers: a midpoint {@code hi + lo}, the unevaluated sum of two doubles
 * ({@code hi} is the double nearest to it), and a radius. About 32 digits.
 *
 * <p>Sums and products of midpoints are Algorithms 6 (AccurateDWPlusDW) and 12 (DWTimesDW3) of
 * Joldes, Muller and Popescu, Tight and rigorous error bounds for basic building blocks of
 * double-word arithmetic, ACM Trans. Math. Software 44, 15res (2017): relative errors below {@code
 * 3u^2 / (1 - 4u)} and {@code 5u^2} with {@code u = 2^-53}, if nothing underflows. {@link #ERROR}
 * is {@code 8u^2}. Where something underflows, each of the at most eight operations is off by no
 * more than {@code 2^-1075}; {@link #TINY} covers that. Quotients and roots are checked by their
 * residual, so that they need no bound of their own.
 *
 * <p>A ball of infinite radius is the real line. Immutable.
 */
public final class Ball implements Enclosure<Ball> {
  static final double ERROR = 0x1p-103;
  static final double TINY = 0x1p-1060;

  /** Zero. */
  public static final Ball ZERO = new Ball(0.0, 0.0, 0.0);

  /** One. */
  public static final Ball ONE = new Ball(1.0, 0.0, 0.0);

  private static final Ball LINE = new Ball(0.0, 0.0, Double.POSITIVE_INFINITY);

  private final double hi;
  private final double lo;
  private final double radius;

  private Ball(double hi, double lo, double radius) {
    this.hi = hi;
    this.lo = lo;
    this.radius = radius;
  }

  /** A number. */
  public static Ball of(double value) {
    return of(value, 0.0, 0.0);
  }

  /**
   * A ball around the sum of two doubles.
   *
   * @param hi the larger one
   * @param lo the other, at most half a unit in the last place of {@code hi}
   * @param radius 0 or more
   */
  public static Ball of(double hi, double lo, double radius) {
    double sum = hi + lo;
    if (!Double.isFinite(sum) || !(radius < Double.POSITIVE_INFINITY)) {
      return LINE;
    }
    if (sum != hi) {
      double error = Sums.errorOfSum(hi, lo, sum);
      return new Ball(sum, error, radius);
    }
    return new Ball(hi, lo, radius);
  }

  /** The smallest ball, but for rounding, that holds an interval. */
  public static Ball of(Interval interval) {
    double middle = 0.5 * interval.lower() + 0.5 * interval.upper();
    return of(
        middle,
        0.0,
        Math.max(Math.nextUp(interval.upper() - middle), Math.nextUp(middle - interval.lower())));
  }

  /** The double nearest to the midpoint. */
  public double hi() {
    return hi;
  }

  /** What is left of the midpoint. */
  public double lo() {
    return lo;
  }

  public double radius() {
    return radius;
  }

  /** The same midpoint without a radius. */
  public Ball midpoint() {
    return new Ball(hi, lo, 0.0);
  }

  /** The same midpoint with another radius. */
  public Ball withRadius(double other) {
    return of(hi, lo, other);
  }

  /** A number that none of the ball is below. */
  public double lower() {
    return Math.nextDown(hi + Math.nextDown(lo - radius));
  }

  /** A number that none of the ball is above. */
  public double upper() {
    return Math.nextUp(hi + Math.nextUp(lo + radius));
  }

  /** A number that no magnitude in the ball is above. */
  public double magnitude() {
    return up(Math.abs(hi) + Math.abs(lo) + radius);
  }

  /** A positive number that no magnitude in the ball is below, or 0 if there is none. */
  public double mignitude() {
    return Math.max(0.0, Math.max(lower(), -upper()));
  }

  /** Enlarges a sum of few non-negative terms, each of few roundings, beyond its own rounding. */
  static double up(double value) {
    // Ten operations are off by (1 + 2^-53)^10 < 1 + 2^-49 at most.
    return value * (1.0 + 0x1p-48) + TINY;
  }

  @Override
  public Ball constant(double value) {
    return of(value);
  }

  @Override
  public Ball negate() {
    return new Ball(-hi, -lo, radius);
  }

  @Override
  public Ball plus(Ball other) {
    double sh = hi + other.hi;
    double sl = Sums.errorOfSum(hi, other.hi, sh);
    double th = lo + other.lo;
    double tl = Sums.errorOfSum(lo, other.lo, th);
    double c = sl + th;
    double vh = sh + c;
    double vl = c - (vh - sh);
    double w = tl + vl;
    double zh = vh + w;
    double zl = w - (zh - vh);
    double exact = sl == 0.0 && th == 0.0 ? 0.0 : ERROR * Math.abs(zh);
    double r = radius + other.radius + exact;
    return make(zh, zl, r == 0.0 ? 0.0 : up(r));
  }

  @Override
  public Ball minus(Ball other) {
    return plus(other.negate());
  }

  @Override
  public Ball times(Ball other) {
    double ch = hi * other.hi;
    double cl1 = Math.fma(hi, other.hi, -ch);
    double tl0 = lo * other.lo;
    double tl1 = Math.fma(hi, other.lo, tl0);
    double cl2 = Math.fma(lo, other.hi, tl1);
    double cl3 = cl1 + cl2;
    double zh = ch + cl3;
    double zl = cl3 - (zh - ch);
    double r =
        up(
            Math.abs(hi) * other.radius
                + (Math.abs(other.hi) + other.radius) * radius
                + ERROR * Math.abs(zh));
    return make(zh, zl, r);
  }

  @Override
  public Ball times(double value) {
    return times(of(value));
  }

  /** Times a power of two. */
  Ball scaled(int exponent) {
    // Digits that fall below the smallest double are covered by TINY.
    return make(
        Math.scalb(hi, exponent), Math.scalb(lo, exponent), up(Math.scalb(radius, exponent)));
  }

  @Override
  public Ball square() {
    return times(this);
  }

  @Override
  public Ball dividedBy(Ball other) {
    double least = other.mignitude();
    if (least == 0.0) {
      return LINE;
    }
    double q1 = hi / other.hi;
    Ball rest = midpoint().minus(other.midpoint().times(of(q1)));
    double q2 = rest.hi / other.hi;
    Ball quotient = sum(q1, q2);
    // |x/y - q| = |x - q y| / |y|
    double error = minus(quotient.times(other)).magnitude() / least;
    return quotient.withRadius(up(error));
  }

  @Override
  public Ball sqrt() {
    if (!(lower() > 0.0)) {
      return hi == 0.0 && lo == 0.0 && radius == 0.0 ? ZERO : LINE;
    }
    double s = Math.sqrt(hi);
    Ball rest = midpoint().minus(of(s).square());
    Ball root = sum(s, rest.hi / (2.0 * s));
    // |sqrt(x) - r| = |x - r^2| / (sqrt(x) + r)
    double error = minus(root.square()).magnitude() / root.lower();
    return root.withRadius(up(error));
  }

  private static Ball sum(double a, double b) {
    double s = a + b;
    return make(s, Sums.errorOfSum(a, b, s), 0.0);
  }

  private static Ball make(double hi, double lo, double radius) {
    return Double.isFinite(hi) && radius < Double.POSITIVE_INFINITY
        ? new Ball(hi, lo, radius)
        : LINE;
  }

  @Override
  public Ball exp() {
    return Series.exp(this);
  }

  @Override
  public Ball softplus() {
    return hi > 0.0 ? plus(Series.log1p(negate().exp())) : Series.log1p(exp());
  }

  @Override
  public Curve<Ball> tanhCurve() {
    boolean small = Math.abs(hi) < 0x1p-20 && radius < 0x1p-20;
    Ball e = (hi > 0.0 ? negate() : this).scaled(1).exp();
    Ball r = ONE.dividedBy(ONE.plus(e));
    Ball size = ONE.minus(e).times(r);
    Ball value = small ? Series.smallTanh(this) : hi > 0.0 ? size : size.negate();
    Ball slope = e.times(r.square()).scaled(2);
    return new Curve<>(value, slope, value.times(slope).scaled(1).negate());
  }

  @Override
  public Curve<Ball> logisticCurve() {
    boolean positive = hi > 0.0;
    Ball e = (positive ? negate() : this).exp();
    Ball large = ONE.dividedBy(ONE.plus(e));
    Ball small = e.times(large);
    Ball value = positive ? large : small;
    Ball slope = small.times(large);
    Ball curvature = slope.times(positive ? small.minus(large) : large.minus(small));
    return new Curve<>(value, slope, curvature);
  }

  @Override
  public Ball negativePart() {
    return upper() <= 0.0 ? this : lower() >= 0.0 ? ZERO : of(Interval.of(lower(), 0.0));
  }

  @Override
  public Ball belowZero() {
    return upper() < 0.0 ? ONE : lower() > 0.0 ? ZERO : new Ball(0.5, 0.0, 0.5);
  }

  @Override
  public String toString() {
    return hi + " + " + lo + " +- " + radius;
  }
}
