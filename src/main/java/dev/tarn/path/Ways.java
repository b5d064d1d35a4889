package dev.tarn.path;

import dev.tarn.linear.Vectors;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.List;

/**
 * All the ways that a path has when it runs into saddles: from each saddle it goes on in the {@link
 * Directions} that lead down from there, and so on. Used once, for one side of a transition state.
 *
 * <p>A saddle that is a symmetry copy of one met before has the same ways on, up to symmetry, and
 * is passed along the conventional one.
 */
final class Ways {
  private static final int MAX_SADDLES = 64;

  private final Walk walk;
  private final SymmetryGroup symmetry;
  private final Side side;
  private final boolean thorough;
  private final double sameEnd;
  private final List<Pathway.Fork> forks;
  private final OrbitIndex saddles;
  private final OrbitIndex minima;
  private int saddleCount;
  private int minimumCount;

  /**
   * Prepares to follow the ways of a side.
   *
   * @param walk takes the steps
   * @param symmetry spares equivalent ways
   * @param tolerances when two points are one
   * @param side the side
   * @param thorough whether a way costs little enough for many to be tried
   * @param forks receives the saddles with the ways on
   */
  Ways(
      Walk walk,
      SymmetryGroup symmetry,
      Tolerances tolerances,
      Side side,
      boolean thorough,
      List<Pathway.Fork> forks) {
    this.walk = walk;
    this.symmetry = symmetry;
    this.side = side;
    this.thorough = thorough;
    sameEnd = tolerances.distance();
    this.forks = forks;
    saddles = new OrbitIndex(symmetry, tolerances);
    minima = new OrbitIndex(symmetry, tolerances);
  }

  /** Goes on from where a path has stopped; returns the path that goes on by convention. */
  Descent follow(Stop stop, Trace trace) {
    if (stop.kind() != Stop.Kind.SADDLE || !isNew(stop.point())) {
      return end(trace, walk.passSaddles(stop, trace));
    }
    PolishedPoint saddle = stop.point();
    trace.pass(saddle);
    LowestSpace space = walk.lowest(saddle);
    Directions directions = new Directions(symmetry, saddle.coordinates(), space, thorough);
    List<Descent> ways = new ArrayList<>();
    boolean news = true;
    for (List<double[]> batch = directions.next(news);
        !batch.isEmpty();
        batch = directions.next(news)) {
      int known = minimumCount;
      for (double[] direction : batch) {
        Trace way = trace.fork();
        Stop next = walk.leave(saddle, space.curvature(), direction, way);
        add(follow(next, way), ways);
      }
      news = minimumCount > known;
    }
    Descent first = ways.get(0);
    if (first.reached()) {
      forks.add(new Pathway.Fork(side, saddle, ways));
    }
    return first;
  }

  private boolean isNew(PolishedPoint saddle) {
    if (saddleCount == MAX_SADDLES || saddles.find(saddle) != OrbitIndex.ABSENT) {
      return false;
    }
    saddles.add(saddleCount, saddle);
    saddleCount++;
    return true;
  }

  /** Keeps a way of a saddle if its end is another one; one that leads nowhere only if alone. */
  private void add(Descent way, List<Descent> ways) {
    if (!ways.isEmpty() && !ways.get(0).reached()) {
      ways.clear();
    }
    if (ways.isEmpty() || (way.reached() && ways.stream().noneMatch(w -> sameEnd(w, way)))) {
      ways.add(way);
    }
  }

  private boolean sameEnd(Descent a, Descent b) {
    return Vectors.distance(a.end().coordinates(), b.end().coordinates()) <= sameEnd;
  }

  private Descent end(Trace trace, Stop stop) {
    PolishedPoint point = stop.point();
    if (stop.kind() == Stop.Kind.MINIMUM && minima.find(point) == OrbitIndex.ABSENT) {
      minima.add(minimumCount, point);
      minimumCount++;
    }
    return trace.end(stop);
  }
}
