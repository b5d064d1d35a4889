package dev.tarn.linear;

/**
 * Which of the lowest Ritz pairs of a symmetric matrix are to converge, and how well. Ritz values
 * are upper bounds: as many eigenvalues are negative as Ritz values are, or more. Immutable.
 */
interface EigenvalueAim {

  /** How many pairs are wanted at most. */
  int most();

  /**
   * How many pairs are wanted.
   *
   * @param values the Ritz values as they stand, ascending; not modified
   * @param size how many of them there are
   */
  int wanted(double[] values, int size);

  /**
   * The residual norm that is enough.
   *
   * @param value the Ritz value of a pair that is wanted
   */
  double enough(double value);

  /**
   * The residual norm that is enough for the pair beyond these, once another start is in the space.
   *
   * @param value its Ritz value
   */
  double roughly(double value);

  /** A number of eigenvalues, each to a part of its magnitude. */
  record Values(int most, double tolerance) implements EigenvalueAim {
    private static final double NEXT_TOLERANCE = 0.1;

    @Override
    public int wanted(double[] values, int size) {
      return most;
    }

    @Override
    public double enough(double value) {
      return tolerance * Math.abs(value);
    }

    @Override
    public double roughly(double value) {
      return NEXT_TOLERANCE * Math.abs(value);
    }
  }

  /** The negative ones and the first that is not, with their signs. */
  record Signs(int most, double part, double zero) implements EigenvalueAim {
    @Override
    public int wanted(double[] values, int size) {
      int wanted = 1;
      while (wanted < most && wanted <= size && values[wanted - 1] < 0.0) {
        wanted++;
      }
      return wanted;
    }

    @Override
    public double enough(double value) {
      return part * Math.max(Math.abs(value), zero);
    }

    @Override
    public double roughly(double value) {
      return Math.abs(value);
    }
  }
}
