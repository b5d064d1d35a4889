package dev.tarn.explore;

import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a job has found so far: distinct classes with the number of hits of each. */
final class Harvest {
  private static final Find[] NO_CLASSES = {};
  private static final PolishedPoint[] NO_POINTS = {};

  private final OrbitIndex seen;
  private final List<Find> found = new ArrayList<>();
  private final List<PolishedPoint> degenerate = new ArrayList<>();
  private int searches;
  private JobReport.@Nullable Trial trial;
  private ExplorerEvent.Failures failures = ExplorerEvent.Failures.NONE;

  Harvest(Potential potential, Tolerances tolerances) {
    seen = new OrbitIndex(potential, tolerances);
  }

  void countSearch() {
    searches++;
  }

  /** Counts a search that ended in no stationary point, by the gradient where it ended. */
  void countFailure(double rms) {
    failures = failures.plus(rms);
  }

  /** Takes a proper stationary point. */
  void add(PolishedPoint point, boolean verified) {
    int known = seen.find(point);
    if (known == OrbitIndex.ABSENT) {
      seen.add(found.size(), point);
      found.add(Find.of(point, verified));
    } else {
      found.set(known, found.get(known).again());
    }
  }

  void setTrial(JobReport.Trial counted) {
    trial = counted;
  }

  void addDegenerate(PolishedPoint point) {
    degenerate.add(point);
  }

  JobResult result() {
    return new JobResult(
        searches, failures, found.toArray(NO_CLASSES), degenerate.toArray(NO_POINTS), trial);
  }
}
