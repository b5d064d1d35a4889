package dev.tarn.testing;

import java.util.ArrayList;
import java.util.List;

/** All permutations, for tests by brute force. */
public final class Permutations {

  private Permutations() {}

  /** The {@code n!} permutations of {@code 0 .. n-1}. */
  public static List<int[]> of(int n) {
    List<int[]> all = new ArrayList<>();
    extend(new int[n], 0, all);
    return all;
  }

  private static void extend(int[] prefix, int length, List<int[]> all) {
    if (length == prefix.length) {
      all.add(prefix.clone());
      return;
    }
    for (int candidate = 0; candidate < prefix.length; candidate++) {
      boolean used = false;
      for (int k = 0; k < length; k++) {
        used |= prefix[k] == candidate;
      }
      if (!used) {
        prefix[length] = candidate;
        extend(prefix, length + 1, all);
      }
    }
  }
}
