package dev.tarn.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Elementary functions against series in 75 digits. */
class ElementaryProperties {
  private static final int CASES = 40;

  @Property(tries = 15, seed = "20261126")
  void exponential(@ForAll long seed) {
    check(seed, 200.0, Ball::exp, Exact::exp);
  }

  @Property(tries = 15, seed = "20261126")
  void hyperbolicTangent(@ForAll long seed) {
    check(seed, 30.0, Ball::tanh, Exact::tanh);
  }

  @Property(tries = 15, seed = "20261126")
  void slopeOfTanh(@ForAll long seed) {
    check(
        seed, 30.0, x -> x.tanhCurve().slope(), x -> BigDecimal.ONE.subtract(Exact.tanh(x).pow(2)));
  }

  @Property(tries = 15, seed = "20261126")
  void logistic(@ForAll long seed) {
    check(seed, 60.0, Ball::logistic, Exact::logistic);
  }

  @Property(tries = 15, seed = "20261126")
  void curvatureOfLogistic(@ForAll long seed) {
    check(
        seed,
        60.0,
        x -> x.logisticCurve().curvature(),
        x -> {
          BigDecimal p = Exact.logistic(x);
          BigDecimal q = Exact.logistic(x.negate());
          return p.multiply(q).multiply(q.subtract(p));
        });
  }

  /** The exponential of {@code ln(1 + e^x)} is {@code 1 + e^x}. */
  @Property(tries = 15, seed = "20261126")
  void softplus(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Ball x = argument(random, 60.0);
      Ball y = x.softplus();
      BigDecimal exact = BigDecimal.ONE.add(Exact.exp(Exact.middle(x)));
      BigDecimal low = Exact.exp(Exact.middle(y).subtract(Exact.of(y.radius())));
      BigDecimal high = Exact.exp(Exact.middle(y).add(Exact.of(y.radius())));
      assertThat(low).isLessThanOrEqualTo(exact);
      assertThat(high).isGreaterThanOrEqualTo(exact);
      assertThat(y.radius()).isLessThanOrEqualTo(1e-27 + 2.0 * x.radius());
    }
  }

  private static Ball argument(SplittableRandom random, double most) {
    double hi =
        random.nextInt(4) == 0
            ? Exact.any(random) % most
            : (2.0 * random.nextDouble() - 1.0) * most;
    double radius = random.nextBoolean() ? 0.0 : Math.scalb(1.0, -random.nextInt(4, 120));
    return Ball.of(hi, hi * 0x1p-55 * random.nextDouble(), radius);
  }

  private static void check(
      long seed, double most, UnaryOperator<Ball> function, UnaryOperator<BigDecimal> exact) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Ball x = argument(random, most);
      Ball y = function.apply(x);
      BigDecimal middle = exact.apply(Exact.middle(x));
      assertThat(Exact.holds(y, middle)).as("%s at %s", y, x).isTrue();
      assertThat(Exact.holds(y, exact.apply(Exact.inside(x, random)))).as("%s", x).isTrue();
      // Tight: 28 digits of what is not lost to the radius of the argument.
      double scale = Math.max(1.0, Math.abs(y.hi()));
      if (x.radius() < 0x1p-10) {
        assertThat(y.radius()).isLessThanOrEqualTo(scale * (1e-27 + 8.0 * x.radius()));
      }
    }
  }

  @Property(tries = 15, seed = "20261126")
  void intervalsHoldTheValuesInside(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < CASES; k++) {
      Interval x = Exact.interval(random);
      double at = Exact.inside(x, random);
      BigDecimal t = Exact.of(Math.max(-700.0, Math.min(700.0, at)));
      holds(x.exp(), at > 700.0 || at < -700.0 ? null : Exact.exp(Exact.of(at)), x);
      BigDecimal tanh =
          Math.abs(at) > 70.0 ? BigDecimal.valueOf(Math.signum(at)) : Exact.tanh(Exact.of(at));
      holds(x.tanh(), tanh, x);
      holds(x.tanhCurve().slope(), BigDecimal.ONE.subtract(tanh.pow(2)), x);
      BigDecimal logistic = Exact.logistic(t);
      holds(x.logistic(), at == t.doubleValue() ? logistic : null, x);
    }
  }

  private static void holds(Interval y, @Nullable BigDecimal exact, Interval x) {
    if (exact != null) {
      // The reference itself is rounded.
      BigDecimal slack = new BigDecimal("1e-55");
      assertThat(Exact.of(y.lower())).as("%s at %s", y, x).isLessThanOrEqualTo(exact.add(slack));
      assertThat(Exact.of(y.upper()))
          .as("%s at %s", y, x)
          .isGreaterThanOrEqualTo(exact.subtract(slack));
    }
  }

  @Example
  void hugeAndInfiniteArguments() {
    Interval line = Interval.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat(line.tanh()).isEqualTo(Interval.of(-1.0, 1.0));
    assertThat(line.exp()).isEqualTo(Interval.of(0.0, Double.POSITIVE_INFINITY));
    assertThat(line.logistic()).isEqualTo(Interval.of(0.0, 1.0));
    assertThat(line.tanhCurve().slope()).isEqualTo(Interval.of(0.0, 1.0));
    assertThat(Interval.of(1e308).tanh().lower()).isGreaterThan(1.0 - 1e-15);
    assertThat(Interval.of(1000.0).exp().upper()).isInfinite();
    assertThat(Interval.of(-1000.0).exp().upper()).isLessThan(1e-300);
    assertThat(Interval.of(Double.MIN_VALUE).tanh().magnitude()).isLessThan(1e-300);
    assertThat(Interval.of(0.0).dividedBy(Interval.of(-1.0, 1.0))).isEqualTo(line);
    assertThat(Interval.of(-1.0, 1.0).sqrt()).isEqualTo(line);
  }

  @Example
  void eluAndItsSlopeMeetAtZero() {
    Curve<Interval> across = Curve.elu(Interval.of(-0.5, 0.5));
    assertThat(across.curvature().contains(Interval.of(0.0, 1.0))).isTrue();
    assertThat(across.slope().contains(1.0)).isTrue();
    Function<Double, Double> elu = x -> Interval.of(x).elu().middle();
    assertThat(elu.apply(2.0)).isEqualTo(2.0);
    assertThat(elu.apply(-2.0)).isCloseTo(Math.expm1(-2.0), offset(1e-15));
  }
}
