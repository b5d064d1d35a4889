package dev.tarn.stationary;

/**
 * What a potential offers that needs a polish of its own, since Newton's method does not serve it:
 * its energy has kinks, for example. {@link StationaryPolish#of} asks for it.
 */
@FunctionalInterface
public interface PolishCapability {

  /**
   * Makes a polish.
   *
   * @param tolerances when a point counts as stationary and as degenerate
   * @return the polish, for one thread
   */
  StationaryPolish polish(Tolerances tolerances);
}
