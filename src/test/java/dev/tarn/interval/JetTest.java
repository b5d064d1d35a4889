package dev.tarn.interval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** Derivatives against Commons Math's. */
class JetTest {
  private static final double[] AT = {0.3, -1.2, 0.8};

  private static <T extends Scalar<T>> T energy(List<T> x) {
    T a = x.get(0).times(x.get(1)).tanh().plus(x.get(2).square().exp().sqrt());
    T b = x.get(1).logistic().dividedBy(x.get(0).plus(2.0)).minus(x.get(2).times(3.0).softplus());
    return a.times(b).plus(x.get(1).elu());
  }

  private static DerivativeStructure reference() {
    DerivativeStructure[] x = new DerivativeStructure[3];
    for (int i = 0; i < 3; i++) {
      x[i] = new DerivativeStructure(3, 2, i, AT[i]);
    }
    DerivativeStructure one = new DerivativeStructure(3, 2, 1.0);
    DerivativeStructure a = x[0].multiply(x[1]).tanh().add(x[2].multiply(x[2]).exp().sqrt());
    DerivativeStructure b =
        one.divide(one.add(x[1].negate().exp()))
            .divide(x[0].add(2.0))
            .subtract(x[2].multiply(3.0).exp().log1p());
    return a.multiply(b).add(x[1].expm1());
  }

  private static <T extends Enclosure<T>> Jet<T> jet(List<T> values) {
    return energy(Jet.variables(values));
  }

  @Test
  void enclosesValueGradientAndHessian() {
    DerivativeStructure exact = reference();
    Jet<Interval> narrow = jet(List.of(Interval.of(AT[0]), Interval.of(AT[1]), Interval.of(AT[2])));
    Jet<Ball> balls = jet(List.of(Ball.of(AT[0]), Ball.of(AT[1]), Ball.of(AT[2])));
    near(narrow.value(), exact.getValue());
    for (int i = 0; i < 3; i++) {
      int[] order = new int[3];
      order[i]++;
      near(narrow.gradient(i), exact.getPartialDerivative(order));
      assertThat(narrow.gradient(i).meets(Interval.of(balls.gradient(i)))).isTrue();
      assertThat(balls.gradient(i).radius()).isLessThan(1e-28);
      for (int j = 0; j < 3; j++) {
        int[] second = order.clone();
        second[j]++;
        near(narrow.hessian(i, j), exact.getPartialDerivative(second));
        assertThat(narrow.hessian(i, j).meets(Interval.of(balls.hessian(i, j)))).isTrue();
      }
    }
  }

  private static void near(Interval enclosure, double value) {
    // The reference is rounded as well.
    assertThat(enclosure.meets(Interval.around(value, 1e-13))).isTrue();
    assertThat(enclosure.width()).isLessThan(1e-12);
  }

  @Test
  void aBoxHoldsTheDerivativesOfItsPoints() {
    Jet<Interval> box =
        jet(List.of(Interval.of(0.2, 0.4), Interval.of(-1.3, -1.1), Interval.of(0.7, 0.9)));
    Jet<Interval> point = jet(List.of(Interval.of(0.25), Interval.of(-1.13), Interval.of(0.87)));
    for (int i = 0; i < 3; i++) {
      assertThat(box.gradient(i).contains(point.gradient(i))).isTrue();
      for (int j = 0; j < 3; j++) {
        assertThat(box.hessian(i, j).contains(point.hessian(i, j))).isTrue();
      }
    }
  }
}
