package dev.tarn.path;

import dev.tarn.potential.Transformation;
import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A path so far. */
final class Trace {
  private final boolean record;
  private final List<Descent.Point> points;
  private final List<PolishedPoint> saddles;
  private double length;
  private int steps;

  Trace(boolean record) {
    this(record, new ArrayList<>(), new ArrayList<>());
  }

  private Trace(boolean record, List<Descent.Point> points, List<PolishedPoint> saddles) {
    this.record = record;
    this.points = points;
    this.saddles = saddles;
  }

  /** A path that has the same beginning. */
  Trace fork() {
    Trace other = new Trace(record, new ArrayList<>(points), new ArrayList<>(saddles));
    other.length = length;
    other.steps = steps;
    return other;
  }

  /** Whether points are kept, and so their energies are wanted. */
  boolean records() {
    return record;
  }

  /** Goes on to a point, of which {@code full} makes one of the full space, a new array. */
  void add(double distance, double energy, double[] x, UnaryOperator<double[]> full) {
    length += distance;
    if (record) {
      points.add(new Descent.Point(length, energy, full.apply(x)));
    }
  }

  /** Counts a step. */
  void step() {
    steps++;
  }

  /** Notes a saddle, which takes a step to leave. */
  void pass(PolishedPoint saddle) {
    saddles.add(saddle);
    steps++;
  }

  /** Where this path has come to. */
  Mark mark() {
    return new Mark(points.size(), saddles.size(), length, steps);
  }

  /**
   * Goes on from a saddle, which has been passed, as another path has gone on from a copy of it.
   *
   * @param other the other path
   * @param mark where that one came to its saddle
   * @param copy takes that saddle to this one
   */
  void goOn(Descent other, Mark mark, Transformation copy) {
    for (Descent.Point p : other.points().subList(mark.points(), other.points().size())) {
      double at = length + (p.arcLength() - mark.length());
      points.add(new Descent.Point(at, p.energy(), copy.apply(p.coordinates())));
    }
    for (PolishedPoint saddle :
        other.saddles().subList(mark.saddles() + 1, other.saddles().size())) {
      saddles.add(saddle.copied(copy));
    }
    length += other.length() - mark.length();
    steps += other.steps() - (mark.steps() + 1);
  }

  int steps() {
    return steps;
  }

  int saddles() {
    return saddles.size();
  }

  Descent end(Stop stop) {
    boolean reached = stop.kind() == Stop.Kind.MINIMUM;
    return new Descent(stop.point(), points, length, steps, saddles, reached);
  }

  /** A place on a path: how many points and saddles come before, how long it is, in what steps. */
  record Mark(int points, int saddles, double length, int steps) {}
}
