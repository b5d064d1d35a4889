package dev.tarn.certify;

import dev.tarn.interval.Ball;
import java.util.Arrays;

/**
 * A proven zero of a gradient.
 *
 * <p>In the box {@code |x_i - centre_i| <= radius_i} there is exactly one, and it is the only one
 * with {@code |x_i - centre_i| <= uniqueness} for all {@code i}.
 */
public final class Zero {
  private final Ball[] box;
  private final double uniqueness;

  /**
   * A zero.
   *
   * @param box the tight box; not to be changed any more
   * @param uniqueness as above
   */
  Zero(Ball[] box, double uniqueness) {
    this.box = box;
    this.uniqueness = uniqueness;
  }

  int size() {
    return box.length;
  }

  /** The interval of a variable. */
  Ball get(int i) {
    return box[i];
  }

  /** The box, a new array. */
  Ball[] box() {
    return box.clone();
  }

  double uniqueness() {
    return uniqueness;
  }

  /** The largest radius of the tight box. */
  double radius() {
    return Arrays.stream(box).mapToDouble(Ball::radius).max().orElse(0.0);
  }
}
