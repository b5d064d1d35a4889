package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.interval.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Proves that a gradient vanishes at one point near a given one, and at one only.
 *
 * <p>With an approximate inverse {@code Y} of the Hessian at the centre {@code c}, Krawczyk's
 * operator maps the box {@code X = c +- r} into
 *
 * <pre>
 *   K(X) = c - Y g(c) + (1 - Y H(X)) (X - c),    |K(X) - c| <= d + M r,    d = |Y g(c)|,  M = |1 - Y H(X)|
 * </pre>
 *
 * <p>If {@code d + M r < r} in every component, {@code X} holds exactly one zero, and it lies in
 * {@code K(X)} (Krawczyk, Computing 4, 187, 1969; Moore, SIAM J. Numer. Anal. 14, 611, 1977). And
 * if {@code M s < s} for some positive {@code s}, every matrix of {@code H(X)} is regular, so that
 * the gradient takes no value twice in {@code X}: uniqueness alone, for boxes as large as that
 * allows.
 *
 * <p>The centre is a double-double, refined by Newton's method with {@code g} in double-double and
 * {@code Y} in double; the residual is enclosed in double-double balls, since next to a soft
 * direction it has to be far below the rounding of doubles.
 */
final class Krawczyk {
  private static final int NEWTON_STEPS = 40;
  private static final int INFLATIONS = 40;
  private static final int SMALLEST_EXPONENT = -44;

  private final Equations equations;
  private final int n;
  private final double[] inverse;

  private Krawczyk(Equations equations, double[] inverse) {
    this.equations = equations;
    this.n = equations.size();
    this.inverse = inverse;
  }

  /**
   * Proves a zero.
   *
   * @param start a point near it
   * @throws NotProven if that does not succeed
   */
  static Zero prove(Equations equations, double[] start) throws NotProven {
    int n = equations.size();
    Ball[] centre = new Ball[n];
    Arrays.setAll(centre, i -> Ball.of(start[i]));
    if (n == 0) {
      return new Zero(centre, Double.POSITIVE_INFINITY);
    }
    double[] inverse = new double[0];
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      if (step < 3) {
        inverse = inverse(equations, centre);
      }
      double[] newton = product(inverse, equations.gradient(centre), n);
      double longest = 0.0;
      for (int i = 0; i < n; i++) {
        longest = Math.max(longest, Math.abs(newton[i]));
      }
      if (!(longest < Double.POSITIVE_INFINITY)) {
        throw new NotProven("Newton's method leaves the numbers");
      }
      if (step > 3 && longest >= 0.5 * last) {
        break;
      }
      last = longest;
      for (int i = 0; i < n; i++) {
        centre[i] = centre[i].minus(Ball.of(newton[i])).midpoint();
      }
    }
    Krawczyk krawczyk = new Krawczyk(equations, inverse(equations, centre));
    return krawczyk.zero(centre);
  }

  /**
   * A set that holds every zero in a box: Krawczyk's image of it. If the image is inside the box,
   * there is exactly one; if the two have nothing in common, there is none.
   *
   * @param hessian the Hessian over the box
   * @return the image; empty if the Hessian in the middle has no inverse
   */
  static Optional<Interval[]> image(Equations equations, Interval[] box, Interval[] hessian) {
    int n = box.length;
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    IntervalMatrix h = IntervalMatrix.of(hessian, n);
    if (!h.isFinite() || !CommonOps_DDRM.invert(new DMatrixRMaj(n, n, true, h.middle()), inverse)) {
      return Optional.empty();
    }
    double[] m = IntervalMatrix.of(inverse.data, n).times(h).distanceFromUnit();
    Ball[] centre = new Ball[n];
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      double middle = box[i].middle();
      centre[i] = Ball.of(middle);
      r[i] = Math.nextUp(Math.max(box[i].upper() - middle, middle - box[i].lower()));
    }
    Ball[] gradient = equations.gradient(centre);
    Interval[] image = new Interval[n];
    for (int i = 0; i < n; i++) {
      Ball newton = centre[i];
      double reach = 0.0;
      for (int j = 0; j < n; j++) {
        newton = newton.minus(gradient[j].times(inverse.data[i * n + j]));
        reach += m[i * n + j] * r[j];
      }
      if (!(reach < Double.POSITIVE_INFINITY)) {
        return Optional.empty();
      }
      Interval half = Interval.of(-IntervalMatrix.up(reach), IntervalMatrix.up(reach));
      image[i] = Interval.of(newton).plus(half);
    }
    return Optional.of(image);
  }

  private static double[] inverse(Equations equations, Ball[] centre) throws NotProven {
    int n = centre.length;
    Interval[] point = new Interval[n];
    Arrays.setAll(point, i -> Interval.of(centre[i].hi()));
    DMatrixRMaj matrix =
        new DMatrixRMaj(n, n, true, IntervalMatrix.of(equations.hessian(point), n).middle());
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!CommonOps_DDRM.invert(matrix, inverse)) {
      throw new NotProven("the Hessian is singular to rounding");
    }
    return inverse.data;
  }

  /** The product with the midpoints of a vector, in doubles. */
  private static double[] product(double[] matrix, Ball[] vector, int n) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        product[i] += matrix[i * n + j] * vector[j].hi();
      }
    }
    return product;
  }

  private Zero zero(Ball[] centre) throws NotProven {
    double[] d = residual(equations.gradient(centre));
    double[] r = new double[n];
    Arrays.setAll(r, i -> 2.0 * d[i] + Double.MIN_NORMAL);
    double worst = Double.POSITIVE_INFINITY;
    for (int k = 0; k < INFLATIONS; k++) {
      double[] m = contraction(centre, r);
      double[] image = image(d, m, r);
      if (isInside(image, r)) {
        // The zero is in the image, which lies in the box that M holds for: once more, tighter.
        double[] tight = image(d, m, image(d, m, image));
        Ball[] box = new Ball[n];
        Arrays.setAll(box, i -> centre[i].withRadius(Math.min(tight[i], image[i])));
        double least = Arrays.stream(r).min().getAsDouble();
        return new Zero(box, Math.max(least, uniqueness(centre, r)));
      }
      worst = largestRowSum(m);
      for (int i = 0; i < n; i++) {
        // Where d + M r has a fixed point, 1.1 times it is a box that is mapped into itself.
        r[i] = 1.1 * image[i] + Double.MIN_NORMAL;
      }
      if (!Arrays.stream(r).allMatch(Double::isFinite)) {
        break;
      }
    }
    throw new NotProven(
        worst >= 1.0
            ? "the Hessian is too near to a singular one: |1 - Y H| reaches " + rounded(worst)
            : "Krawczyk's operator maps no box into itself");
  }

  private static String rounded(double value) {
    return Double.isFinite(value)
        ? String.format(java.util.Locale.ROOT, "%.2g", value)
        : "infinity";
  }

  /** {@code |Y g|}, bounded from above. */
  private double[] residual(Ball[] gradient) {
    double[] d = new double[n];
    for (int i = 0; i < n; i++) {
      Ball sum = Ball.ZERO;
      for (int j = 0; j < n; j++) {
        sum = sum.plus(gradient[j].times(inverse[i * n + j]));
      }
      d[i] = sum.magnitude();
    }
    return d;
  }

  /** {@code M = |1 - Y H(c +- r)|}, bounded from above. */
  private double[] contraction(Ball[] centre, double[] r) {
    Interval[] box = new Interval[n];
    Arrays.setAll(box, i -> Interval.of(centre[i].withRadius(r[i])));
    IntervalMatrix hessian = IntervalMatrix.of(equations.hessian(box), n);
    return IntervalMatrix.of(inverse, n).times(hessian).distanceFromUnit();
  }

  /** {@code d + M r}, bounded from above. */
  private double[] image(double[] d, double[] m, double[] r) {
    double[] image = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = d[i];
      for (int j = 0; j < n; j++) {
        sum += m[i * n + j] * r[j];
      }
      image[i] = IntervalMatrix.up(sum) + IntervalMatrix.UNDERFLOW;
    }
    return image;
  }

  private boolean isInside(double[] image, double[] r) {
    for (int i = 0; i < n; i++) {
      if (!(image[i] < r[i])) {
        return false;
      }
    }
    return true;
  }

  private double largestRowSum(double[] m) {
    double largest = 0.0;
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int j = 0; j < n; j++) {
        sum += m[i * n + j];
      }
      largest = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(largest, sum);
    }
    return IntervalMatrix.up(largest);
  }

  /** The largest power of two, the same for all variables, for which the box has one zero. */
  private double uniqueness(Ball[] centre, double[] proven) {
    double least = Arrays.stream(proven).max().getAsDouble();
    double[] r = new double[n];
    for (int exponent = -1; exponent >= SMALLEST_EXPONENT; exponent -= 2) {
      double half = Math.scalb(1.0, exponent);
      if (half <= least) {
        return 0.0;
      }
      if (isUnique(centre, r, half)) {
        return isUnique(centre, r, 2.0 * half) ? 2.0 * half : half;
      }
    }
    return 0.0;
  }

  private boolean isUnique(Ball[] centre, double[] r, double radius) {
    Arrays.fill(r, radius);
    return largestRowSum(contraction(centre, r)) < 1.0;
  }
}
