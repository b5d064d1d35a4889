package dev.tarn.potential.space;

/** Where a search of a potential begins. Stateless. */
public final class StartingPoint {
  private StartingPoint() {}

  /**
   * Checks that a point is one of the potential's space.
   *
   * @param start the point; not modified
   * @param dimension the dimension of the potential
   * @throws IllegalArgumentException if the point has another length
   */
  public static void check(double[] start, int dimension) {
    if (start.length != dimension) {
      throw new IllegalArgumentException(
          "the starting point has " + start.length + " components, the potential " + dimension);
    }
  }
}
