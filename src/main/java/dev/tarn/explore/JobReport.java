package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.util.List;
import java.util.Map;

/**
 * What one job of an exploration brought, once it is merged into the landscape. Jobs are merged in
 * the order of their numbers, so the reports of a seed are always the same.
 *
 * @param job the number of the job, from 0
 * @param kind what it did
 * @param from the id of the minimum that it started from, 0 for none
 * @param to the id of the other minimum of a double-ended search, 0 for none
 * @param searches the number of saddle searches and quenches that it ran
 * @param converged how many of these ended in a proper stationary point of the index wanted
 * @param degenerate how many ended in a point with an eigenvalue inside the cutoff
 * @param failedPaths how many new transition states were dropped since a path from them did not
 *     reach a minimum within the limit of steps
 * @param newPoints the classes that were not known before
 * @param newConnections the connections of the new transition states
 * @param newDegenerate the degenerate points that were not noted before, as polished
 * @param hits for each class known before or now how many searches ended in it
 * @param progress how the exploration stands after this job
 */
public record JobReport(
    long job,
    JobKind kind,
    int from,
    int to,
    int searches,
    int converged,
    int degenerate,
    int failedPaths,
    List<StationaryPoint> newPoints,
    List<Connection> newConnections,
    List<PolishedPoint> newDegenerate,
    Map<Integer, Long> hits,
    Progress progress)
    implements ExplorerEvent {}
