package dev.tarn.network;

/**
 * Comparisons and moves of single hidden units: the five numbers at {@code [o, o + 5)} of an array
 * of parameters, in the order of {@link XorParameters}. Stateless.
 */
final class XorUnits {
  /** The difference up to which two numbers are taken as equal in questions of symmetry. */
  static final double TOLERANCE = 1e-6;

  private static final int UNIT = XorParameters.UNIT;

  private XorUnits() {}

  /** The squared distance of a unit from another one times a sign. */
  static double distance(double[] x, int o, double sign, double[] y, int p) {
    double sum = 0.0;
    for (int c = 0; c < UNIT; c++) {
      double d = x[o + c] - sign * y[p + c];
      sum += d * d;
    }
    return sum;
  }

  /** The squared distance of two units, the better of the two relative signs taken. */
  static double distance(double[] x, int o, double[] y, int p) {
    return distance(x, o, sign(x, o, y, p), y, p);
  }

  /** The sign that brings a unit nearer to another one, 1 or -1. */
  static int sign(double[] x, int o, double[] y, int p) {
    double dot = 0.0;
    for (int c = 0; c < UNIT; c++) {
      dot += x[o + c] * y[p + c];
    }
    return dot < 0.0 ? -1 : 1;
  }

  /** Whether two units of a point are equal up to sign. */
  static boolean alike(double[] x, int j, int k) {
    return distance(x, UNIT * j, x, UNIT * k) <= TOLERANCE * TOLERANCE;
  }

  static boolean isZero(double[] x, int j) {
    for (int c = 0; c < UNIT; c++) {
      if (Math.abs(x[UNIT * j + c]) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** Exchanges the weights from the two inputs, in every unit. */
  static void swapInputs(double[] x, int units) {
    for (int o = 0; o < UNIT * units; o += UNIT) {
      double first = x[o + 2];
      x[o + 2] = x[o + 3];
      x[o + 3] = first;
    }
  }

  /** Copies a unit to a place of another array, with a sign, and without negative zeros. */
  static void place(double[] from, int unit, double sign, double[] to, int place) {
    for (int c = 0; c < UNIT; c++) {
      to[UNIT * place + c] = sign * from[UNIT * unit + c] + 0.0;
    }
  }
}
