package dev.tarn.certify;

import dev.tarn.interval.Ball;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The permutations of a cluster's atoms that may keep all distances, as far as a box tells: every
 * one that does so is among them. Atom after atom, each with a partner at the right distances from
 * the partners of those before. For one thread.
 */
final class Isometries {
  private final int atoms;
  private final Ball[][] squares;
  private final List<int[]> found = new ArrayList<>();

  Isometries(List<Ball> box) {
    atoms = box.size() / 3;
    squares = new Ball[atoms][atoms];
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        squares[i][j] = ClusterEquations.square(ClusterFrame.minus(box, i, j));
      }
    }
  }

  /** The squared distances of all pairs. */
  Stream<Ball> squares() {
    return Arrays.stream(squares).flatMap(Arrays::stream);
  }

  /** The permutations: which atom comes in place of each. */
  List<int[]> all() {
    found.clear();
    extend(new int[atoms], 0);
    return List.copyOf(found);
  }

  private void extend(int[] partners, int known) {
    if (known == atoms) {
      found.add(partners.clone());
      return;
    }
    for (int candidate = 0; candidate < atoms; candidate++) {
      if (fits(partners, known, candidate)) {
        partners[known] = candidate;
        extend(partners, known + 1);
      }
    }
  }

  private boolean fits(int[] partners, int known, int candidate) {
    for (int i = 0; i < known; i++) {
      if (partners[i] == candidate
          || Boxes.areApart(squares[known][i], squares[candidate][partners[i]])) {
        return false;
      }
    }
    return true;
  }

  /** The box with its atoms permuted. */
  static List<Ball> permuted(List<Ball> box, int[] permutation) {
    List<Ball> permuted = new ArrayList<>();
    for (int atom : permutation) {
      permuted.addAll(box.subList(3 * atom, 3 * atom + 3));
    }
    return permuted;
  }
}
