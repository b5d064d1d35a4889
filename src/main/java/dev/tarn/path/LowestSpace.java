package dev.tarn.path;

import dev.tarn.linear.Vectors;

/**
 * The lowest eigenspace of the Hessian at a saddle. Its basis does not depend on rounding: the
 * first vector points to the coordinate axis nearest to the space, the second one to the axis
 * nearest to what is left of the space, and so on.
 *
 * @param curvature the eigenvalue
 * @param basis orthonormal vectors that span the eigenspace
 */
record LowestSpace(double curvature, double[][] basis) {
  private static final double DEGENERACY = 1e-6;

  /** The lowest eigenspace of modes that were resolved at the saddle. */
  static LowestSpace of(LocalModes modes, int n) {
    double[] values = modes.values();
    int multiplicity = 1;
    while (multiplicity < modes.count()
        && values[multiplicity] - values[0] <= DEGENERACY * -values[0]) {
      multiplicity++;
    }
    // Row i: the projection of coordinate axis i onto the space, less what the basis holds.
    double[][] axes = new double[n][multiplicity];
    for (int k = 0; k < multiplicity; k++) {
      for (int i = 0; i < n; i++) {
        axes[i][k] = modes.vectors()[k * n + i];
      }
    }
    double[][] basis = new double[multiplicity][n];
    for (double[] vector : basis) {
      double[] nearest = nearest(axes).clone();
      double scale = 1.0 / Math.sqrt(Vectors.dot(nearest, nearest));
      for (int k = 0; k < multiplicity; k++) {
        nearest[k] *= scale;
      }
      for (int k = 0; k < multiplicity; k++) {
        for (int i = 0; i < n; i++) {
          vector[i] += nearest[k] * modes.vectors()[k * n + i];
        }
      }
      for (double[] axis : axes) {
        Vectors.remove(nearest, axis);
      }
    }
    return new LowestSpace(values[0], basis);
  }

  /** The longest of some vectors, to the tolerance the first one. */
  private static double[] nearest(double[][] axes) {
    double[] nearest = axes[0];
    double largest = 0.0;
    for (double[] axis : axes) {
      double square = Vectors.dot(axis, axis);
      if (square > largest * (1.0 + DEGENERACY)) {
        largest = square;
        nearest = axis;
      }
    }
    return nearest;
  }

  int multiplicity() {
    return basis.length;
  }

  /** The vector of the full space with some coordinates in the eigenspace. */
  double[] direction(double[] coordinates) {
    double[] direction = new double[basis[0].length];
    for (int k = 0; k < basis.length; k++) {
      Vectors.add(direction, coordinates[k], basis[k]);
    }
    return direction;
  }
}
