package dev.tarn.path;

import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Takes paths that were followed in a potential's units into its own numbers. Points and paths that
 * several forks share stay shared. For one pathway.
 */
final class PathInUnits {
  private final Units units;
  private final IdentityHashMap<PolishedPoint, PolishedPoint> points = new IdentityHashMap<>();
  private final IdentityHashMap<Descent, Descent> descents = new IdentityHashMap<>();

  PathInUnits(Units units) {
    this.units = units;
  }

  Pathway leave(Pathway pathway) {
    if (units.areOne()) {
      return pathway;
    }
    return new Pathway(
        leave(pathway.transitionState()),
        leave(pathway.minus()),
        leave(pathway.plus()),
        pathway.forks().stream()
            .map(fork -> new Pathway.Fork(fork.side(), leave(fork.saddle()), leave(fork.ways())))
            .toList());
  }

  Descent leave(Descent descent) {
    return units.areOne() ? descent : descents.computeIfAbsent(descent, this::converted);
  }

  private Descent converted(Descent descent) {
    return new Descent(
        leave(descent.end()),
        descent.points().stream().map(this::leave).toList(),
        units.length() * descent.length(),
        descent.steps(),
        descent.saddles().stream().map(this::leave).toList(),
        descent.reached());
  }

  private List<Descent> leave(List<Descent> ways) {
    return ways.stream().map(this::leave).toList();
  }

  private PolishedPoint leave(PolishedPoint point) {
    return points.computeIfAbsent(point, key -> key.times(units.length(), units.energy()));
  }

  private Descent.Point leave(Descent.Point point) {
    return new Descent.Point(
        units.length() * point.arcLength(),
        units.energy() * point.energy(),
        units.leave(point.coordinates()));
  }
}
