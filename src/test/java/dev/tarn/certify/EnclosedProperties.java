package dev.tarn.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Functions in doubles against the same in 32 digits, at points and over intervals. */
class EnclosedProperties {
  private static final int CASES = 500;

  private static double argument(SplittableRandom random, double most) {
    return switch (random.nextInt(6)) {
      case 0 -> 0.0;
      case 1 -> (random.nextBoolean() ? 1.0 : -1.0) * Math.scalb(1.0, random.nextInt(-1070, -4));
      case 2 -> 0.05 + random.nextInt(-2, 3) * Math.ulp(0.05);
      case 3 -> random.nextBoolean() ? most : -most;
      default -> (random.nextDouble() - 0.5) * Math.scalb(most, 1 - random.nextInt(12));
    };
  }

  private static void check(
      long seed, double most, UnaryOperator<Interval> fast, UnaryOperator<Ball> exact) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      double x = argument(random, most);
      double y = argument(random, most);
      Interval point = fast.apply(Interval.of(x));
      Interval value = Interval.of(exact.apply(Ball.of(x)));
      assertThat(point.meets(value)).as("%s", x).isTrue();
      // Wider than the value itself by 2^-39 of it, no more, and on both sides.
      assertThat(point.lower()).as("%s", x).isLessThanOrEqualTo(value.upper());
      assertThat(point.upper()).as("%s", x).isGreaterThanOrEqualTo(value.lower());
      assertThat(point.width()).as("%s", x).isLessThanOrEqualTo(4e-12 * point.magnitude() + 1e-300);
      Interval wide = fast.apply(Interval.of(Math.min(x, y), Math.max(x, y)));
      assertThat(wide.meets(value)).as("%s %s", x, y).isTrue();
      double inside = x + random.nextDouble() * (y - x);
      assertThat(wide.meets(Interval.of(exact.apply(Ball.of(inside))))).as("%s", inside).isTrue();
    }
  }

  @Property(tries = 10, seed = "1")
  void tanh(@ForAll long seed) {
    check(seed, 900.0, Enclosed::tanh, Ball::tanh);
  }

  @Property(tries = 10, seed = "2")
  void slopeOfTanh(@ForAll long seed) {
    check(seed, 900.0, Enclosed::bell, x -> x.tanhCurve().slope());
  }

  @Property(tries = 10, seed = "3")
  void logistic(@ForAll long seed) {
    check(seed, 900.0, Enclosed::logistic, Ball::logistic);
  }

  @Property(tries = 10, seed = "4")
  void hyperbolicSine(@ForAll long seed) {
    check(seed, 690.0, Enclosed::sinh, EnclosedProperties::sinh);
  }

  @Property(tries = 10, seed = "5")
  void hyperbolicCosine(@ForAll long seed) {
    check(seed, 690.0, Enclosed::cosh, x -> x.exp().plus(x.negate().exp()).times(0.5));
  }

  /** {@code tanh(x) / x} and {@code x coth x} are inverses. */
  @Property(tries = 10, seed = "6")
  void quotients(@ForAll long seed) {
    check(seed, 900.0, Enclosed::sinc, x -> x.hi() == 0.0 ? Ball.ONE : x.tanh().dividedBy(x));
    check(seed, 900.0, Enclosed::cothTimes, x -> x.hi() == 0.0 ? Ball.ONE : x.dividedBy(x.tanh()));
  }

  /** Below 2^-20 the difference of exponentials has lost too many digits: the series then. */
  private static Ball sinh(Ball x) {
    if (Math.abs(x.hi()) < 0x1p-20) {
      return x.plus(x.square().times(x).dividedBy(Ball.of(6.0)));
    }
    return x.exp().minus(x.negate().exp()).times(0.5);
  }

  @Property(tries = 10, seed = "7")
  void boundOfTheScaledTanh(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      double least = Math.scalb(random.nextDouble(), random.nextInt(-20, 10));
      double most = least + Math.scalb(random.nextDouble(), random.nextInt(-20, 10));
      double x = argument(random, 2.0);
      double s = least + random.nextDouble() * (most - least);
      double bound = Enclosed.mostScaledTanh(x, least, most);
      double value = Math.tanh(0.5 * s * x) / s;
      // 1e-14 of the value is what the JDK's tanh may be off here.
      assertThat(bound)
          .as("%s %s", x, s)
          .isGreaterThanOrEqualTo(value - 1e-14 * Math.abs(value) - 1e-300);
    }
  }
}
