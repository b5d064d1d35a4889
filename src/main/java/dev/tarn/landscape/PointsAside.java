package dev.tarn.landscape;

import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayList;
import java.util.List;

/** Points that a landscape did not take in, one of each class. Not thread-safe. */
final class PointsAside {
  private final OrbitIndex index;
  private final List<PolishedPoint> points = new ArrayList<>();

  /**
   * Makes an empty collection.
   *
   * @param index an empty index, which tells points apart
   */
  PointsAside(OrbitIndex index) {
    this.index = index;
  }

  /**
   * Puts a point aside.
   *
   * @param point the point as polished
   * @return whether no copy of it was there before
   */
  boolean add(PolishedPoint point) {
    boolean fresh = index.addIfAbsent(points.size(), point);
    if (fresh) {
      points.add(point);
    }
    return fresh;
  }

  /**
   * Those that the landscape has not taken in since, in the order in which they came.
   *
   * @param landscape the landscape
   * @return the points that it does not hold
   */
  List<PolishedPoint> notIn(Landscape landscape) {
    return points.stream().filter(point -> landscape.find(point).isEmpty()).toList();
  }
}
