package dev.tarn.explore;

import dev.tarn.path.Pathway;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job found, before it is merged: distinct classes with the number of hits of each. */
final class JobResult {

  /** A class found by the job. */
  static final class Found {
    final PolishedPoint point;
    final Optional<Pathway> pathway;
    long count = 1;

    Found(PolishedPoint point, Optional<Pathway> pathway) {
      this.point = point;
      this.pathway = pathway;
    }

    /** Whether the landscape may take the point in, should it not know it. */
    boolean isUsable() {
      return point.index() != 1
          || pathway
              .filter(p -> p.complete() && !p.minus().end().degenerate())
              .filter(p -> !p.plus().end().degenerate())
              .isPresent();
    }
  }

  final Job job;
  final List<Found> found = new ArrayList<>();
  private final OrbitIndex seen;
  int searches;
  final List<PolishedPoint> degenerate = new ArrayList<>();

  JobResult(Job job, SymmetryGroup symmetry) {
    this.job = job;
    seen = new OrbitIndex(symmetry);
  }

  /** Counts a hit of a class that the job has found before; false if it has not. */
  boolean countAgain(PolishedPoint point) {
    int known = seen.find(point.energy(), point.coordinates());
    if (known == OrbitIndex.ABSENT) {
      return false;
    }
    found.get(known).count++;
    return true;
  }

  void add(PolishedPoint point, Optional<Pathway> pathway) {
    seen.add(found.size(), point.energy(), point.coordinates());
    found.add(new Found(point, pathway));
  }

  int converged() {
    long sum = 0;
    for (Found f : found) {
      sum += f.count;
    }
    return Math.toIntExact(sum);
  }
}
