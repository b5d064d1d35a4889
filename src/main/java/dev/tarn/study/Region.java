package dev.tarn.study;

/** A region of the plane of inputs. */
@FunctionalInterface
public interface Region {
  /**
   * Whether a point belongs to the region.
   *
   * @param x the first input
   * @param y the second input
   * @return true for a point of the region
   */
  boolean contains(double x, double y);
}
