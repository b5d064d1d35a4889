package dev.tarn.cli.view;

import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Warnings that say over which temperatures how much of the occupation is doubtful. Stateless. */
final class Doubt {
  /** A share that is worth a warning. */
  private static final double LEAST = 0.01;

  private Doubt() {}

  /**
   * Prints a warning, unless all shares are small.
   *
   * @param temperatures the temperatures
   * @param shares the share in doubt at each
   * @param why the reason
   */
  static void print(PrintWriter out, double[] temperatures, double[] shares, String why) {
    int[] beyond = IntStream.range(0, shares.length).filter(k -> shares[k] > LEAST).toArray();
    if (beyond.length == 0) {
      return;
    }
    String first = text(temperatures[beyond[0]], 6);
    String last = text(temperatures[beyond[beyond.length - 1]], 6);
    out.println(
        "warning: "
            + (beyond.length == 1 ? "at T = " + first : "from T = " + first + " to " + last)
            + " up to "
            + text(Arrays.stream(shares).max().orElseThrow(), 3)
            + " of the occupation is doubtful: "
            + why);
  }

  private static String text(double value, int digits) {
    return Numbers.rounded(value, digits);
  }
}
