package dev.tarn.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The activation function of a hidden layer: what a unit makes of the sum {@code z} of its bias and
 * weighted inputs.
 *
 * <p>Values, slopes and curvatures have the same bits on every Java version. NaN stays NaN.
 */
public enum Activation {
  /** {@code tanh z}. Odd, so a unit may change the sign of all its weights. */
  TANH,
  /** {@code 1 / (1 + e^-z)}. */
  LOGISTIC,
  /**
   * {@code z} for positive {@code z}, {@code e^z - 1} otherwise (Clevert, Unterthiner and
   * Hochreiter, ICLR 2016, with alpha 1). The slope is continuous; the curvature jumps from 1 to 0
   * at 0, where the limit from below is taken.
   */
  ELU,
  /** {@code ln(1 + e^z)}. */
  SOFTPLUS,
  /**
   * {@code max(0, z)}. Piecewise linear: the energy has a kink wherever a unit's {@code z} is 0 for
   * an example, the slope taken there is 0.
   */
  RELU;

  /**
   * The name in files and on the command line.
   *
   * @return for example {@code "tanh"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The inverse of {@link #label()}.
   *
   * @param label for example {@code "tanh"}
   * @return the constant
   * @throws IllegalArgumentException for any other text
   */
  public static Activation of(String label) {
    for (Activation activation : values()) {
      if (activation.label().equals(label)) {
        return activation;
      }
    }
    throw new IllegalArgumentException(
        "the activation is one of "
            + Arrays.stream(values()).map(Activation::label).collect(Collectors.joining(", "))
            + ", not \""
            + label
            + "\"");
  }

  /**
   * Whether {@code f(-z) = -f(z)}.
   *
   * @return true for tanh only
   */
  public boolean isOdd() {
    return this == TANH;
  }

  /**
   * Whether the function has a kink, so that the energy is not differentiable everywhere.
   *
   * @return true for ReLU only
   */
  public boolean hasKink() {
    return this == RELU;
  }

  /**
   * Whether {@code f(0) = 0}, so that a unit without weights and bias adds nothing to the next
   * layer.
   *
   * @return false for logistic and softplus
   */
  public boolean isZeroAtZero() {
    return this != LOGISTIC && this != SOFTPLUS;
  }

  /** The slope at 0; where there is a kink, that of the inactive side. */
  double slopeAtZero() {
    double[] slope = new double[1];
    evaluate(new double[1], new double[1], slope, 1);
    return slope[0];
  }

  /** Fills the values {@code a} and slopes {@code s} of the first {@code n} sums. */
  void evaluate(double[] z, double[] a, double[] s, int n) {
    switch (this) {
      case TANH -> tanh(z, a, s, n);
      case LOGISTIC -> logistic(z, a, s, n);
      case ELU -> elu(z, a, s, n);
      case SOFTPLUS -> softplus(z, a, s, n);
      case RELU -> relu(z, a, s, n);
    }
  }

  /** Fills the second derivatives, from values and slopes at the same sums. */
  void curvature(double[] z, double[] a, double[] s, double[] curvature, int n) {
    switch (this) {
      case TANH -> {
        for (int i = 0; i < n; i++) {
          curvature[i] = -2.0 * a[i] * s[i];
        }
      }
      case LOGISTIC -> {
        for (int i = 0; i < n; i++) {
          curvature[i] = s[i] * (1.0 - 2.0 * a[i]);
        }
      }
      case ELU -> {
        for (int i = 0; i < n; i++) {
          curvature[i] = z[i] > 0.0 ? 0.0 : s[i];
        }
      }
      case SOFTPLUS -> {
        for (int i = 0; i < n; i++) {
          curvature[i] = s[i] * (1.0 - s[i]);
        }
      }
      case RELU -> Arrays.fill(curvature, 0, n, 0.0);
    }
  }

  private static void tanh(double[] z, double[] a, double[] s, int n) {
    ElementaryFunctions.tanh(z, a, s, n);
    for (int i = 0; i < n; i++) {
      s[i] = 1.0 - a[i] * a[i];
    }
  }

  private static void logistic(double[] z, double[] a, double[] s, int n) {
    for (int i = 0; i < n; i++) {
      double e = ElementaryFunctions.expOfMinus(Math.abs(z[i]));
      double right = 1.0 / (1.0 + e);
      a[i] = z[i] >= 0.0 ? right : e * right;
      s[i] = e * right * right;
    }
  }

  private static void elu(double[] z, double[] a, double[] s, int n) {
    for (int i = 0; i < n; i++) {
      if (z[i] > 0.0) {
        a[i] = z[i];
        s[i] = 1.0;
      } else {
        a[i] = SoftFunctions.expOfMinusLessOne(-z[i]);
        s[i] = ElementaryFunctions.expOfMinus(-z[i]);
      }
    }
  }

  private static void softplus(double[] z, double[] a, double[] s, int n) {
    for (int i = 0; i < n; i++) {
      double e = ElementaryFunctions.expOfMinus(Math.abs(z[i]));
      a[i] = Math.max(0.0, z[i]) + SoftFunctions.log1p(e);
      s[i] = (z[i] >= 0.0 ? 1.0 : e) / (1.0 + e);
    }
  }

  private static void relu(double[] z, double[] a, double[] s, int n) {
    for (int i = 0; i < n; i++) {
      // Written so that NaN is kept.
      boolean off = z[i] <= 0.0;
      a[i] = off ? 0.0 : z[i];
      s[i] = off ? 0.0 : 1.0;
    }
  }
}
