package dev.tarn.plot.picture;

import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Hessian eigenvalues of a stationary point, equal ones taken together. Immutable.
 *
 * <p>Symmetry makes eigenvalues equal, and so do hidden units of zero weights: each leaves {@code 2
 * lambda} several times. Computed eigenvalues are then equal to rounding, which is relative to the
 * largest one; two are taken as equal if they differ by up to {@value #SAME} of that.
 *
 * @param id the id of the point
 * @param index its index
 * @param levels the different eigenvalues, ascending
 */
public record Spectrum(int id, int index, List<Level> levels) {
  /** The largest difference of equal eigenvalues, as a part of the largest magnitude. */
  public static final double SAME = 1e-12;

  /**
   * Some equal eigenvalues.
   *
   * @param value their mean
   * @param multiplicity how many there are, at least 1
   */
  public record Level(double value, int multiplicity) {}

  /**
   * Takes a copy of the list.
   *
   * @param id as above
   * @param index as above
   * @param levels as above
   */
  public Spectrum {
    levels = List.copyOf(levels);
  }

  /**
   * The spectrum of a point.
   *
   * @param point the point
   * @return its spectrum
   */
  public static Spectrum of(StationaryPoint point) {
    Vector values = point.eigenvalues();
    double largest = values.stream().map(Math::abs).max().orElse(0.0);
    List<Level> levels = new ArrayList<>();
    int first = 0;
    for (int k = 1; k <= values.length(); k++) {
      // Neighbours may differ, but none from the first: a ladder of small steps is not one level.
      if (k == values.length() || values.get(k) - values.get(first) > SAME * largest) {
        double mean = Arrays.stream(values.toArray(), first, k).average().orElseThrow();
        levels.add(new Level(mean, k - first));
        first = k;
      }
    }
    return new Spectrum(point.id(), point.index(), levels);
  }
}
