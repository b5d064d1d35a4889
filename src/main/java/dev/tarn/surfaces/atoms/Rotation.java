package dev.tarn.surfaces.atoms;

import dev.tarn.linear.SymmetricEigen;

/** Orthogonal matrices of three dimensions, row by row. */
final class Rotation {
  private Rotation() {}

  /** Rotates all atoms into another array. */
  static void apply(double[] matrix, double[] r, double[] out) {
    for (int i = 0; i < r.length; i += 3) {
      double x = r[i];
      double y = r[i + 1];
      double z = r[i + 2];
      for (int k = 0; k < 3; k++) {
        out[i + k] = matrix[3 * k] * x + matrix[3 * k + 1] * y + matrix[3 * k + 2] * z;
      }
    }
  }

  /** The matrix with another handedness, or the points inverted. */
  static double[] inverted(double[] matrix) {
    double[] out = new double[matrix.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = -matrix[i];
    }
    return out;
  }

  /**
   * The proper rotation of the first cluster that brings it nearest to the second, atom by atom:
   * the largest eigenvector of a matrix of quaternions (Kearsley, Acta Cryst. A 45, 208, 1989).
   */
  static double[] best(double[] r, double[] onto) {
    double[] q = new double[16];
    for (int i = 0; i < r.length; i += 3) {
      double px = onto[i] + r[i];
      double py = onto[i + 1] + r[i + 1];
      double pz = onto[i + 2] + r[i + 2];
      double mx = onto[i] - r[i];
      double my = onto[i + 1] - r[i + 1];
      double mz = onto[i + 2] - r[i + 2];
      q[0] += mx * mx + my * my + mz * mz;
      q[1] += py * mz - my * pz;
      q[2] += mx * pz - px * mz;
      q[3] += px * my - mx * py;
      q[5] += py * py + pz * pz + mx * mx;
      q[6] += mx * my - px * py;
      q[7] += mx * mz - px * pz;
      q[10] += px * px + pz * pz + my * my;
      q[11] += my * mz - py * pz;
      q[15] += px * px + py * py + mz * mz;
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        q[4 * a + b] = q[4 * b + a];
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(4);
    eigen.decompose(q);
    // The lowest eigenvalue is the sum of squared distances that is left.
    double[] v = eigen.vectors();
    return matrix(v[0], v[1], v[2], v[3]);
  }

  /** The rotation of a unit quaternion. */
  static double[] matrix(double w, double x, double y, double z) {
    return new double[] {
      w * w + x * x - y * y - z * z,
      2.0 * (x * y + w * z),
      2.0 * (x * z - w * y),
      2.0 * (x * y - w * z),
      w * w + y * y - x * x - z * z,
      2.0 * (y * z + w * x),
      2.0 * (x * z + w * y),
      2.0 * (y * z - w * x),
      w * w + z * z - x * x - y * y
    };
  }
}
