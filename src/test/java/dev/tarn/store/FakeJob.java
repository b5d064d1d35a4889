package dev.tarn.store;

import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.JobReport;
import dev.tarn.explore.Journal;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A job with made-up results. */
final class FakeJob implements Journal.Merge {
  private final Landscape landscape;
  private final int run;
  private final long number;
  private final List<PolishedPoint> found;
  private JobReport.Kind kind = JobReport.Kind.RANDOM_STARTS;
  private int from;
  private int to;
  private long quiet;
  private Optional<Boolean> announced = Optional.empty();
  private Optional<JobReport.Trial> trial = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();

  FakeJob(RunRecorder recorder, long number, PolishedPoint... found) {
    landscape = recorder.landscape();
    run = recorder.restart().run();
    this.number = number;
    this.found = List.of(found);
  }

  /** The job of a search between two minima. */
  FakeJob between(int a, int b) {
    kind = JobReport.Kind.PAIR;
    from = a;
    to = b;
    return this;
  }

  /** The number of searches without anything new that it reports. */
  FakeJob quiet(long value) {
    quiet = value;
    return this;
  }

  /** What its searches have cost. */
  FakeJob costing(JobReport.Trial value) {
    trial = Optional.of(value);
    return this;
  }

  /** Says that there is news, or none, whatever the truth. */
  FakeJob announcing(boolean news) {
    announced = Optional.of(news);
    return this;
  }

  /** Fails once everything is merged. */
  FakeJob failing(RuntimeException e) {
    failure = Optional.of(e);
    return this;
  }

  /** A made-up stationary point; different numbers give different classes. */
  static PolishedPoint point(NetworkDescription network, int number, int index) {
    int n = network.network().dimension();
    double[] x = new double[n];
    double[] eigenvalues = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = StrictMath.sin(number + 0.37 * i);
      eigenvalues[i] = i < index ? -1.0 : 1.0 + i;
    }
    return new PolishedPoint(x, 0.1 + 0.01 * number, 1e-15, eigenvalues, index, true, false);
  }

  @Override
  public boolean hasNews() {
    return announced.orElseGet(
        () -> found.stream().anyMatch(p -> landscape.find(p.energy(), p.coordinates()).isEmpty()));
  }

  /** Merges; a new transition state is joined to the last minimum before it and to the first. */
  @Override
  public JobReport run() {
    List<StationaryPoint> newPoints = new ArrayList<>();
    List<Connection> newConnections = new ArrayList<>();
    Map<Integer, Long> hits = new TreeMap<>();
    int first = 0;
    int last = 0;
    for (PolishedPoint p : found) {
      Landscape.Addition addition =
          landscape.add(p, new StationaryPoint.Provenance(run, number, kind.label()));
      int id = addition.point().id();
      hits.merge(id, 1L, Long::sum);
      if (addition.isNew()) {
        newPoints.add(addition.point());
      }
      if (p.index() == 0) {
        first = first == 0 ? id : first;
        last = id;
      } else if (addition.isNew()) {
        Connection connection = new Connection(id, last, first, 1.0 / 3.0, 2.5, 0);
        landscape.connect(connection);
        newConnections.add(connection);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    ExplorerEvent.Progress progress =
        new ExplorerEvent.Progress(
            number + 1,
            10 * (number + 1),
            0,
            0,
            0,
            BigInteger.ZERO,
            quiet,
            1000,
            0,
            Duration.ofSeconds(1));
    return new JobReport(
        number,
        kind,
        from,
        to,
        10,
        found.size(),
        1,
        0,
        ExplorerEvent.Failures.NONE,
        newPoints,
        newConnections,
        List.of(),
        hits,
        trial,
        progress);
  }
}
