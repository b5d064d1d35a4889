package dev.tarn.landscape;

import dev.tarn.minimise.PolishedPoint;
import dev.tarn.potential.OrbitIndex;
import dev.tarn.potential.Symmetry;
import java.util.ArrayList;
import java.util.List;

/** Points that a landscape did not take in, one of each class. Not thread-safe. */
final class PointsAside {
  private final OrbitIndex index;
  private final List<PolishedPoint> points = new ArrayList<>();

  PointsAside(Symmetry symmetry) {
    index = new OrbitIndex(symmetry);
  }

  /** Puts a point aside; returns whether no copy of it was there before. */
  boolean add(PolishedPoint point) {
    if (index.find(point.energy(), point.coordinates()) != OrbitIndex.ABSENT) {
      return false;
    }
    index.add(points.size(), point.energy(), point.coordinates());
    points.add(point);
    return true;
  }

  /** Those that the landscape has not taken in since, in the order in which they came. */
  List<PolishedPoint> notIn(Landscape landscape) {
    return points.stream()
        .filter(point -> landscape.find(point.energy(), point.coordinates()).isEmpty())
        .toList();
  }
}
