package dev.tarn.saddle;

/**
 * How far a search goes up along its mode: a Newton step where the curvature is negative, and where
 * it is not, as far as is allowed.
 *
 * <p>Either the longest step and three tenths of it are allowed, or a radius that follows how well
 * the curvature has predicted the slope that was found there: as in {@link EigenvectorFollowing} it
 * is halved when they differ by more than 75 %, and grows by half when by less than 25 %. From
 * beside a minimum with a soft mode a longer step leads past the transition state next to it.
 */
final class Climb {
  private static final double UPHILL = 0.3;
  private static final double FIRST = 0.1;
  private static final double SMALLEST = 1e-3;
  private static final double POOR = 0.75;
  private static final double GOOD = 0.25;

  private final double longest;
  private final boolean adapts;
  private double radius;
  private double expected;
  private boolean open;

  /**
   * Makes a climb.
   *
   * @param longest the longest step
   * @param adapts whether a radius is kept
   */
  Climb(double longest, boolean adapts) {
    this.longest = longest;
    this.adapts = adapts;
  }

  /** Begins a search. */
  void begin() {
    radius = FIRST * longest;
    open = false;
  }

  /**
   * The step along the mode.
   *
   * @param slope that of the energy along the mode
   * @param curvature that of the mode
   */
  double step(double slope, double curvature) {
    double cap = adapts ? radius : longest;
    double move;
    if (curvature < 0.0) {
      double f = slope;
      move = 2.0 * f / (-curvature + Math.sqrt(curvature * curvature + 4.0 * f * f));
      move = Math.max(-cap, Math.min(cap, move));
    } else {
      move = Math.copySign(adapts ? cap : UPHILL * cap, slope);
    }
    expected = slope + curvature * move;
    open = adapts;
    return move;
  }

  /**
   * Takes notice of the slope along the mode at the end of the step; slopes after the first one are
   * of other points, and ignored.
   *
   * @param slope the slope
   */
  void arrived(double slope) {
    if (!open) {
      return;
    }
    open = false;
    double size = Math.max(Math.abs(slope), Math.abs(expected));
    double error = size == 0.0 ? 0.0 : Math.abs(slope - expected) / size;
    if (error > POOR) {
      radius = Math.max(0.5 * radius, SMALLEST * longest);
    } else if (error < GOOD) {
      radius = Math.min(1.5 * radius, longest);
    }
  }

  /** The longest step that is allowed now. */
  double radius() {
    return radius;
  }
}
