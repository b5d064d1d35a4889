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
   * @param tolerance the root-mean-square gradient below which a point is stationary; positive
   * @param zeroCutoff the magnitude below which an eigenvalue makes a point degenerate; 0 or more
   * @return the polish, for one thread
   */
  StationaryPolish polish(double tolerance, double zeroCutoff);
}
