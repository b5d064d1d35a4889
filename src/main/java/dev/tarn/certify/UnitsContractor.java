package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitContractor.narrow;
import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;
import static dev.tarn.certify.UnitSlopes.OF_UNIT;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * Makes boxes smaller that may hold a stationary point of the XOR network with several hidden
 * units: {@code (m, w_1, w_2, S)} of each unit and, last, {@code C}.
 *
 * <p>With {@code z_d = C - sum_j S_j h_jd} and {@code n_d = -t_d + A_d}, {@code A_d = tanh(z_d /
 * 2)}, as for one unit ({@link UnitContractor}), the outputs' equations are
 *
 * <pre>
 *   8 lambda C = -sum A_d,    8 lambda S_j = T_j + sum A_d h_jd = T_j - 8 lambda C k + sum A_d (h_jd - k)
 * </pre>
 *
 * <p>for any k, best one near the {@code h_jd}. The tangents of the convex loss ({@link
 * EveryWidth}) add {@code 8 lambda (C^2 + sum S_j^2) <= sum S_j T_j}, and that the product of the
 * four probabilities of the right answers is at least {@code 2^-4 exp(4 lambda (C^2 + sum S_j^2))}.
 * The weights of each unit satisfy {@link UnitWeights}.
 *
 * <p>Changes of the units' signs, exchanges of units and of inputs take every point to one with
 * {@code w_11 >= |w_12|, |w_j1|, |w_j2|} and {@code w_j1 >= 0}. Not thread-safe.
 */
final class UnitsContractor {
  private static final double LEAST_PROBABILITY = 0.0625;

  /** Beyond the edge, so that points with units without weights lie inside. */
  private static final double SLACK = 0.01;

  private final int units;
  private final Interval eightLambda;
  private final double fourLambda;
  private final OutputRoot root;
  private final UnitWeights weights;
  private final UnitShape[] shapes;
  private final Interval[] z = new Interval[EXAMPLES];
  private final Interval[] a = new Interval[EXAMPLES];
  private final Interval[] n = new Interval[EXAMPLES];

  UnitsContractor(double lambda, int units) {
    this.units = units;
    eightLambda = Interval.of(8.0 * lambda);
    fourLambda = 4.0 * lambda;
    root = new OutputRoot(lambda);
    weights = new UnitWeights(lambda);
    shapes = new UnitShape[units];
    Arrays.setAll(shapes, j -> new UnitShape());
  }

  /**
   * Makes a box smaller.
   *
   * @param x the box, which is changed
   * @return false if it holds no stationary point of the sixteenth, or less, that is searched
   */
  boolean contract(Interval[] x) {
    if (!order(x)) {
      return false;
    }
    for (int j = 0; j < units; j++) {
      shapes[j].enter(unit(x, j));
      if (shapes[j].isEmpty()) {
        return false;
      }
    }
    if (!solveOutputs(x)) {
      return false;
    }
    for (int j = 0; j < units; j++) {
      Interval[] own = unit(x, j);
      Interval common = x[OF_UNIT * units];
      Interval ridge = own[S].plus(common.times(Enclosed.tanh(own[M].times(0.5))));
      if (!weights.solve(own, common, shapes[j], n, a, ridge) || shapes[j].isEmpty()) {
        return false;
      }
      System.arraycopy(own, 0, x, OF_UNIT * j, OF_UNIT);
    }
    return true;
  }

  private static Interval[] unit(Interval[] x, int j) {
    return Arrays.copyOfRange(x, OF_UNIT * j, OF_UNIT * (j + 1));
  }

  private boolean order(Interval[] x) {
    double most = x[W1].upper();
    double largest = 0.0;
    for (int j = 0; j < units; j++) {
      int at = OF_UNIT * j;
      if (!narrow(x, at + W1, Interval.of(-Math.min(SLACK, most), most))
          || !narrow(x, at + W2, Interval.of(-most, most))) {
        return false;
      }
      largest = Math.max(largest, Math.max(x[at + W2].mignitude(), x[at + W1].lower()));
    }
    return narrow(x, W1, Interval.of(largest, Double.POSITIVE_INFINITY));
  }

  private boolean solveOutputs(Interval[] x) {
    int c = OF_UNIT * units;
    double[] low = new double[EXAMPLES];
    double[] high = new double[EXAMPLES];
    for (int d = 0; d < EXAMPLES; d++) {
      Interval sum = Interval.ZERO;
      for (int j = 0; j < units; j++) {
        sum = sum.plus(x[OF_UNIT * j + S].times(shapes[j].value(d)));
      }
      low[d] = sum.lower();
      high[d] = sum.upper();
    }
    if (!narrow(x, c, root.of(low, high, Interval.ZERO, Interval.ONE))) {
      return false;
    }
    Interval right = Interval.ONE;
    Interval minusSum = Interval.ZERO;
    for (int d = 0; d < EXAMPLES; d++) {
      z[d] = x[c].minus(Interval.of(low[d], high[d]));
      a[d] = Enclosed.tanh(z[d].times(0.5));
      n[d] = UnitContractor.slope(d, z[d]);
      minusSum = minusSum.minus(a[d]);
      boolean odd = UnitContractor.isOdd(d);
      right = right.times(Enclosed.logistic(odd ? z[d] : z[d].negate()));
    }
    if (!narrow(x, c, minusSum.dividedBy(eightLambda))) {
      return false;
    }
    for (int j = 0; j < units; j++) {
      if (!solveStrength(x, j)) {
        return false;
      }
    }
    return isBelowTangents(x, right.upper());
  }

  /** The two forms of the equation of {@code S_j}. */
  private boolean solveStrength(Interval[] x, int unit) {
    UnitShape shape = shapes[unit];
    Interval values = shape.value(0);
    for (int d = 1; d < EXAMPLES; d++) {
      values = values.hull(shape.value(d));
    }
    Interval k = Interval.of(values.middle());
    Interval plain = shape.offer();
    Interval shifted = shape.offer().minus(x[OF_UNIT * units].times(eightLambda).times(k));
    for (int d = 0; d < EXAMPLES; d++) {
      plain = plain.plus(a[d].times(shape.value(d)));
      shifted = shifted.plus(a[d].times(shape.value(d).minus(k)));
    }
    int at = OF_UNIT * unit + S;
    return narrow(x, at, plain.dividedBy(eightLambda))
        && narrow(x, at, shifted.dividedBy(eightLambda));
  }

  private boolean isBelowTangents(Interval[] x, double right) {
    Interval common = x[OF_UNIT * units].square();
    Interval squares = common;
    Interval surplus = common.times(eightLambda).negate();
    for (int j = 0; j < units; j++) {
      Interval s = x[OF_UNIT * j + S];
      squares = squares.plus(s.square());
      // As a square completed, S occurs once: S (T - 8 lambda S).
      surplus = surplus.plus(surplus(s, shapes[j].offer()));
    }
    // e^u is at least 1 + u + u^2 / 2.
    Interval u = Interval.of(squares.lower()).times(fourLambda);
    Interval least = u.plus(1.0).plus(u.square().times(0.5)).times(LEAST_PROBABILITY);
    return surplus.upper() >= 0.0 && right >= least.lower();
  }

  /** {@code S (T - 8 lambda S) = 8 lambda ((T / (16 lambda))^2 - (S - T / (16 lambda))^2)}. */
  private Interval surplus(Interval s, Interval offer) {
    Interval half = offer.dividedBy(eightLambda).times(0.5);
    Interval completed = half.square().minus(s.minus(half).square()).times(eightLambda);
    Interval plain = s.times(offer.minus(s.times(eightLambda)));
    return Interval.of(
        Math.max(completed.lower(), plain.lower()), Math.min(completed.upper(), plain.upper()));
  }
}
