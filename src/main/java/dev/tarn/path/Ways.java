package dev.tarn.path;

import dev.tarn.linear.Vectors;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All the ways that a path has when it runs into saddles: from each saddle it goes on in the {@link
 * Directions} that lead down from there, and so on. Used once, for one side of a transition state.
 *
 * <p>A saddle that is a symmetry copy of one met before has the same ways on, up to symmetry, and
 * is passed along the copy of the conventional one.
 */
final class Ways {
  private static final int MAX_PASSED = 16;

  /** A saddle met before, and the path that went on from there by convention. */
  private record Passed(PolishedPoint saddle, Trace.Mark mark, Descent way) {}

  private final Stages stages;
  private final SymmetryGroup symmetry;
  private final Side side;
  private final int maxForks;
  private final double sameEnd;
  private final List<Pathway.Fork> forks;
  private final OrbitIndex saddles;
  private final OrbitIndex minima;
  private final Map<Integer, Passed> passed = new HashMap<>();
  private int saddleCount;
  private int minimumCount;

  /**
   * Prepares to follow the ways of a side.
   *
   * @param stages take the path from point to point
   * @param symmetry says which saddles are copies of each other
   * @param tolerances when two points are one
   * @param maxForks at how many saddles all ways on are followed
   * @param side the side
   * @param forks receives the saddles with the ways on
   */
  Ways(
      Stages stages,
      SymmetryGroup symmetry,
      Tolerances tolerances,
      int maxForks,
      Side side,
      List<Pathway.Fork> forks) {
    this.stages = stages;
    this.symmetry = symmetry;
    this.maxForks = maxForks;
    this.side = side;
    sameEnd = tolerances.distance();
    this.forks = forks;
    saddles = new OrbitIndex(symmetry, tolerances);
    minima = new OrbitIndex(symmetry, tolerances);
  }

  /** Goes on from where a path has stopped; returns the path that goes on by convention. */
  Descent follow(Stop stop, Trace trace) {
    if (stop.kind() != Stop.Kind.SADDLE) {
      return end(trace, stop);
    }
    PolishedPoint saddle = stop.point();
    int known = saddles.find(saddle);
    return known == OrbitIndex.ABSENT && saddleCount < maxForks
        ? fork(saddle, trace)
        : Optional.ofNullable(passed.get(known))
            .flatMap(before -> goOn(before, saddle, trace))
            .orElseGet(() -> end(trace, passSaddles(stages, stop, trace)));
  }

  /** Follows all the ways on from a saddle that is new. */
  private Descent fork(PolishedPoint saddle, Trace trace) {
    int label = saddleCount++;
    saddles.add(label, saddle);
    Trace.Mark mark = trace.mark();
    trace.pass(saddle);
    List<Descent> ways = waysOn(saddle, trace);
    Descent first = ways.get(0);
    if (first.reached()) {
      forks.add(new Pathway.Fork(side, saddle, ways));
      passed.put(label, new Passed(saddle, mark, first));
    }
    return first;
  }

  private List<Descent> waysOn(PolishedPoint saddle, Trace trace) {
    Directions directions = stages.directions(saddle);
    List<Descent> ways = new ArrayList<>();
    boolean news = true;
    for (List<Stages.Way> batch = directions.next(news);
        !batch.isEmpty();
        batch = directions.next(news)) {
      int known = minimumCount;
      for (Stages.Way direction : batch) {
        Trace way = trace.fork();
        add(follow(stages.leave(saddle, direction, way), way), ways);
      }
      news = minimumCount > known;
    }
    return ways;
  }

  /** Goes on from a copy of a saddle that was met before; empty if none takes one to the other. */
  private Optional<Descent> goOn(Passed before, PolishedPoint saddle, Trace trace) {
    return transporter(before.saddle(), saddle)
        .map(
            copy -> {
              trace.pass(saddle);
              trace.goOn(before.way(), before.mark(), copy);
              return trace.end(new Stop(before.way().end().copied(copy), Stop.Kind.MINIMUM));
            });
  }

  /** None where the two differ along a null direction, too. */
  private Optional<Transformation> transporter(PolishedPoint from, PolishedPoint to) {
    return symmetry
        .transporter(from.coordinates(), to.coordinates())
        .filter(g -> isSame(g.apply(from.coordinates()), to.coordinates()));
  }

  /** Goes on along the conventional one of the lowest modes for as long as saddles are met. */
  static Stop passSaddles(Stages stages, Stop first, Trace trace) {
    Stop stop = first;
    while (stop.kind() == Stop.Kind.SADDLE && trace.saddles() < MAX_PASSED) {
      trace.pass(stop.point());
      stop = stages.leave(stop.point(), stages.first(stop.point()), trace);
    }
    return stop;
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
    return isSame(a.end().coordinates(), b.end().coordinates());
  }

  private boolean isSame(double[] x, double[] y) {
    return Vectors.distance(x, y) <= sameEnd;
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
