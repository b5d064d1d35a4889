package dev.tarn.study;

import dev.tarn.network.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signs of the links of a network with two inputs, two hidden units and one output, as training
 * begins.
 *
 * @param first the signs of the links from the inputs, {@code [input][unit]}: 00, 01, 10, 11, each
 *     1 or -1
 * @param second the signs of the links from the units to the output, each 1 or -1
 * @param claim what is said to become of it; empty if nothing is said
 */
public record SignPattern(List<Integer> first, List<Integer> second, Optional<Claim> claim) {

  /** What training is said to end in. */
  public enum Claim {
    /** All classes apart. */
    CONVERGES,
    /** Only a straight line between the classes, which leaves at least a quarter wrong. */
    LINEAR
  }

  /**
   * Checks the signs.
   *
   * @param first as above
   * @param second as above
   * @param claim as above
   * @throws IllegalArgumentException if there are not four and two signs, each 1 or -1
   */
  public SignPattern {
    first = List.copyOf(first);
    second = List.copyOf(second);
    if (first.size() != 4 || second.size() != 2) {
      throw new IllegalArgumentException(
          "two hidden units have 4 links below and 2 above, not "
              + first.size()
              + " and "
              + second.size());
    }
    for (int sign : first) {
      checkSign(sign);
    }
    for (int sign : second) {
      checkSign(sign);
    }
  }

  private static void checkSign(int sign) {
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("a sign is 1 or -1, not " + sign);
    }
  }

  /**
   * The four patterns that the question of {@link BlobQuestion} names, in its order.
   *
   * @return two that are said to converge, then two that are said to find a straight line only
   */
  public static List<SignPattern> named() {
    List<Integer> opposite = List.of(1, -1, -1, 1);
    List<Integer> equal = List.of(1, 1, 1, 1);
    List<Integer> both = List.of(1, 1);
    List<Integer> apart = List.of(1, -1);
    return List.of(
        new SignPattern(opposite, both, Optional.of(Claim.CONVERGES)),
        new SignPattern(equal, apart, Optional.of(Claim.CONVERGES)),
        new SignPattern(equal, both, Optional.of(Claim.LINEAR)),
        new SignPattern(opposite, apart, Optional.of(Claim.LINEAR)));
  }

  /**
   * All 64 patterns, which random weights that are symmetric about zero have with equal
   * probability.
   *
   * @return the patterns as binary numbers, a set bit being -1; without claims
   */
  public static List<SignPattern> all() {
    List<SignPattern> all = new ArrayList<>();
    for (int bits = 0; bits < 64; bits++) {
      List<Integer> signs = new ArrayList<>();
      for (int k = 5; k >= 0; k--) {
        signs.add((bits >> k & 1) == 0 ? 1 : -1);
      }
      all.add(new SignPattern(signs.subList(0, 4), signs.subList(4, 6), Optional.empty()));
    }
    return List.copyOf(all);
  }

  /**
   * Gives weights the signs of this pattern.
   *
   * @param layout where the weights stand
   * @param x the weights; the links keep their magnitudes and change their signs, biases stay
   * @throws IllegalArgumentException if the network is not one of two inputs, two hidden units and
   *     one output, or {@code x} has another length
   */
  public void apply(Layout layout, double[] x) {
    layout.checkLength(x);
    if (!layout.architecture().widths().equals(List.of(2, 2, 1))) {
      throw new IllegalArgumentException(
          "the pattern is for 2 inputs, 2 hidden units and 1 output, not for "
              + layout.architecture());
    }
    for (int j = 0; j < 2; j++) {
      for (int k = 0; k < 2; k++) {
        int link = layout.link(1, j, k);
        x[link] = first.get(2 * k + j) * Math.abs(x[link]);
      }
      int link = layout.link(2, 0, j);
      x[link] = second.get(j) * Math.abs(x[link]);
    }
  }

  /** The pattern as the question writes it: {@code w1 = [[1,-1],[-1,1]], w2 = [1,1]}. */
  @Override
  public String toString() {
    return "w1 = [["
        + first.get(0)
        + ","
        + first.get(1)
        + "],["
        + first.get(2)
        + ","
        + first.get(3)
        + "]], w2 = ["
        + second.get(0)
        + ","
        + second.get(1)
        + "]";
  }
}
