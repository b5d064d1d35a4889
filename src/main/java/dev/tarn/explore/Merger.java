package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Merges what jobs found into a landscape. Used by one thread. */
final class Merger {
  private final Landscape landscape;
  private final int run;
  private final int maxIndex;
  private final Tally tally;
  private final MethodChoice choice;
  private final Supplier<ExplorerEvent.Progress> progress;

  /** Transition states that were dropped for a path without end. */
  private final OrbitIndex lostIndex;

  private final List<PolishedPoint> lost = new ArrayList<>();

  /**
   * A merger.
   *
   * @param tolerances when two points count as one
   * @param maxIndex the largest index that is kept
   * @param run the number of the run, for the provenance of points
   * @param tally receives what is counted
   * @param choice receives what searches have cost
   * @param progress says how the run stands, once a job is counted
   */
  Merger(
      Landscape landscape,
      Tolerances tolerances,
      int maxIndex,
      int run,
      Tally tally,
      MethodChoice choice,
      Supplier<ExplorerEvent.Progress> progress) {
    this.landscape = landscape;
    this.run = run;
    this.maxIndex = maxIndex;
    this.tally = tally;
    this.choice = choice;
    this.progress = progress;
    lostIndex = new OrbitIndex(landscape.symmetry(), tolerances, landscape.scales());
  }

  /** Whether a transition state was dropped that nothing has brought back since. */
  boolean hasLost() {
    return lost.stream().anyMatch(point -> landscape.find(point).isEmpty());
  }

  /** The merge of a job's result, under the name of a method that points are found by. */
  Journal.Merge merge(Pipeline.Ready ready, String method) {
    return new Merging(ready, method);
  }

  private boolean isKnown(PolishedPoint point) {
    return landscape.find(point).isPresent();
  }

  private final class Merging implements Journal.Merge {
    private final Job job;
    private final JobResult result;
    private final @Nullable Find[] verified;
    private final StationaryPoint.Provenance provenance;
    private final List<StationaryPoint> newPoints = new ArrayList<>();
    private final List<Connection> newConnections = new ArrayList<>();
    private final List<PolishedPoint> newDegenerate = new ArrayList<>();
    private final Map<Integer, Long> hits = new LinkedHashMap<>();
    private long converged;
    private int degenerate;
    private int dropped;

    Merging(Pipeline.Ready ready, String method) {
      job = ready.job();
      result = ready.result();
      verified = ready.verified();
      provenance = new StationaryPoint.Provenance(run, job.number(), method);
    }

    /** What is to be taken in if the landscape does not know it. */
    private Find settled(int k) {
      Find better = verified[k];
      return better == null ? result.found()[k] : better;
    }

    @Override
    public boolean hasNews() {
      for (int k = 0; k < verified.length; k++) {
        Find find = settled(k);
        if (isProper(find) && find.isUsable() && !isKnown(result.found()[k].point())) {
          return true;
        }
      }
      return false;
    }

    private boolean isProper(Find find) {
      PolishedPoint point = find.point();
      return point.converged() && !point.degenerate() && point.index() <= maxIndex;
    }

    @Override
    public JobReport run() {
      for (int k = 0; k < verified.length; k++) {
        Find first = result.found()[k];
        take(isKnown(first.point()) ? first : settled(k));
      }
      for (PolishedPoint point : result.degenerate()) {
        note(point, 1);
      }
      if (job.kind() != JobReport.Kind.GIVEN) {
        tally.jobs++;
      }
      tally.searches += result.searches();
      tally.failures = tally.failures.plus(result.failures());
      tally.degenerate += degenerate;
      tally.failedPaths += dropped;
      tally.quiet = newPoints.isEmpty() ? tally.quiet + result.searches() : 0;
      return new JobReport(
          job.number(),
          job.kind(),
          job.site(0),
          job.site(1),
          result.searches(),
          Math.toIntExact(converged),
          degenerate,
          dropped,
          result.failures(),
          List.copyOf(newPoints),
          List.copyOf(newConnections),
          List.copyOf(newDegenerate),
          Map.copyOf(hits),
          Optional.ofNullable(result.trial()).flatMap(choice::take),
          progress.get());
    }

    private void take(Find find) {
      PolishedPoint point = find.point();
      if (point.converged() && point.degenerate()) {
        note(point, find.count());
      }
      if (!isProper(find)) {
        return;
      }
      converged += find.count();
      boolean known = isKnown(point);
      if (!known && !find.isUsable()) {
        dropped++;
        if (lostIndex.addIfAbsent(lost.size(), point)) {
          lost.add(point);
        }
        return;
      }
      StationaryPoint added = add(point, find.count());
      Pathway pathway = find.pathway();
      if (!known && pathway != null) {
        connect(added, pathway);
      }
    }

    private void note(PolishedPoint point, long count) {
      degenerate += (int) count;
      if (landscape.noteDegenerate(point)) {
        newDegenerate.add(point);
      }
    }

    private StationaryPoint add(PolishedPoint point, long count) {
      Landscape.Addition addition = landscape.add(point, provenance);
      StationaryPoint added = addition.point();
      // A search from beside a point that falls back into it says nothing about how easily the
      // point is found, nor does a point that was given.
      long counted = isHome(added) || job.kind() == JobReport.Kind.GIVEN ? 0 : count;
      landscape.hit(added.id(), counted - 1);
      hits.merge(added.id(), counted, Long::sum);
      if (addition.isNew()) {
        newPoints.add(added);
      }
      return added;
    }

    private boolean isHome(StationaryPoint point) {
      JobReport.Kind kind = job.kind();
      return (kind == JobReport.Kind.NEIGHBOURHOOD || kind == JobReport.Kind.OF_INDEX)
          && job.site(0) == point.id();
    }

    /** The ways on from a saddle are many, and no sign of how easily their ends are found. */
    private int findOrAdd(PolishedPoint end) {
      return landscape.find(end).orElseGet(() -> add(end, 1)).id();
    }

    private void connect(StationaryPoint transitionState, Pathway pathway) {
      Connection connection =
          Connection.of(transitionState.id(), pathway, end -> add(end, 1).id(), this::findOrAdd);
      landscape.connect(connection);
      newConnections.add(connection);
    }
  }
}
