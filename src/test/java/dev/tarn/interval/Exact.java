package dev.tarn.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** Numbers of every size, and what functions of them are to 60 digits. */
final class Exact {
  static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal SMALL = new BigDecimal("1e-75");
  private static final BigDecimal HUGE = new BigDecimal("1e1000");

  private Exact() {}

  /** A double: any bits, subnormal, huge, whole, next to one another, or of everyday size. */
  static double any(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> {
        double bits = Double.longBitsToDouble(random.nextLong());
        yield Double.isFinite(bits) ? bits : 0.0;
      }
      case 1 -> random.nextInt(-4, 5);
      case 2 -> Math.scalb((double) random.nextInt(-9, 10), random.nextInt(-1080, 1020));
      case 3 -> random.nextBoolean() ? Double.MIN_VALUE : -Double.MAX_VALUE;
      case 4 -> 1.0 + random.nextInt(-3, 4) * Math.ulp(1.0);
      default -> everyday(random);
    };
  }

  static double everyday(SplittableRandom random) {
    return (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(-30, 8));
  }

  static Interval interval(SplittableRandom random) {
    double a = any(random);
    double b = random.nextInt(3) == 0 ? a : any(random);
    return Interval.of(Math.min(a, b), Math.max(a, b));
  }

  /** A number inside an interval. */
  static double inside(Interval interval, SplittableRandom random) {
    double t = random.nextDouble();
    double x = interval.lower() * (1.0 - t) + interval.upper() * t;
    return random.nextInt(3) == 0
        ? (random.nextBoolean() ? interval.lower() : interval.upper())
        : Math.max(interval.lower(), Math.min(interval.upper(), x));
  }

  static BigDecimal of(double value) {
    return value == Double.POSITIVE_INFINITY
        ? HUGE
        : value == Double.NEGATIVE_INFINITY ? HUGE.negate() : new BigDecimal(value);
  }

  /** Whether a number that is rounded to 60 digits is inside, as far as one can tell. */
  static boolean holds(Interval interval, BigDecimal value) {
    BigDecimal slack = value.abs().movePointLeft(58);
    return of(interval.lower()).compareTo(value.add(slack)) <= 0
        && of(interval.upper()).compareTo(value.subtract(slack)) >= 0;
  }

  /** Whether the distance from the midpoint is at most the radius, as far as 60 digits tell. */
  static boolean holds(Ball ball, BigDecimal value) {
    BigDecimal middle = of(ball.hi()).add(of(ball.lo()));
    BigDecimal slack = value.abs().movePointLeft(58);
    return middle.subtract(value).abs().compareTo(of(ball.radius()).add(slack)) <= 0;
  }

  /** Whether a number that is known exactly is inside. */
  static boolean holdsExactly(Interval interval, BigDecimal value) {
    return of(interval.lower()).compareTo(value) <= 0 && of(interval.upper()).compareTo(value) >= 0;
  }

  /** The same for a ball. */
  static boolean holdsExactly(Ball ball, BigDecimal value) {
    return middle(ball).subtract(value).abs().compareTo(of(ball.radius())) <= 0;
  }

  /** Whether {@code a / b} is inside, by products, which are exact: nothing is divided. */
  static boolean holdsQuotient(Interval interval, BigDecimal a, BigDecimal b) {
    BigDecimal numerator = b.signum() < 0 ? a.negate() : a;
    BigDecimal divisor = b.abs();
    return of(interval.lower()).multiply(divisor).compareTo(numerator) <= 0
        && of(interval.upper()).multiply(divisor).compareTo(numerator) >= 0;
  }

  /** The same for a ball. */
  static boolean holdsQuotient(Ball ball, BigDecimal a, BigDecimal b) {
    BigDecimal distance = middle(ball).multiply(b).subtract(a).abs();
    return distance.compareTo(of(ball.radius()).multiply(b.abs())) <= 0;
  }

  /** Whether the root of a number is inside, by squares, which are exact. */
  static boolean holdsRoot(Interval interval, BigDecimal a) {
    return isRootBetween(of(interval.lower()), of(interval.upper()), a);
  }

  /** The same for a ball. */
  static boolean holdsRoot(Ball ball, BigDecimal a) {
    BigDecimal radius = of(ball.radius());
    return isRootBetween(middle(ball).subtract(radius), middle(ball).add(radius), a);
  }

  private static boolean isRootBetween(BigDecimal lower, BigDecimal upper, BigDecimal a) {
    return (lower.signum() <= 0 || lower.multiply(lower).compareTo(a) <= 0)
        && upper.signum() >= 0
        && upper.multiply(upper).compareTo(a) >= 0;
  }

  static BigDecimal middle(Ball ball) {
    return of(ball.hi()).add(of(ball.lo()));
  }

  /** A number inside a ball. */
  static BigDecimal inside(Ball ball, SplittableRandom random) {
    double share = random.nextInt(3) == 0 ? 1.0 : random.nextDouble();
    BigDecimal offset = of(ball.radius()).multiply(of(random.nextBoolean() ? share : -share));
    return middle(ball).add(offset);
  }

  /** {@code e^x} by halving the argument and the series. */
  static BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    // Digits beyond 1e-400 change none of the 75 that are computed.
    BigDecimal r = x.scale() > 400 ? x.setScale(400, RoundingMode.HALF_EVEN) : x;
    while (r.abs().compareTo(new BigDecimal("0.01")) > 0) {
      r = r.multiply(new BigDecimal("0.5"), new MathContext(90));
      halvings++;
    }
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    MathContext digits = new MathContext(75);
    for (int k = 1; term.abs().compareTo(SMALL) > 0; k++) {
      term = term.multiply(r, digits).divide(BigDecimal.valueOf(k), digits);
      sum = sum.add(term, digits);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum, digits);
    }
    return sum;
  }

  static BigDecimal logistic(BigDecimal x) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate())), DIGITS);
  }

  static BigDecimal tanh(BigDecimal x) {
    if (x.abs().compareTo(new BigDecimal("1e-15")) < 0) {
      // The next term is 1e-90 of the first.
      BigDecimal square = x.multiply(x, DIGITS);
      BigDecimal two = square.multiply(new BigDecimal("2")).divide(new BigDecimal("5"), DIGITS);
      BigDecimal bracket = square.multiply(two.subtract(BigDecimal.ONE), DIGITS);
      return x.add(x.multiply(bracket, DIGITS).divide(new BigDecimal("3"), DIGITS));
    }
    BigDecimal e = exp(x.add(x).negate());
    return BigDecimal.ONE.subtract(e).divide(BigDecimal.ONE.add(e), DIGITS);
  }
}
