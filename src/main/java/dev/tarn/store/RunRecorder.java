package dev.tarn.store;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.explore.Journal;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase.TestResult;
import dev.tarn.text.TarnVersion;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a run of an exploration to its database while it runs.
 *
 * <p>A job that found something new is merged under the database's lock: first come the points that
 * other processes have added meanwhile, then the job's own, so that ids stay unique and no class is
 * stored twice; all of it is committed before {@link #append} returns. The counters of jobs that
 * found nothing are kept back for up to half a second, so that they cost no time. A process that is
 * killed loses these counters and nothing else; the searches that they stand for will be repeated.
 *
 * <p>Not thread-safe: for the explorer's thread. Every method throws {@link StoreException} when
 * the file cannot be written; the transaction is then undone.
 */
public final class RunRecorder implements Journal, AutoCloseable {
  private static final long KEEP_BACK_NANOS = Duration.ofMillis(500).toNanos();

  private final Sql sql;
  private final Landscape landscape;
  private final int dimension;
  private final Optional<PotentialCodec.Description.Tester> tester;
  private final Journal.Restart restart;
  private final Map<Integer, Long> pendingHits = new TreeMap<>();
  private final List<JobReport> pendingAttempts = new ArrayList<>();
  private final List<JobReport.Trial> pendingTrials = new ArrayList<>();
  private int lastLoaded;
  private ExplorerEvent.Progress progress;
  private long degenerate;
  private long failedPaths;
  private long unconverged;
  private long notFinite;
  private long lastWrite = System.nanoTime();
  private boolean finished;

  RunRecorder(
      Sql sql,
      Landscape landscape,
      int dimension,
      Optional<PotentialCodec.Description.Tester> tester,
      ExplorerSettings settings,
      Map<String, String> options) {
    this.sql = sql;
    this.landscape = landscape;
    this.dimension = dimension;
    this.tester = tester;
    restart = sql.write(() -> begin(settings, options));
    progress =
        new ExplorerEvent.Progress(
            restart.nextJob(), 0, 0, 0, 0, BigInteger.ZERO, restart.quiet(), 0, 0, Duration.ZERO);
  }

  private Journal.Restart begin(ExplorerSettings settings, Map<String, String> options)
      throws SQLException {
    loadNews();
    TableRows.loadDegenerate(sql, landscape, dimension);
    List<RunRecord> runs = TableRows.runs(sql);
    long nextJob = runs.stream().mapToLong(run -> run.firstJob() + run.jobs()).max().orElse(0);
    long quiet = runs.isEmpty() ? 0 : quietAfter(runs.get(runs.size() - 1), settings);
    sql.update(
        "INSERT INTO runs (version, java, seed, threads, effort, goal, max_index, zero_cutoff,"
            + " configuration, started, status, first_job, jobs, searches, quiet, degenerate,"
            + " failed_paths, last_point) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,0,0,?,0,0,?)",
        TarnVersion.current(),
        System.getProperty("java.version", "unknown"),
        settings.seed(),
        settings.threads(),
        settings.effort().label(),
        settings.goal().label(),
        settings.maxIndex(),
        settings.tolerances().zeroCutoff(),
        SettingsJson.of(settings, landscape.scales(), options),
        now(),
        RunRecord.RUNNING,
        nextJob,
        quiet,
        lastLoaded);
    int run = sql.queryInt("SELECT last_insert_rowid()");
    long searches = runs.stream().mapToLong(RunRecord::searches).sum();
    return new Journal.Restart(
        run, nextJob, quiet, searches, triedPairs(), SearchMethods.read(sql));
  }

  /**
   * The quiet searches that count for a further run: those of the last one, if they came from the
   * same sequence of searches and nobody has found anything since.
   */
  private long quietAfter(RunRecord last, ExplorerSettings settings) {
    boolean sameSearches =
        last.seed() == settings.seed()
            && last.goal().equals(settings.goal().label())
            && last.maxIndex() == settings.maxIndex()
            && last.zeroCutoff() == settings.tolerances().zeroCutoff()
            && SettingsJson.batch(last.configuration()) == settings.batch()
            // A dropped transition state is known to this run no more.
            && last.failedPaths() == 0;
    return sameSearches && last.lastPoint() == lastLoaded ? last.quiet() : 0;
  }

  private Set<Journal.Restart.Pair> triedPairs() throws SQLException {
    return new HashSet<>(
        sql.query(
            row -> Journal.Restart.Pair.of(row.getInt(1), row.getInt(2)),
            "SELECT DISTINCT from_minimum, to_minimum FROM attempts WHERE kind = ?",
            JobReport.Kind.PAIR.label()));
  }

  /**
   * The landscape of the file, which grows with the run.
   *
   * @return the landscape to give to the explorer
   */
  public Landscape landscape() {
    return landscape;
  }

  /**
   * Where the run goes on from.
   *
   * @return the restart to give to the explorer
   */
  public Journal.Restart restart() {
    return restart;
  }

  @Override
  public JobReport append(Landscape target, Merge merge) {
    if (target != landscape) {
      throw new IllegalArgumentException("the landscape is not the one of this recorder");
    }
    if (merge.hasNews()) {
      return sql.write(
          () -> {
            loadNews();
            JobReport report = merge.run();
            take(report);
            writeAll(report);
            return report;
          });
    }
    JobReport report = merge.run();
    take(report);
    if (!report.newPoints().isEmpty()
        || !report.newConnections().isEmpty()
        || !report.newDegenerate().isEmpty()
        || System.nanoTime() - lastWrite > KEEP_BACK_NANOS) {
      sql.write(
          () -> {
            checkIds(report);
            writeAll(report);
            return report;
          });
    }
    return report;
  }

  /**
   * Counts further hits of known points, which searches elsewhere have made. They are written with
   * what comes next.
   *
   * @param further how many, by id
   */
  public void count(Map<Integer, Long> further) {
    further.forEach(
        (id, hits) -> {
          landscape.hit(id, hits);
          pendingHits.merge(id, hits, Long::sum);
        });
  }

  /** A point that came unannounced got its id without the lock: somebody else may have it. */
  private void checkIds(JobReport report) throws SQLException {
    if (!report.newPoints().isEmpty() && TableRows.lastPoint(sql) != lastLoaded) {
      throw new StoreException(
          sql.file() + ": another process added points at the same moment: run again");
    }
  }

  /** Reads what other processes have added since the last look. */
  private void loadNews() throws SQLException {
    TableRows.load(sql, landscape, dimension, lastLoaded);
    lastLoaded = landscape.lastId();
  }

  private void take(JobReport report) {
    progress = report.progress();
    degenerate += report.degenerate();
    failedPaths += report.failedPaths();
    unconverged += report.failures().unconverged();
    notFinite += report.failures().notFinite();
    report.trial().ifPresent(pendingTrials::add);
    report.hits().forEach((id, count) -> pendingHits.merge(id, count, Long::sum));
    if (report.kind() == JobReport.Kind.PAIR || report.kind() == JobReport.Kind.FROM_MINIMUM) {
      pendingAttempts.add(report);
    }
  }

  private void writeAll(JobReport report) throws SQLException {
    for (StationaryPoint point : report.newPoints()) {
      // Its hits are among the pending ones.
      TableRows.insert(sql, point, 0);
      Optional<TestResult> test = tester.map(asked -> asked.test(point.coordinates()));
      if (test.isPresent()) {
        TableRows.note(sql, point.id(), test.get());
      }
    }
    for (Connection connection : report.newConnections()) {
      TableRows.insert(sql, connection);
    }
    for (PolishedPoint point : report.newDegenerate()) {
      TableRows.insertDegenerate(sql, point, restart.run());
    }
    lastLoaded = landscape.lastId();
    writePending();
  }

  private void writePending() throws SQLException {
    for (Map.Entry<Integer, Long> hit : pendingHits.entrySet()) {
      sql.update(
          "UPDATE stationary_points SET hits = hits + ? WHERE id = ?",
          hit.getValue(),
          hit.getKey());
    }
    for (JobReport attempt : pendingAttempts) {
      sql.update(
          "INSERT INTO attempts (run, job, kind, from_minimum, to_minimum, searches, converged)"
              + " VALUES (?,?,?,?,nullif(?,0),?,?)",
          restart.run(),
          attempt.job(),
          attempt.kind().label(),
          attempt.from(),
          attempt.to(),
          attempt.searches(),
          attempt.converged());
    }
    SearchMethods.add(sql, pendingTrials);
    sql.update(
        "UPDATE runs SET jobs = ?, searches = ?, quiet = ?, degenerate = ?, failed_paths = ?,"
            + " unconverged = ?, not_finite = ?, last_point = ? WHERE id = ?",
        progress.jobs() - restart.nextJob(),
        progress.searches(),
        progress.quiet(),
        degenerate,
        failedPaths,
        unconverged,
        notFinite,
        lastLoaded,
        restart.run());
    pendingHits.clear();
    pendingAttempts.clear();
    pendingTrials.clear();
    lastWrite = System.nanoTime();
  }

  /**
   * Writes the end of the run.
   *
   * @param exploration how it ended
   */
  public void finish(Exploration exploration) {
    progress = exploration.progress();
    String status =
        switch (exploration.status()) {
          case DONE -> RunRecord.DONE;
          case INCOMPLETE -> "incomplete";
          case NOTHING_FOUND -> "nothing-found";
          case OUT_OF_TIME -> "out-of-time";
          case LIMIT -> "limit";
          case STOPPED -> "interrupted";
        };
    sql.write(
        () -> {
          writePending();
          writeEnd(status);
          return status;
        });
    finished = true;
  }

  /**
   * Marks the run as failed unless {@link #finish} was called. The counters kept back are dropped:
   * the job that failed must be done again.
   */
  @Override
  public void close() {
    if (!finished) {
      finished = true;
      sql.write(
          () -> {
            writeEnd(RunRecord.FAILED);
            return restart;
          });
    }
  }

  private void writeEnd(String status) throws SQLException {
    sql.update(
        "UPDATE runs SET finished = ?, status = ? WHERE id = ?", now(), status, restart.run());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
