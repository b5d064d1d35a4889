package dev.tarn.store.levels;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerEvent.Failures;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.JobRunner;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.potential.Evaluator;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An enumeration by kinds of units into a database: level by level, and after each level its points
 * into the landscape, polished and characterised in the full space; at the end transition states,
 * with their paths. For one thread, and to be run once.
 */
public final class LevelRun {
  private static final String METHOD = "kinds";
  private static final String EARLIER = "smaller network";

  /** Is told how a run gets on: after each job that is merged, on the run's thread. */
  @FunctionalInterface
  public interface Watch {

    /**
     * Takes notice of a merged job.
     *
     * @param counts what is known, in words
     * @param progress how the search stands
     * @param news whether the job found something new
     */
    void update(String counts, Progress progress, boolean news);
  }

  private final DatabaseRun into;
  private final Watch watch;
  private final Network network;
  private final Landscape landscape;
  private final int hidden;
  private final int maxIndex;
  private final JobRunner runner;
  private final KindEnumeration enumeration;

  /** The classes that are in the landscape, with their weights. */
  private final Map<KindClass, double[]> taken = new LinkedHashMap<>();

  private long failedPaths;

  /**
   * Prepares a run.
   *
   * @param into the database, of a network that levels serve ({@link KindCatalogue#serves})
   * @param watch is told how the run gets on
   * @throws IllegalArgumentException if the network has not one hidden layer, or some weight is not
   *     regularised
   */
  public LevelRun(DatabaseRun into, Watch watch) {
    this.into = into;
    this.watch = watch;
    network = into.network();
    landscape = into.recorder().landscape();
    hidden = network.architecture().units();
    ExplorerSettings settings = into.settings();
    maxIndex = KindEnumeration.maxIndex(settings);
    runner = into.runner();
    enumeration =
        new KindEnumeration(
            network,
            into.left().map(settings::withMaxTime).orElse(settings),
            into.database().levels(settings));
  }

  /**
   * Offers classes of a near network as starting points, such as those at another regularisation
   * parameter ({@link KindEnumeration#offer}).
   *
   * @param near classes of networks with the same inputs and outputs; those of more units than this
   *     network has are passed over
   */
  public void offer(List<KindClass> near) {
    enumeration.offer(near.stream().filter(each -> each.units() <= hidden).toList());
  }

  /**
   * Runs to the end; interrupted or out of time, the levels keep what is not in the landscape.
   *
   * @return how it ended, to be told to the recorder
   */
  public Exploration run() {
    Status status = Status.DONE;
    for (int level = 0; level <= hidden; level++) {
      status = enumeration.run(level, runner, into.cancellation(), this::show);
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
            || Completeness.agree(landscape.morseSum(), network.eulerCharacteristic());
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
      int index = each.index(hidden);
      if (transitionStates == (index == 1) && index <= maxIndex && !taken.containsKey(each)) {
        double[] x = catalogue.coordinates(each, hidden);
        taken.put(each, x);
        if (landscape.find(each.energy(), x).isEmpty()) {
          points.add(x);
        }
      }
    }
    return adopt(points, METHOD, report -> show(report, level, points.size(), transitionStates));
  }

  private Status adopt(List<double[]> points, String method, Consumer<? super JobReport> observer) {
    if (points.isEmpty()) {
      return Status.DONE;
    }
    Exploration end = into.run(into.adopting(points, method), observer);
    failedPaths += end.failedPaths();
    return end.status();
  }

  /** What the file held of smaller networks, where the levels do not have it. */
  private Status adoptEarlier() {
    Evaluator evaluator = network.evaluator();
    List<double[]> unknown =
        into.database().earlierPoints().stream()
            .filter(x -> landscape.find(evaluator.energy(x), x).isEmpty())
            .toList();
    return adopt(unknown, EARLIER, report -> show(report, hidden, unknown.size(), false));
  }

  /** The level that is searched, and what is known of the network with as many units. */
  private void show(KindJournal.Report report) {
    watch.update(
        "level "
            + report.level()
            + " of "
            + hidden
            + ", "
            + Numbers.count(report.progress().classes(), "class", "classes")
            // Without the higher indices it means nothing.
            + (maxIndex == Integer.MAX_VALUE ? ", sum " + report.progress().morseSum() : ""),
        report.progress(),
        !report.newClasses().isEmpty());
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
    watch.update(counts, enumeration.progress(level), !report.newPoints().isEmpty());
  }

  /** A point is hit as often as its class at the least. */
  private void countHits() {
    Map<Integer, Long> further = new TreeMap<>();
    taken.forEach(
        (each, x) -> {
          long hits = enumeration.catalogue().hits(each);
          Optional<StationaryPoint> point = landscape.find(each.energy(), x);
          point
              .filter(known -> hits > landscape.hits(known.id()))
              .ifPresent(known -> further.put(known.id(), hits - landscape.hits(known.id())));
        });
    into.recorder().count(further);
  }

  private Exploration end(Status status) {
    countHits();
    Progress levels = enumeration.progress(hidden);
    Progress progress =
        new Progress(
            into.recorder().restart().nextJob(),
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
        status,
        "by kinds of units",
        progress,
        landscape.degeneratePoints().size(),
        failedPaths,
        Failures.NONE);
  }
}
