package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;
import java.util.List;

/**
 * A saddle that a path ran into, with the ways on from there.
 *
 * <p>A path that symmetry confines stops at the saddle. Any perturbation, however small, takes it
 * on, and of those that leave along the saddle's lowest modes each leads to one of these ends.
 *
 * @param side the side of the transition state that the path runs down
 * @param saddle the saddle: stationary, of index one or more
 * @param ways a path from the transition state over the saddle to each end that was reached, at
 *     least one; no two ends are the same point, though they may be symmetry copies of each other.
 *     The first one leaves the saddle in the direction of the nearest coordinate axis, unless no
 *     minimum is reached that way. An end may be among the ways of another fork as well.
 */
public record Fork(Side side, PolishedPoint saddle, List<Descent> ways) implements Serializable {

  /**
   * Takes a copy of the list.
   *
   * @param side as above
   * @param saddle as above
   * @param ways as above
   */
  public Fork {
    ways = List.copyOf(ways);
  }

  /** The same fork of the pathway seen from the other side. */
  Fork turned() {
    return new Fork(side.other(), saddle, ways);
  }
}
