package dev.tarn.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The four operations and roots against BigDecimal, 400 hostile operands for each seed. */
class ArithmeticProperties {
  private static final int CASES = 400;
  private static final BigDecimal BEYOND =
      new BigDecimal(Double.MAX_VALUE).multiply(BigDecimal.TEN);

  @Property(tries = 200, seed = "20261126")
  void intervalsHoldTheExactResult(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Interval x = Exact.interval(random);
      Interval y = Exact.interval(random);
      BigDecimal a = Exact.of(Exact.inside(x, random));
      BigDecimal b = Exact.of(Exact.inside(y, random));
      check(x.plus(y), a.add(b), x, y);
      check(x.minus(y), a.subtract(b), x, y);
      check(x.times(y), a.multiply(b), x, y);
      check(x.times(y.lower()), a.multiply(Exact.of(y.lower())), x, y);
      check(x.square(), a.multiply(a), x, y);
      if (y.lower() > 0.0 || y.upper() < 0.0) {
        require(Exact.holdsQuotient(x.dividedBy(y), a, b), "quotient", x, y);
      }
      if (x.lower() >= 0.0) {
        require(Exact.holdsRoot(x.sqrt(), a), "root", x, y);
      }
    }
  }

  private static void check(Interval result, BigDecimal exact, Interval x, Interval y) {
    // Beyond the largest double only the infinite bound counts.
    if (!Exact.holdsExactly(result, exact.min(BEYOND).max(BEYOND.negate()))) {
      throw new AssertionError(exact + " is not in " + result + ", from " + x + " and " + y);
    }
  }

  @Property(tries = 150, seed = "20261126")
  void ballsHoldTheExactResult(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Ball x = ball(random);
      Ball y = ball(random);
      BigDecimal a = Exact.inside(x, random);
      BigDecimal b = Exact.inside(y, random);
      check(x.plus(y), a.add(b), x, y);
      check(x.minus(y), a.subtract(b), x, y);
      check(x.times(y), a.multiply(b), x, y);
      check(x.square(), a.multiply(a), x, y);
      if (y.mignitude() > 0.0) {
        Ball quotient = x.dividedBy(y);
        require(isOpen(quotient) || Exact.holdsQuotient(quotient, a, b), "quotient", x, y);
      }
      if (x.lower() > 0.0) {
        Ball root = x.sqrt();
        require(isOpen(root) || Exact.holdsRoot(root, a), "root", x, y);
      }
    }
  }

  private static Ball ball(SplittableRandom random) {
    double hi = Exact.any(random);
    double lo = hi * 0x1p-54 * random.nextDouble();
    double radius =
        random.nextInt(3) == 0 ? 0.0 : Math.abs(hi) * Math.scalb(1.0, -random.nextInt(120));
    return Ball.of(hi, lo, radius);
  }

  private static void check(Ball result, BigDecimal exact, Ball x, Ball y) {
    if (!isOpen(result) && !Exact.holdsExactly(result, exact)) {
      throw new AssertionError(exact + " is not in " + result + ", from " + x + " and " + y);
    }
  }

  /** Whether a ball holds everything. */
  private static boolean isOpen(Ball ball) {
    return ball.radius() == Double.POSITIVE_INFINITY;
  }

  private static void require(boolean holds, String what, Object x, Object y) {
    if (!holds) {
      throw new AssertionError("the " + what + " is lost, from " + x + " and " + y);
    }
  }

  @Property(tries = 50, seed = "20261126")
  void ballsOfOneNumberLoseOnlyRounding(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Ball x = Ball.of(Exact.everyday(random) + 3.0);
      Ball y = Ball.of(Exact.everyday(random), 0x1p-90, 0.0);
      for (Ball result : new Ball[] {x.plus(y), x.times(y), x.minus(y)}) {
        assertThat(result.radius()).isLessThanOrEqualTo(0x1p-102 * Math.abs(result.hi()) + 1e-300);
      }
      if (x.mignitude() > 1e-3 && y.mignitude() > 0.0) {
        Ball quotient = y.dividedBy(x);
        assertThat(quotient.radius())
            .isLessThanOrEqualTo(0x1p-99 * Math.abs(quotient.hi()) + 1e-300);
      }
    }
  }

  @Property(tries = 200, seed = "20261126")
  void wholeNumbersStayExact(@ForAll int a, @ForAll short b) {
    assertThat(Interval.of(a).plus(Interval.of(b))).isEqualTo(Interval.of((double) a + b));
    assertThat(Interval.of(a).times(Interval.of(b))).isEqualTo(Interval.of((double) a * b));
  }
}
