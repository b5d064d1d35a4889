package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.stationary.StationaryPoint;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a run of an {@link Explorer} tells. For each job that is merged into the landscape come the
 * classes that it found, the connections of the transition states among them, and a {@link
 * JobReport}; {@link Waiting} says that a job takes its time; the last event of a run is the {@link
 * Exploration}, which says how it ended. What is told is in the landscape, and in the {@link
 * Journal} if there is one.
 */
public sealed interface ExplorerEvent
    permits ExplorerEvent.Found,
        ExplorerEvent.Connected,
        ExplorerEvent.Waiting,
        JobReport,
        Exploration {

  /**
   * How the run stands.
   *
   * @return the state after the job that the event belongs to
   */
  Progress progress();

  /**
   * An observer of jobs.
   *
   * @param observer receives the reports
   * @return an observer of events that passes the reports on and no more
   */
  static Consumer<ExplorerEvent> reports(Consumer<? super JobReport> observer) {
    return event -> {
      if (event instanceof JobReport report) {
        observer.accept(report);
      }
    };
  }

  /**
   * A class of stationary points was found.
   *
   * @param point the class
   * @param progress how the run stands
   */
  record Found(StationaryPoint point, Progress progress) implements ExplorerEvent {}

  /**
   * A transition state was followed down to the minima that it joins, which have been told of.
   *
   * @param connection the connection
   * @param progress how the run stands
   */
  record Connected(Connection connection, Progress progress) implements ExplorerEvent {}

  /**
   * The next job has not ended for a while. How often this is told depends on the clock, unlike all
   * else.
   *
   * @param kind what the job does
   * @param job its number
   * @param waited how long the run has waited for it
   * @param underWay the number of jobs that are done or being done beside it
   * @param progress how the run stands
   */
  record Waiting(JobReport.Kind kind, long job, Duration waited, int underWay, Progress progress)
      implements ExplorerEvent {}

  /**
   * Searches that ended in no stationary point.
   *
   * @param unconverged the number of those that stopped short of the tolerance, or away from any
   *     stationary point
   * @param notFinite the number of those that met an energy or a gradient that is NaN or infinite
   */
  record Failures(long unconverged, long notFinite) implements Serializable {
    /** None. */
    public static final Failures NONE = new Failures(0, 0);

    /**
     * All of them.
     *
     * @return the number of searches
     */
    public long all() {
      return unconverged + notFinite;
    }

    Failures plus(Failures other) {
      return new Failures(unconverged + other.unconverged, notFinite + other.notFinite);
    }

    /** One more search, by the gradient where it ended. */
    Failures plus(double rms) {
      return Double.isFinite(rms)
          ? new Failures(unconverged + 1, notFinite)
          : new Failures(unconverged, notFinite + 1);
    }
  }

  /**
   * How an exploration stands.
   *
   * @param jobs the number of jobs merged, those of earlier runs that were taken up included
   * @param searches the number of searches merged in this run
   * @param minima the number of classes of minima
   * @param transitionStates the number of classes of transition states
   * @param classes the number of classes of every index
   * @param morseSum the Morse sum over all classes
   * @param quiet the number of searches since the last new class
   * @param patience the number of quiet searches at which the exploration ends
   * @param openJobs the number of double-ended searches, or of starting points, that are waiting
   * @param elapsed the time since the run began
   */
  public record Progress(
      long jobs,
      long searches,
      int minima,
      int transitionStates,
      int classes,
      BigInteger morseSum,
      long quiet,
      long patience,
      long openJobs,
      Duration elapsed) {

    /**
     * Whether the patience is used up and no job waits.
     *
     * @return true when an exploration is done
     */
    public boolean exhausted() {
      return quiet >= patience && openJobs == 0;
    }
  }
}
