package dev.tarn.kinetics;

/**
 * Arithmetic without subtraction: positive numbers as themselves, or as their logarithms where they
 * do not fit into a double.
 *
 * <p>What is computed by additions, multiplications and divisions of positive numbers alone keeps
 * the relative precision of its input (Grassmann, Taksar and Heyman, Oper. Res. 33, 1107, 1985):
 * there is nothing to cancel. The elimination of {@link Elimination} needs no more than that, so it
 * runs in either arithmetic.
 */
enum Semifield {
  /** A number stands for itself. */
  LINEAR {
    @Override
    double of(double log) {
      return StrictMath.exp(log);
    }

    @Override
    double log(double value) {
      return StrictMath.log(value);
    }

    @Override
    double zero() {
      return 0.0;
    }

    @Override
    double plus(double a, double b) {
      return a + b;
    }

    @Override
    double times(double a, double b) {
      return a * b;
    }

    @Override
    double over(double a, double b) {
      return a / b;
    }
  },
  /** A number stands for the exponential of itself: slower, and of any size. */
  LOGARITHMIC {
    @Override
    double of(double log) {
      return log;
    }

    @Override
    double log(double value) {
      return value;
    }

    @Override
    double zero() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    double plus(double a, double b) {
      double larger = Math.max(a, b);
      double difference = Math.min(a, b) - larger;
      // Also where one of them is zero, or both.
      return difference > NEGLIGIBLE
          ? larger + StrictMath.log1p(StrictMath.exp(difference))
          : larger;
    }

    @Override
    double times(double a, double b) {
      return a + b;
    }

    @Override
    double over(double a, double b) {
      return a - b;
    }
  };

  /** Below, a summand changes no bit of the other one. */
  private static final double NEGLIGIBLE = -38.0;

  /** The number of a logarithm. */
  abstract double of(double log);

  /** The logarithm of a number. */
  abstract double log(double value);

  abstract double zero();

  abstract double plus(double a, double b);

  abstract double times(double a, double b);

  abstract double over(double a, double b);
}
