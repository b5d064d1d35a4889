package dev.tarn.certify;

import dev.tarn.interval.Ball;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Comparisons of boxes that hold one point each. */
final class Boxes {
  private Boxes() {}

  /** Whether no number is in both. */
  static boolean areApart(Ball a, Ball b) {
    return a.lower() > b.upper() || b.lower() > a.upper();
  }

  /** Whether two boxes have no point in common. */
  static boolean areApart(List<Ball> a, List<Ball> b) {
    for (int i = 0; i < a.size(); i++) {
      if (areApart(a.get(i), b.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether every point of a box is within a distance of a centre, in each variable. */
  static boolean areWithin(List<Ball> box, List<Ball> centre, double distance) {
    for (int i = 0; i < box.size(); i++) {
      if (!(box.get(i).minus(centre.get(i).midpoint()).magnitude() < distance)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two proven zeros are one: the box of each lies where the other is the only zero. */
  static boolean areOne(Zero a, Zero b) {
    return areWithin(List.of(a.box()), List.of(b.box()), b.uniqueness())
        || areWithin(List.of(b.box()), List.of(a.box()), a.uniqueness());
  }

  /**
   * Whether no permutation of the variables with changes of sign takes a point of one box to one of
   * another: some magnitude, in ascending order, differs.
   */
  static boolean differByMagnitude(Stream<Ball> a, Stream<Ball> b) {
    double[][] first = sortedMagnitudes(a);
    double[][] second = sortedMagnitudes(b);
    if (first[0].length != second[0].length) {
      return true;
    }
    for (int k = 0; k < first[0].length; k++) {
      if (first[0][k] > second[1][k] || second[0][k] > first[1][k]) {
        return true;
      }
    }
    return false;
  }

  private static double[][] sortedMagnitudes(Stream<Ball> box) {
    List<Ball> all = box.toList();
    double[] low = all.stream().mapToDouble(Ball::mignitude).toArray();
    double[] high = all.stream().mapToDouble(Ball::magnitude).toArray();
    Arrays.sort(low);
    Arrays.sort(high);
    return new double[][] {low, high};
  }

  static List<Ball> negated(List<Ball> box) {
    return box.stream().map(Ball::negate).toList();
  }
}
