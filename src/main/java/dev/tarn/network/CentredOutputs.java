package dev.tarn.network;

/**
 * The space in which the outputs of a softmax add up to zero: all that it feels of them. Its
 * orthonormal basis is Helmert's (F. R. Helmert, Astronomische Nachrichten 88, 113, 1876), of
 * {@code C - 1} vectors for {@code C} outputs: {@code (-1, ..., -1, k, 0, ..., 0) / sqrt(k(k + 1))}
 * with {@code k} times -1, for {@code k = 1 .. C - 1}. For two outputs the coordinate is {@code
 * (y_1 - y_0) / sqrt 2}.
 *
 * <p>Immutable. Nothing is allocated; {@code O(C)} for each vector.
 */
final class CentredOutputs {
  private final double[] scale;

  CentredOutputs(int outputs) {
    scale = new double[outputs - 1];
    for (int k = 1; k < outputs; k++) {
      scale[k - 1] = Math.sqrt(1.0 / (k * (k + 1.0)));
    }
  }

  /** Fills the outputs {@code y[at ..]} that coordinates {@code u[from ..]} stand for. */
  void spread(double[] u, int from, double[] y, int at) {
    spread(u, from, 1, y, at, 1);
  }

  /** The same with the coordinates, and the outputs, some way apart. */
  void spread(double[] u, int from, int fromStride, double[] y, int at, int stride) {
    double later = 0.0;
    for (int k = scale.length; k >= 1; k--) {
      double part = scale[k - 1] * u[from + (k - 1) * fromStride];
      y[at + k * stride] = k * part - later;
      later += part;
    }
    // Of nothing 0.0, not -0.0.
    y[at] = 0.0 - later;
  }

  /** Fills the coordinates {@code u[at ..]} of the projection of outputs {@code y[from ..]}. */
  void gather(double[] y, int from, double[] u, int at) {
    gather(y, from, 1, u, at, 1);
  }

  /** The same with the outputs, and the coordinates, some way apart. */
  void gather(double[] y, int from, int fromStride, double[] u, int at, int stride) {
    double before = y[from];
    for (int k = 1; k <= scale.length; k++) {
      double value = y[from + k * fromStride];
      u[at + (k - 1) * stride] = scale[k - 1] * (k * value - before);
      before += value;
    }
  }
}
