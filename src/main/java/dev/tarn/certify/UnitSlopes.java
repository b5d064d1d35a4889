package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitShape.EXAMPLES;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * The equations of {@link UnitContractor}, for one unit or several, as functions, and their
 * derivatives, over a box of {@code (m, w_1, w_2, S)} of each unit and, last, {@code C}: {@code z_d
 * = C - sum_j S_j h_jd}. In the order {@code C}, {@code S} of each unit, {@code b, w_1, w_2} of
 * each unit; left minus right side. Not thread-safe.
 */
final class UnitSlopes {
  /** How many variables a unit has. */
  static final int OF_UNIT = 4;

  private static final int OF_C = 0;
  private static final int WEIGHTS = 3;

  private final double lambda;
  private final int units;
  private final int size;
  private final UnitShape[] shapes;
  private final Interval[] values;
  private final Interval[] entries;

  UnitSlopes(double lambda, int units) {
    this.lambda = lambda;
    this.units = units;
    size = OF_UNIT * units + 1;
    shapes = new UnitShape[units];
    Arrays.setAll(shapes, j -> new UnitShape());
    values = new Interval[size];
    entries = new Interval[size * size];
  }

  /** The number of variables, and of equations. */
  int size() {
    return size;
  }

  /** The number of the equations of the outputs, which are the first. */
  int outputs() {
    return units + 1;
  }

  /** The variable of an equation of the outputs. */
  int variable(int output) {
    return output == OF_C ? size - 1 : OF_UNIT * (output - 1) + S;
  }

  private int firstOf(int unit) {
    return outputs() + WEIGHTS * unit;
  }

  private void enter(Interval[] x) {
    for (int j = 0; j < units; j++) {
      shapes[j].enter(Arrays.copyOfRange(x, OF_UNIT * j, OF_UNIT * j + WEIGHTS));
    }
  }

  /** Whether an example counts for the bias or a weight: its input there is 1. */
  private static boolean counts(int d, int component) {
    return component == 0 || (component == 1 ? d >= 2 : d % 2 == 1);
  }

  private Interval z(Interval[] x, int d) {
    Interval z = x[size - 1];
    for (int j = 0; j < units; j++) {
      z = z.minus(x[OF_UNIT * j + S].times(shapes[j].value(d)));
    }
    return z;
  }

  /**
   * The functions' values over a box, best at a point.
   *
   * @return the values; overwritten by the next call
   */
  Interval[] values(Interval[] x) {
    enter(x);
    Interval[] a = new Interval[EXAMPLES];
    Interval ofC = x[size - 1].times(8.0 * lambda);
    for (int d = 0; d < EXAMPLES; d++) {
      // The slope is a constant and this; the constants are in what the shape gives.
      a[d] = Enclosed.tanh(z(x, d).times(0.5));
      ofC = ofC.plus(a[d]);
    }
    values[OF_C] = ofC;
    for (int j = 0; j < units; j++) {
      ofUnit(x, j, a);
    }
    return values;
  }

  private void ofUnit(Interval[] x, int unit, Interval[] a) {
    UnitShape shape = shapes[unit];
    Interval strength = x[OF_UNIT * unit + S];
    Interval ofS = strength.times(8.0 * lambda).minus(shape.offer());
    Interval[] sums = {
      shape.offerByBias(), shape.slopeDifference(3, 2), shape.slopeDifference(3, 1)
    };
    for (int d = 0; d < EXAMPLES; d++) {
      ofS = ofS.minus(a[d].times(shape.value(d)));
      Interval share = a[d].times(shape.slopeOf(d));
      for (int k = 0; k < sums.length; k++) {
        sums[k] = counts(d, k) ? sums[k].plus(share) : sums[k];
      }
    }
    values[1 + unit] = ofS;
    for (int k = 0; k < sums.length; k++) {
      Interval weight = k == 0 ? shape.argument(0) : x[OF_UNIT * unit + (k == 1 ? W1 : W2)];
      values[firstOf(unit) + k] = weight.times(16.0 * lambda).minus(strength.times(sums[k]));
    }
  }

  /**
   * The derivatives over a box, row by row.
   *
   * @return the derivatives; overwritten by the next call
   */
  Interval[] derivatives(Interval[] x) {
    enter(x);
    Arrays.fill(entries, Interval.ZERO);
    add(OF_C, size - 1, Interval.of(8.0 * lambda));
    for (int j = 0; j < units; j++) {
      int at = OF_UNIT * j;
      add(1 + j, at + S, Interval.of(8.0 * lambda));
      add(firstOf(j), at + M, Interval.of(8.0 * lambda));
      add(firstOf(j), at + W1, Interval.of(-8.0 * lambda));
      add(firstOf(j), at + W2, Interval.of(-8.0 * lambda));
      add(firstOf(j) + 1, at + W1, Interval.of(16.0 * lambda));
      add(firstOf(j) + 2, at + W2, Interval.of(16.0 * lambda));
    }
    for (int d = 0; d < EXAMPLES; d++) {
      addExample(x, d);
    }
    return entries;
  }

  private void add(int row, int column, Interval value) {
    entries[row * size + column] = entries[row * size + column].plus(value);
  }

  private void addExample(Interval[] x, int d) {
    Interval z = z(x, d);
    Interval n = UnitContractor.slope(d, z);
    Interval curve = Enclosed.bell(z.times(0.5)).times(0.5);
    add(OF_C, size - 1, curve);
    for (int j = 0; j < units; j++) {
      Interval h = shapes[j].value(d);
      Interval s = shapes[j].slopeOf(d);
      Interval strength = x[OF_UNIT * j + S];
      for (int i = 0; i < units; i++) {
        // What the curvature of the loss couples, and the unit's own slopes.
        Interval byP = x[OF_UNIT * i + S].times(curve).times(shapes[i].slopeOf(d));
        Interval byS = curve.times(shapes[i].value(d));
        Interval mixed = byP.times(h);
        Interval unit = byP.times(s);
        Interval onStrength = strength.times(byS).times(s);
        if (i == j) {
          mixed = mixed.minus(n.times(s));
          unit = unit.plus(n.times(h).times(s).times(2.0));
          onStrength = onStrength.minus(n.times(s));
        }
        unit = strength.times(unit);
        int at = OF_UNIT * i;
        for (int k = M; k <= W2; k++) {
          double slope = UnitShape.slope(d, k);
          if (i == j) {
            add(OF_C, at + k, byP.times(-slope));
          }
          add(1 + j, at + k, mixed.times(slope));
          addWeights(j, d, at + k, unit.times(slope));
        }
        if (i == j) {
          add(OF_C, at + S, byS.negate());
        }
        add(1 + j, at + S, byS.times(h));
        addWeights(j, d, at + S, onStrength);
      }
      add(1 + j, size - 1, curve.times(h).negate());
      addWeights(j, d, size - 1, strength.times(curve).times(s).negate());
    }
  }

  private void addWeights(int unit, int d, int column, Interval value) {
    for (int component = 0; component < WEIGHTS; component++) {
      if (counts(d, component)) {
        add(firstOf(unit) + component, column, value);
      }
    }
  }
}
