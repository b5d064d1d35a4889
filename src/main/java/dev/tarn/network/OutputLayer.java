package dev.tarn.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is made of the output nodes' sums {@code y}, with the loss that belongs to it. The data term
 * of the energy is the mean of the loss over the examples, in nats for the first two.
 */
public enum OutputLayer {
  /**
   * Softmax probabilities with cross-entropy, {@code -ln p_c} of the right class {@code c}; {@code
   * p_i = exp(y_i) / sum_k exp(y_k)}, through log-sum-exp. One output for each class, at least 2.
   */
  SOFTMAX,
  /**
   * One output, the logistic probability {@code p = 1 / (1 + e^-y)} of class 1, with binary
   * cross-entropy: {@code -ln p} for an example of class 1, {@code -ln(1 - p)} for one of class 0.
   */
  LOGISTIC,
  /**
   * The sums themselves, with the squared error {@code sum_i (y_i - t_i)^2} over the outputs, no
   * factor 1/2.
   */
  LINEAR;

  /**
   * The name in files and on the command line.
   *
   * @return for example {@code "softmax"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The inverse of {@link #label()}.
   *
   * @param label for example {@code "softmax"}
   * @return the constant
   * @throws IllegalArgumentException for any other text
   */
  public static OutputLayer of(String label) {
    for (OutputLayer output : values()) {
      if (output.label().equals(label)) {
        return output;
      }
    }
    throw new IllegalArgumentException(
        "the output is one of "
            + Arrays.stream(values()).map(OutputLayer::label).collect(Collectors.joining(", "))
            + ", not \""
            + label
            + "\"");
  }

  /**
   * Whether the network tells classes apart, so that its data need labels.
   *
   * @return false for linear outputs, which need targets
   */
  public boolean isClassifier() {
    return this != LINEAR;
  }
}
