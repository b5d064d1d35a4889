package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitSlopes.OF_UNIT;

import dev.tarn.interval.Interval;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What the mean value theorem says of a box: every point {@code x} of it satisfies {@code F(c) + J
 * (x - c) = F(x)} with some matrix J of the derivatives over the box.
 *
 * <p>First the {@code S} and {@code C}, which are functions of the units' weights, are eliminated:
 * rows combined with numbers near the inverse of their block, so that what is left is the gradient
 * of the energy's minimum over them. This excludes boxes where the Hessian may be singular. Then
 * Krawczyk's operator, with all variables. Not thread-safe.
 */
final class UnitNewton {
  /** What became of a box. */
  enum Outcome {
    EMPTY,
    /** Made smaller, or left as it was. */
    OPEN,
    /** The operator maps the box into itself, so that there is exactly one zero. */
    ONE
  }

  private final UnitSlopes slopes;
  private final int size;
  private final int outputs;
  private final Interval[] centre;
  private final Interval[] terms;
  private final double[] spread;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj inverse;
  private final DMatrixRMaj block;
  private final DMatrixRMaj blockInverse;

  UnitNewton(double lambda, int units) {
    slopes = new UnitSlopes(lambda, units);
    size = slopes.size();
    outputs = slopes.outputs();
    centre = new Interval[size];
    terms = new Interval[size];
    spread = new double[size];
    matrix = new DMatrixRMaj(size, size);
    inverse = new DMatrixRMaj(size, size);
    block = new DMatrixRMaj(outputs, outputs);
    blockInverse = new DMatrixRMaj(outputs, outputs);
  }

  /**
   * Which variable but {@code C} makes the reduced gradient least certain, by the last {@link
   * #improve}; of several the first.
   */
  int widest() {
    int widest = 0;
    for (int k = 1; k < size - 1; k++) {
      widest = spread[k] > spread[widest] ? k : widest;
    }
    return widest;
  }

  /** Makes a box, which is changed, smaller. */
  Outcome improve(Interval[] x) {
    Interval[] j = slopes.derivatives(x).clone();
    Arrays.setAll(centre, i -> Interval.of(x[i].middle()));
    Interval[] f = slopes.values(centre).clone();
    for (int i = 0; i < size; i++) {
      Interval row = f[i];
      for (int k = 0; k < size; k++) {
        row = row.plus(j[i * size + k].times(x[k].minus(centre[k])));
        spread[k] = x[k].width();
      }
      if (!row.contains(0.0)) {
        return Outcome.EMPTY;
      }
    }
    return reduce(x, f, j) ? krawczyk(x, f, j) : Outcome.EMPTY;
  }

  /** Eliminates the {@code S} and {@code C}; false if the box is empty. */
  private boolean reduce(Interval[] x, Interval[] f, Interval[] j) {
    for (int i = 0; i < outputs; i++) {
      for (int k = 0; k < outputs; k++) {
        block.set(i, k, j[i * size + slopes.variable(k)].middle());
      }
    }
    if (!CommonOps_DDRM.invert(block, blockInverse)
        || !Arrays.stream(blockInverse.data).allMatch(Double::isFinite)) {
      return true;
    }
    for (int i = outputs - 1; i >= 0; i--) {
      int own = slopes.variable(i);
      Interval image = centre[own];
      for (int k = 0; k < size; k++) {
        Interval row = k == own ? Interval.ONE : Interval.ZERO;
        for (int l = 0; l < outputs; l++) {
          row = row.minus(j[l * size + k].times(blockInverse.get(i, l)));
        }
        image = image.plus(row.times(x[k].minus(centre[k])));
      }
      for (int l = 0; l < outputs; l++) {
        image = image.minus(f[l].times(blockInverse.get(i, l)));
      }
      if (!narrow(x, own, image)) {
        return false;
      }
    }
    Arrays.fill(spread, 0.0);
    for (int row = outputs; row < size; row++) {
      if (!reduce(x, f, j, row)) {
        return false;
      }
    }
    return true;
  }

  /**
   * One equation of a unit without the {@code S} and {@code C}, as far as numbers can take them
   * out.
   */
  private boolean reduce(Interval[] x, Interval[] f, Interval[] j, int row) {
    Interval value = f[row];
    Interval[] coefficients = Arrays.copyOfRange(j, row * size, (row + 1) * size);
    for (int l = 0; l < outputs; l++) {
      double factor = 0.0;
      for (int i = 0; i < outputs; i++) {
        factor += j[row * size + slopes.variable(i)].middle() * blockInverse.get(i, l);
      }
      value = value.minus(f[l].times(factor));
      for (int k = 0; k < size; k++) {
        coefficients[k] = coefficients[k].minus(j[l * size + k].times(factor));
      }
    }
    Interval all = value;
    for (int k = 0; k < size; k++) {
      terms[k] = coefficients[k].times(x[k].minus(centre[k]));
      spread[k] += terms[k].width();
      all = all.plus(terms[k]);
    }
    if (!all.contains(0.0)) {
      return false;
    }
    for (int k = 0; k < size - 1; k++) {
      if (k % OF_UNIT != S && !coefficients[k].contains(0.0)) {
        Interval rest = value;
        for (int l = 0; l < size; l++) {
          rest = l == k ? rest : rest.plus(terms[l]);
        }
        if (!narrow(x, k, centre[k].minus(rest.dividedBy(coefficients[k])))) {
          return false;
        }
        terms[k] = coefficients[k].times(x[k].minus(centre[k]));
      }
    }
    return true;
  }

  private Outcome krawczyk(Interval[] x, Interval[] f, Interval[] j) {
    for (int i = 0; i < j.length; i++) {
      matrix.data[i] = j[i].middle();
    }
    if (!CommonOps_DDRM.invert(matrix, inverse)
        || !Arrays.stream(inverse.data).allMatch(Double::isFinite)) {
      return Outcome.OPEN;
    }
    boolean inside = true;
    for (int i = 0; i < size; i++) {
      Interval image = centre[i];
      for (int k = 0; k < size; k++) {
        Interval row = k == i ? Interval.ONE : Interval.ZERO;
        for (int l = 0; l < size; l++) {
          row = row.minus(j[l * size + k].times(inverse.data[i * size + l]));
        }
        image = image.minus(f[k].times(inverse.data[i * size + k]));
        image = image.plus(row.times(x[k].minus(centre[k])));
      }
      inside &= x[i].lower() < image.lower() && image.upper() < x[i].upper();
      if (!narrow(x, i, image)) {
        return Outcome.EMPTY;
      }
    }
    return inside ? Outcome.ONE : Outcome.OPEN;
  }

  private static boolean narrow(Interval[] x, int i, Interval by) {
    return UnitContractor.narrow(x, i, by);
  }

  /** Newton's method from the middle of a box, in doubles: where its point is, about. */
  double[] approach(Interval[] x) {
    double[] at = new double[size];
    Arrays.setAll(at, i -> x[i].middle());
    Interval[] point = new Interval[size];
    for (int step = 0; step < 30; step++) {
      for (int i = 0; i < size; i++) {
        if (!Double.isFinite(at[i])) {
          return at;
        }
        point[i] = Interval.of(at[i]);
      }
      Interval[] j = slopes.derivatives(point);
      for (int i = 0; i < j.length; i++) {
        matrix.data[i] = j[i].middle();
      }
      if (!CommonOps_DDRM.invert(matrix, inverse)) {
        return at;
      }
      Interval[] f = slopes.values(point);
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          at[i] -= inverse.data[i * size + k] * f[k].middle();
        }
      }
    }
    return at;
  }
}
