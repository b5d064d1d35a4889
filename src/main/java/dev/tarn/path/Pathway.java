package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A transition state with its two steepest-descent paths.
 *
 * <p>A path that runs into a saddle has several ways on, whose ends need not be equivalent. One of
 * them is chosen by convention and belongs to the path of its side; all are listed as forks.
 *
 * @param transitionState the transition state
 * @param minus the path that starts against the direction of the downhill eigenvector
 * @param plus the path that starts along it
 * @param forks the saddles that the paths ran into with the ways on from there, those of the minus
 *     side first, each after the forks that its ways lead to; empty unless symmetry confines a path
 */
public record Pathway(PolishedPoint transitionState, Descent minus, Descent plus, List<Fork> forks)
    implements Serializable {

  /**
   * Takes a copy of the list.
   *
   * @param transitionState as above
   * @param minus as above
   * @param plus as above
   * @param forks as above
   */
  public Pathway {
    forks = List.copyOf(forks);
  }

  /**
   * Whether both sides reached a minimum.
   *
   * @return true if they did
   */
  public boolean complete() {
    return minus.reached() && plus.reached();
  }

  /**
   * Whether both sides reached a minimum that is not degenerate, so that a landscape may hold it.
   *
   * @return true if they did
   */
  public boolean isProper() {
    return complete() && !minus.end().degenerate() && !plus.end().degenerate();
  }

  /**
   * The path of a side.
   *
   * @param side the side
   * @return {@link #minus} or {@link #plus}
   */
  public Descent descent(Side side) {
    return side == Side.MINUS ? minus : plus;
  }

  /**
   * All paths of a side: to each end that was reached, and where several forks lead to one end,
   * over each of them.
   *
   * @param side the side
   * @return the paths, that of the side first
   */
  public List<Descent> descents(Side side) {
    Set<Descent> all = new LinkedHashSet<>(List.of(descent(side)));
    forks.stream().filter(fork -> fork.side() == side).forEach(fork -> all.addAll(fork.ways()));
    return List.copyOf(all);
  }

  /**
   * The same pathway with another path on one side.
   *
   * @param side the side
   * @param descent one of its {@link #descents}
   * @return a copy whose path on that side is the one given
   */
  public Pathway withDescent(Side side, Descent descent) {
    return side == Side.MINUS
        ? new Pathway(transitionState, descent, plus, forks)
        : new Pathway(transitionState, minus, descent, forks);
  }

  /**
   * The same paths with the sides exchanged.
   *
   * @return a pathway whose minus side is this one's plus side
   */
  public Pathway reversed() {
    return new Pathway(transitionState, plus, minus, forks.stream().map(Fork::turned).toList());
  }

  /**
   * The whole path from the one minimum over the transition state to the other. Needs recorded
   * descents.
   *
   * @return the points, with the arc length measured from the minimum on the minus side
   */
  public List<Descent.Point> points() {
    List<Descent.Point> all = new ArrayList<>();
    for (int k = minus.points().size() - 1; k >= 0; k--) {
      Descent.Point p = minus.points().get(k);
      all.add(new Descent.Point(minus.length() - p.arcLength(), p.energy(), p.coordinates()));
    }
    // Both sides begin with the transition state itself.
    for (Descent.Point p :
        plus.points().subList(Math.min(1, plus.points().size()), plus.points().size())) {
      all.add(new Descent.Point(minus.length() + p.arcLength(), p.energy(), p.coordinates()));
    }
    return all;
  }

  /**
   * A saddle that a path ran into, with the ways on from there.
   *
   * <p>A path that symmetry confines stops at the saddle. Any perturbation, however small, takes it
   * on, and of those that leave along the saddle's lowest modes each leads to one of these ends.
   *
   * @param side the side of the transition state that the path runs down
   * @param saddle the saddle: stationary, of index one or more
   * @param ways a path from the transition state over the saddle to each end that was reached, at
   *     least one; no two ends are the same point, though they may be symmetry copies of each
   *     other. The first one leaves the saddle in the direction of the nearest coordinate axis,
   *     unless no minimum is reached that way. An end may be among the ways of another fork as
   *     well.
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

  /** The side of a transition state on which a path runs down. */
  public enum Side {
    /** Against the direction of the downhill eigenvector. */
    MINUS,

    /** Along the downhill eigenvector. */
    PLUS;

    /**
     * The other side.
     *
     * @return {@link #PLUS} for {@link #MINUS}, and the other way round
     */
    public Side other() {
      return this == MINUS ? PLUS : MINUS;
    }
  }
}
