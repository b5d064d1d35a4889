package dev.tarn.cli.command;

import dev.tarn.cli.command.SearchCommand.Preparation;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.JobRunner;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.potential.Evaluator;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An enumeration by kinds of units into a database: level by level, and after each level its points
 * into the landscape, polished and characterised in the full space; at the end transition states,
 * with their paths.
 */
final class LevelRun {
  private static final String METHOD = "kinds";
  private static final String EARLIER = "smaller network";

  private final Preparation preparation;
  private final Landscape landscape;
  private final int hidden;
  private final int maxIndex;
  private final JobRunner runner;
  private final KindEnumeration enumeration;
  private final Set<KindClass> taken = new HashSet<>();
  private long failedPaths;

  LevelRun(Preparation preparation) {
    this.preparation = preparation;
    landscape = preparation.recorder().landscape();
    hidden = preparation.network().architecture().units();
    ExplorerSettings settings = preparation.settings();
    maxIndex = KindEnumeration.maxIndex(settings);
    runner = JobRunner.threads(settings.threads());
    enumeration =
        new KindEnumeration(
            preparation.network(),
            preparation.left().map(settings::withMaxTime).orElse(settings),
            preparation.database().levels(settings));
  }

  /** Runs to the end; interrupted or out of time, the levels keep what is not in the landscape. */
  Exploration run() {
    Status status = Status.DONE;
    for (int level = 0; level <= hidden; level++) {
      status =
          enumeration.run(
              level,
              runner,
              preparation.cancellation(),
              report -> preparation.view().update(report, hidden));
      if (isCutShort(status)) {
        return end(status);
      }
      Status adopted = adopt(level, false);
      if (isCutShort(adopted)) {
        return end(adopted);
      }
    }
    // Their paths take longer than all else, and whoever has little time wants points.
    Status connected = adopt(hidden, true);
    if (isCutShort(connected)) {
      return end(connected);
    }
    Status earlier = adoptEarlier();
    if (isCutShort(earlier)) {
      return end(earlier);
    }
    boolean balanced =
        maxIndex < Integer.MAX_VALUE
            || Completeness.agree(
                landscape.morseSum(), preparation.network().eulerCharacteristic());
    boolean well = balanced && failedPaths == 0 && landscape.degeneratePoints().isEmpty();
    return end(status == Status.DONE && well ? Status.DONE : Status.INCOMPLETE);
  }

  private static boolean isCutShort(Status status) {
    return status == Status.STOPPED || status == Status.OUT_OF_TIME;
  }

  private Status adopt(int level, boolean transitionStates) {
    KindCatalogue catalogue = enumeration.catalogue();
    List<KindClass> all = new ArrayList<>(catalogue.classes(level));
    all.addAll(catalogue.degenerate(level));
    List<double[]> points = new ArrayList<>();
    for (KindClass each : all) {
      boolean isTurn = transitionStates == (each.index(hidden) == 1);
      if (isTurn && each.index(hidden) <= maxIndex && taken.add(each) && find(each).isEmpty()) {
        points.add(catalogue.coordinates(each, hidden));
      }
    }
    return adopt(points, METHOD, report -> show(report, level, points.size(), transitionStates));
  }

  private Status adopt(List<double[]> points, String method, Consumer<? super JobReport> observer) {
    if (points.isEmpty()) {
      return Status.DONE;
    }
    Exploration end = preparation.run(preparation.adopting(points, method), observer);
    failedPaths += end.failedPaths();
    return end.status();
  }

  /** What the file held of smaller networks, where the levels do not have it. */
  private Status adoptEarlier() {
    Evaluator evaluator = preparation.network().evaluator();
    List<double[]> unknown =
        preparation.database().earlierPoints().stream()
            .filter(x -> landscape.find(evaluator.energy(x), x).isEmpty())
            .toList();
    return adopt(unknown, EARLIER, report -> show(report, hidden, unknown.size(), false));
  }

  private void show(JobReport report, int level, int points, boolean transitionStates) {
    String counts =
        transitionStates
            ? Numbers.count(points, "transition state", "transition states") + " to be connected"
            : "level "
                + level
                + " of "
                + hidden
                + ", "
                + Numbers.count(points, "point", "points")
                + " into the landscape";
    preparation.view().update(counts, enumeration.progress(level), !report.newPoints().isEmpty());
  }

  private Optional<StationaryPoint> find(KindClass each) {
    return landscape.find(each.energy(), enumeration.catalogue().coordinates(each, hidden));
  }

  /** A point is hit as often as its class at the least. */
  private void countHits() {
    Map<Integer, Long> further = new TreeMap<>();
    for (KindClass each : taken) {
      long hits = enumeration.catalogue().hits(each);
      find(each)
          .filter(point -> hits > landscape.hits(point.id()))
          .ifPresent(point -> further.put(point.id(), hits - landscape.hits(point.id())));
    }
    preparation.recorder().count(further);
  }

  private Exploration end(Status status) {
    countHits();
    Progress levels = enumeration.progress(hidden);
    Progress progress =
        new Progress(
            preparation.recorder().restart().nextJob(),
            levels.searches(),
            landscape.count(0),
            landscape.count(1),
            landscape.size(),
            landscape.morseSum(),
            levels.quiet(),
            levels.patience(),
            levels.openJobs(),
            levels.elapsed());
    return new Exploration(
        status, "by kinds of units", progress, landscape.degeneratePoints().size(), failedPaths);
  }
}
