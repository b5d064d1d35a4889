package dev.tarn.store.levels;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run into a database: explorers that go on from what it holds, keep what they find there, and
 * together take no longer than the settings say. For the thread of the run.
 *
 * @param database the database, open for writing
 * @param recorder the run's recorder
 * @param settings how to search
 * @param runner where the searches are done
 * @param cancellation a request to stop
 * @param began when the time of the settings began, as {@link System#nanoTime} has it
 */
public record DatabaseRun(
    LandscapeDatabase database,
    RunRecorder recorder,
    ExplorerSettings settings,
    JobRunner runner,
    Cancellation cancellation,
    long began) {

  /**
   * The potential that the database is about.
   *
   * @return the potential
   */
  public Potential potential() {
    return database.description().potential();
  }

  /**
   * The network that the database is about.
   *
   * @return the network
   * @throws dev.tarn.data.UnusableFileException if it is about something else
   */
  public Network network() {
    return database.network().network();
  }

  /**
   * What is left of the longest time, which opening and preparing have taken from.
   *
   * @return the time left, positive; empty without a limit
   */
  public Optional<Duration> left() {
    return settings
        .maxTime()
        .map(time -> time.minusNanos(System.nanoTime() - began))
        .map(time -> time.compareTo(Duration.ZERO) > 0 ? time : Duration.ofNanos(1));
  }

  /**
   * An explorer with the settings, which keeps what it finds, and stops when it is to.
   *
   * @return a new explorer
   */
  public Explorer explorer() {
    return explorer(settings);
  }

  private Explorer explorer(ExplorerSettings how) {
    return new Explorer(potential(), how)
        .resuming(recorder.restart())
        .keepingIn(recorder)
        .workingOn(runner)
        .stoppingAt(cancellation);
  }

  /**
   * An explorer that takes points in, of whatever index.
   *
   * @param points the points, near stationary ones
   * @param method what they are to be known by
   * @return a new explorer, for a run before those that search
   */
  public Explorer adopting(List<double[]> points, String method) {
    return explorer(settings.exploring()).adopting(points, method);
  }

  /**
   * Runs an explorer for no longer than is left.
   *
   * @param explorer an explorer of this run
   * @param observer is told of each job that is merged, on this thread
   * @return how it ended
   * @throws UnusableFileException if the points of the database are not the potential's, whose
   *     class or program has changed since
   */
  public Exploration run(Explorer explorer, Consumer<? super JobReport> observer) {
    return tell(explorer, ExplorerEvent.reports(observer));
  }

  /**
   * The same, with every event.
   *
   * @param explorer an explorer of this run
   * @param observer is told of each event, on this thread
   * @return how it ended
   * @throws UnusableFileException as {@link #run}
   */
  public Exploration tell(Explorer explorer, Consumer<? super ExplorerEvent> observer) {
    Explorer timed = left().map(explorer::within).orElse(explorer);
    try (ExplorerRun run = begun(timed)) {
      return run.run(observer);
    }
  }

  private ExplorerRun begun(Explorer explorer) {
    try {
      return explorer.on(recorder.landscape());
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(
          "the database is not of the potential as it is now: " + e.getMessage(), e);
    }
  }
}
