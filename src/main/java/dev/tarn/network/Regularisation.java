package dev.tarn.network;

import java.util.Locale;

/** Which parameters the L2 term {@code lambda V^2} of equation 3 covers. */
public enum Regularisation {
  /** All weights and biases: no continuous symmetry is left, every stationary point is isolated. */
  ALL,
  /**
   * The weights on links only. A common shift of the two output biases then leaves the energy
   * unchanged, so every Hessian has a zero eigenvalue.
   */
  LINKS;

  /**
   * The name in databases and on the command line.
   *
   * @return {@code "all"} or {@code "links"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The inverse of {@link #label()}.
   *
   * @param label {@code "all"} or {@code "links"}
   * @return the constant
   * @throws IllegalArgumentException for any other text
   */
  public static Regularisation of(String label) {
    for (Regularisation value : values()) {
      if (value.label().equals(label)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "the regularisation is \"all\" or \"links\", not \"" + label + "\"");
  }
}
