package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.C;
import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitContractor.SIZE;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W2;

import dev.tarn.interval.Interval;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What the mean value theorem says of a box: every point {@code x} of it satisfies {@code F(c) + J
 * (x - c) = F(x)} with some matrix J of the derivatives over the box.
 *
 * <p>First {@code S} and {@code C}, which are functions of the unit's weights, are eliminated: rows
 * combined with numbers near the inverse of their block, so that what is left is the gradient of
 * the energy's minimum over them. This excludes boxes where the Hessian may be singular. Then
 * Krawczyk's operator, with all five. Not thread-safe.
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
  private final Interval[] centre = new Interval[SIZE];
  private final Interval[] terms = new Interval[SIZE];
  private final double[] spread = new double[SIZE];
  private final DMatrixRMaj matrix = new DMatrixRMaj(SIZE, SIZE);
  private final DMatrixRMaj inverse = new DMatrixRMaj(SIZE, SIZE);

  UnitNewton(double lambda) {
    slopes = new UnitSlopes(lambda);
  }

  /**
   * Which of {@code m, w_1, w_2, S} makes the reduced gradient least certain, by the last {@link
   * #improve}; of several the first.
   */
  int widest() {
    int widest = 0;
    for (int k = 1; k <= S; k++) {
      widest = spread[k] > spread[widest] ? k : widest;
    }
    return widest;
  }

  /** Makes a box, which is changed, smaller. */
  Outcome improve(Interval[] x) {
    Interval[] j = slopes.derivatives(x).clone();
    Arrays.setAll(centre, i -> Interval.of(x[i].middle()));
    Interval[] f = slopes.values(centre).clone();
    for (int i = 0; i < SIZE; i++) {
      Interval row = f[i];
      for (int k = 0; k < SIZE; k++) {
        row = row.plus(j[i * SIZE + k].times(x[k].minus(centre[k])));
        spread[k] = x[k].width();
      }
      if (!row.contains(0.0)) {
        return Outcome.EMPTY;
      }
    }
    return reduce(x, f, j) ? krawczyk(x, f, j) : Outcome.EMPTY;
  }

  /** Eliminates {@code S} and {@code C}; false if the box is empty. */
  private boolean reduce(Interval[] x, Interval[] f, Interval[] j) {
    double a = j[S].middle();
    double b = j[C].middle();
    double c = j[SIZE + S].middle();
    double d = j[SIZE + C].middle();
    double determinant = a * d - b * c;
    double[] block = {d / determinant, -b / determinant, -c / determinant, a / determinant};
    if (!Arrays.stream(block).allMatch(Double::isFinite)) {
      return true;
    }
    for (int i = 0; i < 2; i++) {
      int own = S + i;
      double first = block[2 * i];
      double second = block[2 * i + 1];
      Interval image = centre[own].minus(f[0].times(first)).minus(f[1].times(second));
      for (int k = 0; k < SIZE; k++) {
        Interval unit = k == own ? Interval.ONE : Interval.ZERO;
        Interval row = unit.minus(j[k].times(first)).minus(j[SIZE + k].times(second));
        image = image.plus(row.times(x[k].minus(centre[k])));
      }
      if (!narrow(x, own, image)) {
        return false;
      }
    }
    Arrays.fill(spread, 0.0);
    for (int row = UnitSlopes.FIRST_OF_UNIT; row < SIZE; row++) {
      if (!reduce(x, f, j, row, block)) {
        return false;
      }
    }
    return true;
  }

  /**
   * One equation of the unit without {@code S} and {@code C}, as far as numbers can take them out.
   */
  private boolean reduce(Interval[] x, Interval[] f, Interval[] j, int row, double[] block) {
    double byS = j[row * SIZE + S].middle();
    double byC = j[row * SIZE + C].middle();
    double first = byS * block[0] + byC * block[2];
    double second = byS * block[1] + byC * block[3];
    Interval value = f[row].minus(f[0].times(first)).minus(f[1].times(second));
    Interval all = value;
    Interval[] coefficients = new Interval[SIZE];
    for (int k = 0; k < SIZE; k++) {
      coefficients[k] = j[row * SIZE + k].minus(j[k].times(first)).minus(j[SIZE + k].times(second));
      terms[k] = coefficients[k].times(x[k].minus(centre[k]));
      spread[k] += terms[k].width();
      all = all.plus(terms[k]);
    }
    if (!all.contains(0.0)) {
      return false;
    }
    for (int k = M; k <= W2; k++) {
      if (!coefficients[k].contains(0.0)) {
        Interval rest = value;
        for (int l = 0; l < SIZE; l++) {
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
    for (int i = 0; i < SIZE; i++) {
      Interval image = centre[i];
      for (int k = 0; k < SIZE; k++) {
        Interval row = k == i ? Interval.ONE : Interval.ZERO;
        for (int l = 0; l < SIZE; l++) {
          row = row.minus(j[l * SIZE + k].times(inverse.data[i * SIZE + l]));
        }
        image = image.minus(f[k].times(inverse.data[i * SIZE + k]));
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
    double[] at = new double[SIZE];
    Arrays.setAll(at, i -> x[i].middle());
    Interval[] point = new Interval[SIZE];
    for (int step = 0; step < 30; step++) {
      for (int i = 0; i < SIZE; i++) {
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
      for (int i = 0; i < SIZE; i++) {
        for (int k = 0; k < SIZE; k++) {
          at[i] -= inverse.data[i * SIZE + k] * f[k].middle();
        }
      }
    }
    return at;
  }
}
