package dev.tarn.study;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.study.Reliability.Basin;
import dev.tarn.study.Reliability.Basin.Kind;
import dev.tarn.study.Reliability.Share;
import dev.tarn.train.Learner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Puts the ends of runs together that are the same. Used once, by one thread. */
final class BasinSorter {
  private static final double DEGENERATE_ENERGY = 1e-8;

  /**
   * The end of one run.
   *
   * @param run the number of the run
   * @param point where it settled
   * @param accuracy the accuracy there
   */
  record End(long run, PolishedPoint point, OptionalDouble accuracy) {
    Kind kind() {
      if (!point.converged()) {
        return Kind.UNSETTLED;
      }
      if (point.eigenvalues()[0] < -Tolerances.defaults().zeroCutoff()) {
        return Kind.SADDLE;
      }
      return point.degenerate() ? Kind.DEGENERATE : Kind.MINIMUM;
    }
  }

  /** Ends that are the same. */
  private static final class Group {
    private final End first;
    private End lowest;
    private int count;

    Group(End first) {
      this.first = first;
      lowest = first;
    }

    void add(End end) {
      lowest = end.point().energy() < lowest.point().energy() ? end : lowest;
      count++;
    }
  }

  private final ReliabilitySettings settings;
  private final Optional<Landscape> catalogue;
  private final Learner learner;
  private final OrbitIndex orbits;
  private final List<Group> groups = new ArrayList<>();

  BasinSorter(Learner learner, ReliabilitySettings settings, Optional<Landscape> catalogue) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.learner = learner;
    orbits = new OrbitIndex(learner.potential().symmetry());
  }

  void add(End end) {
    group(end).add(end);
  }

  /** The lowest energy of an end or of the catalogue. */
  double best() {
    double best =
        catalogue
            .flatMap(Landscape::globalMinimum)
            .map(StationaryPoint::energy)
            .orElse(Double.POSITIVE_INFINITY);
    for (Group group : groups) {
      best = Math.min(best, group.lowest.point().energy());
    }
    return best;
  }

  /** The basins, the most frequent one first, then by energy and by the first run. */
  List<Basin> basins() {
    double best = best();
    return groups.stream()
        .map(group -> basin(group, best))
        .sorted(
            Comparator.comparingInt((Basin basin) -> -basin.share().count())
                .thenComparingDouble(Basin::energy)
                .thenComparingLong(Basin::firstRun))
        .toList();
  }

  private Basin basin(Group group, double best) {
    End end = group.lowest;
    PolishedPoint point = end.point();
    boolean good = settings.good().isGood(point.energy(), end.accuracy(), best);
    return new Basin(
        end.kind(),
        point.index(),
        point.energy(),
        end.accuracy(),
        learner.liveUnits(point.coordinates()),
        Vector.of(point.coordinates()),
        group.first.run(),
        Share.of(group.count, settings.runs(), settings.level()),
        good && end.kind() != Kind.SADDLE,
        known(end));
  }

  private OptionalInt known(End end) {
    Optional<StationaryPoint> found =
        catalogue
            .filter(points -> end.kind() == Kind.MINIMUM)
            .flatMap(points -> points.find(end.point().energy(), end.point().coordinates()));
    return found.map(point -> OptionalInt.of(point.id())).orElse(OptionalInt.empty());
  }

  private Group group(End end) {
    boolean byOrbit = end.kind() == Kind.MINIMUM || end.kind() == Kind.SADDLE;
    PolishedPoint point = end.point();
    if (byOrbit) {
      int label = orbits.find(point);
      if (label != OrbitIndex.ABSENT) {
        return groups.get(label);
      }
      orbits.add(groups.size(), point);
    } else {
      for (Group group : groups) {
        if (isSame(group.first, end)) {
          return group;
        }
      }
    }
    Group added = new Group(end);
    groups.add(added);
    return added;
  }

  private boolean isSame(End first, End end) {
    double tolerance =
        end.kind() == Kind.UNSETTLED ? settings.energyTolerance() : DEGENERATE_ENERGY;
    double accuracies = Math.abs(first.accuracy().orElse(0.0) - end.accuracy().orElse(0.0));
    return first.kind() == end.kind()
        && Math.abs(first.point().energy() - end.point().energy()) <= tolerance
        && accuracies <= settings.accuracyTolerance();
  }
}
