package dev.tarn.plot.picture;

import java.util.Optional;

/**
 * How a disconnectivity graph is drawn.
 *
 * @param logarithmic whether the energy above the lowest minimum is on a logarithmic scale
 * @param thresholds how many thresholds there are, at least 2, or 0 to let every superbasin form at
 *     exactly its barrier
 * @param lowest where the scale begins, in energy above the lowest minimum; without it where the
 *     tree does
 * @param highest where the scale ends, in energy above the lowest minimum; without it just above
 *     the highest barrier
 * @param scaleBar whether a bar with its length stands for the scale, instead of an axis
 * @param labels whether the minima's ids are shown where they fit
 * @param colouring the colours of the branches; without it all are of one colour
 */
public record TreeStyle(
    boolean logarithmic,
    int thresholds,
    Optional<Double> lowest,
    Optional<Double> highest,
    boolean scaleBar,
    boolean labels,
    Optional<Colouring> colouring) {

  /**
   * Checks the numbers.
   *
   * @param logarithmic as above
   * @param thresholds as above
   * @param lowest as above
   * @param highest as above
   * @param scaleBar as above
   * @param labels as above
   * @param colouring as above
   * @throws IllegalArgumentException if there is one threshold or a negative number of them, or the
   *     range is not ascending, or not positive on a logarithmic scale
   */
  public TreeStyle {
    if (thresholds < 0 || thresholds == 1) {
      throw new IllegalArgumentException(
          "the number of thresholds is 0, for exact barriers, or at least 2, not " + thresholds);
    }
    double low = lowest.orElse(0.0);
    if (!(low >= 0.0) || (lowest.isPresent() && logarithmic && low == 0.0)) {
      throw new IllegalArgumentException(
          "the lowest energy is 0 or more above the lowest minimum, on a logarithmic scale more"
              + " than 0, not "
              + low);
    }
    double high = highest.orElse(Double.POSITIVE_INFINITY);
    if (!(high > low) || (highest.isPresent() && Double.isInfinite(high))) {
      throw new IllegalArgumentException(
          "the highest energy is above the lowest, " + low + ", and finite, not " + high);
    }
  }

  /**
   * Linear, 60 thresholds, the whole range, an axis, labels, one colour.
   *
   * @return the style
   */
  public static TreeStyle defaults() {
    return new TreeStyle(
        false, 60, Optional.empty(), Optional.empty(), false, true, Optional.empty());
  }
}
