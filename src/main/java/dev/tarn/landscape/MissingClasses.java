package dev.tarn.landscape;

/**
 * How many classes a search has probably not seen, from how often it has seen the others: the
 * capture-recapture estimator Chao1 in its bias-corrected form (Chao, Scand. J. Stat. 11, 265,
 * 1984; Chao, in Encyclopedia of Statistical Sciences, 2005).
 *
 * <p>With {@code f1} classes seen once and {@code f2} seen twice, {@code f1 (f1 - 1) / (2 (f2 +
 * 1))} classes are missing. The estimate is a lower bound when some classes are harder to find than
 * others, as they are here: a basin can be so small that the search has had no chance yet.
 */
final class MissingClasses {
  private MissingClasses() {}

  /**
   * Estimates the number of classes not seen.
   *
   * @param hits how often each class was seen; zeros count as not hit by a search of its own and
   *     are left out
   * @return the estimate, 0 or more; 0 when at most one class was seen exactly once
   */
  static double chao1(Iterable<Long> hits) {
    long once = 0;
    long twice = 0;
    for (long count : hits) {
      if (count == 1) {
        once++;
      } else if (count == 2) {
        twice++;
      }
    }
    return once < 2 ? 0.0 : once * (once - 1.0) / (2.0 * (twice + 1.0));
  }
}
