package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.stationary.StationaryPoint;
import java.util.function.Consumer;

/**
 * What a run of an {@link Explorer} tells. For each job that is merged into the landscape come the
 * classes that it found, the connections of the transition states among them, and a {@link
 * JobReport}; the last event of a run is the {@link Exploration}, which says how it ended. What is
 * told is in the landscape, and in the {@link Journal} if there is one.
 */
public sealed interface ExplorerEvent
    permits ExplorerEvent.Found, ExplorerEvent.Connected, JobReport, Exploration {

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
}
