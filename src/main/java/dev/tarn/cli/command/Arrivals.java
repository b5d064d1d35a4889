package dev.tarn.cli.command;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobKind;
import dev.tarn.explore.JobReport;
import dev.tarn.explore.Journal;
import dev.tarn.explore.Progress;
import dev.tarn.explore.Restart;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.RegularisedNetwork;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecorder;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The points in which branches arrived, on their way into a database: polished in the full space,
 * transition states with the minima that they join. They make one run of the database, without
 * searches, that is committed as a whole.
 */
public final class Arrivals {
  private static final String METHOD = "continuation";

  private record Arrival(PolishedPoint point, Optional<Pathway> pathway) {}

  private final List<Arrival> arrivals = new ArrayList<>();
  private final long began = System.nanoTime();
  private final List<PolishedPoint> degenerate = new ArrayList<>();
  private final OptionalLong expectedSum;
  private int unconverged;
  private int failedPaths;

  public Arrivals(Network network, List<double[]> reducedPoints) {
    expectedSum = network.eulerCharacteristic();
    RegularisedNetwork family = new RegularisedNetwork(network);
    StationaryPolish polish = StationaryPolish.of(network);
    SteepestDescent descent = new SteepestDescent(network, PathSettings.defaults());
    for (double[] x : reducedPoints) {
      PolishedPoint point = polish.polish(family.leave(x));
      if (!point.converged()) {
        unconverged++;
      } else if (point.degenerate()) {
        degenerate.add(point);
      } else if (point.index() == 1) {
        Pathway pathway = descent.pathway(point, false);
        if (pathway.isProper()) {
          arrivals.add(new Arrival(point, Optional.of(pathway)));
        } else {
          failedPaths++;
        }
      } else {
        arrivals.add(new Arrival(point, Optional.empty()));
      }
    }
  }

  /** Writes the points; returns what became of them, in words. */
  public String store(LandscapeDatabase database, int threads) {
    try (RunRecorder recorder =
        database.startRun(ExplorerSettings.defaults().withThreads(threads))) {
      Landscape landscape = recorder.landscape();
      Merging merging = new Merging(landscape, recorder.restart());
      JobReport report = recorder.append(landscape, merging);
      // Complete as far as the Morse sum can tell; no search has tried to add to it.
      Status status =
          Completeness.agree(landscape.morseSum(), expectedSum) ? Status.DONE : Status.INCOMPLETE;
      recorder.finish(
          new Exploration(status, METHOD, report.progress(), degenerate.size(), failedPaths));
      return Numbers.count(report.newPoints().size(), "new point", "new points")
          + ", "
          + Numbers.count(landscape.size(), "point", "points")
          + " in all, Morse sum "
          + landscape.morseSum()
          + aside(degenerate.size(), "degenerate")
          + aside(unconverged, "with a gradient above 1e-12")
          + aside(failedPaths, "without a path to two minima");
    }
  }

  private static String aside(int count, String why) {
    return count == 0 ? "" : "; " + count + " put aside: " + why;
  }

  private final class Merging implements Journal.Merge {
    private final Landscape landscape;
    private final Restart restart;
    private final List<StationaryPoint> newPoints = new ArrayList<>();
    private final List<Connection> newConnections = new ArrayList<>();
    private final Map<Integer, Long> hits = new TreeMap<>();

    Merging(Landscape landscape, Restart restart) {
      this.landscape = landscape;
      this.restart = restart;
    }

    @Override
    public boolean hasNews() {
      return arrivals.stream()
          .anyMatch(a -> landscape.find(a.point.energy(), a.point.coordinates()).isEmpty());
    }

    @Override
    public JobReport run() {
      for (Arrival arrival : arrivals) {
        StationaryPoint point = add(arrival.point);
        if (arrival.pathway.isPresent() && landscape.connection(point.id()).isEmpty()) {
          connect(point, arrival.pathway.get());
        }
      }
      return new JobReport(
          restart.nextJob(),
          JobKind.SEEDS,
          0,
          0,
          0,
          arrivals.size(),
          degenerate.size(),
          failedPaths,
          List.copyOf(newPoints),
          List.copyOf(newConnections),
          List.copyOf(degenerate),
          Map.copyOf(hits),
          progress());
    }

    private StationaryPoint add(PolishedPoint found) {
      Landscape.Addition addition =
          landscape.add(found, new Provenance(restart.run(), restart.nextJob(), METHOD));
      hits.merge(addition.point().id(), 1L, Long::sum);
      if (addition.isNew()) {
        newPoints.add(addition.point());
      }
      return addition.point();
    }

    private int findOrAdd(PolishedPoint end) {
      return landscape.find(end).orElseGet(() -> add(end)).id();
    }

    private void connect(StationaryPoint transitionState, Pathway pathway) {
      Connection connection =
          Connection.of(transitionState.id(), pathway, end -> add(end).id(), this::findOrAdd);
      landscape.connect(connection);
      newConnections.add(connection);
    }

    /** No search was made, so the jobs of a later exploration begin where they would have. */
    private Progress progress() {
      return new Progress(
          restart.nextJob(),
          0,
          landscape.count(0),
          landscape.count(1),
          landscape.size(),
          landscape.morseSum(),
          0,
          0,
          0,
          Duration.ofNanos(System.nanoTime() - began));
    }
  }
}
