package dev.tarn.study;

/**
 * The receiver operating characteristic of a two-class score.
 *
 * <p>The area under the curve (AUC) is the probability that a member of class 1 drawn at random has
 * a higher score than a member of class 0, ties counted half:
 *
 * <pre>
 *   AUC = 1/(P N) sum_{p in class 1} sum_{n in class 0} ( [s_p &gt; s_n] + [s_p = s_n] / 2 )
 * </pre>
 *
 * <p>It is counted over the {@code P N} pairs themselves, so that a tolerance has a plain meaning:
 * the two scores of a pair are equal when they differ by no more than it. That relation is not
 * transitive, and no scores are merged into groups.
 *
 * <p>Stateless; may be called from any thread.
 */
public final class RocCurve {
  /** The difference up to which two probabilities count as equal, unless another is given. */
  public static final double DEFAULT_TOLERANCE = 1e-3;

  private RocCurve() {}

  /**
   * The area under the curve.
   *
   * @param scores the score of each example, for example the probability of class 1; not modified
   * @param classes the class of each example, 0 or 1, both present; same length; not modified
   * @param tolerance the largest difference of two scores that counts as a tie, 0 or more
   * @return the area, from 0 to 1; 0.5 when all scores are tied
   * @throws IllegalArgumentException if the lengths differ, a class is neither 0 nor 1 or is
   *     missing, a score is NaN, or the tolerance is negative or NaN
   */
  public static double area(double[] scores, int[] classes, double tolerance) {
    if (scores.length != classes.length) {
      throw new IllegalArgumentException(
          "there are " + scores.length + " scores for " + classes.length + " classes");
    }
    if (!(tolerance >= 0.0)) {
      throw new IllegalArgumentException("the tolerance is 0 or more, not " + tolerance);
    }
    long positives = 0;
    long halves = 0;
    for (int p = 0; p < scores.length; p++) {
      check(scores[p], classes[p]);
      if (classes[p] == 1) {
        positives++;
        halves += halvesWon(p, scores, classes, tolerance);
      }
    }
    long pairs = positives * (scores.length - positives);
    if (pairs == 0) {
      throw new IllegalArgumentException(
          "both classes must be present; of "
              + scores.length
              + " examples, "
              + positives
              + " are of class 1");
    }
    return 0.5 * halves / pairs;
  }

  /** Against how many members of class 0 one of class 1 wins, counted twice, ties once. */
  private static long halvesWon(int p, double[] scores, int[] classes, double tolerance) {
    long halves = 0;
    for (int n = 0; n < scores.length; n++) {
      if (classes[n] == 0) {
        // Equal infinite scores have no difference.
        boolean tie = scores[p] == scores[n] || Math.abs(scores[p] - scores[n]) <= tolerance;
        halves += tie ? 1 : scores[p] > scores[n] ? 2 : 0;
      }
    }
    return halves;
  }

  private static void check(double score, int label) {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("a score is NaN");
    }
    if (label != 0 && label != 1) {
      throw new IllegalArgumentException("a class is 0 or 1, not " + label);
    }
  }
}
