package dev.tarn.explore;

import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;

/**
 * What a job found, before it is merged. Plain data, so that it may come from anywhere.
 *
 * @param searches the number of searches
 * @param failures those among them that ended in no stationary point
 * @param found the classes found, in the order in which they were; for {@link
 *     JobReport.Kind#VERIFY} what became of the points given, in their order
 * @param degenerate the degenerate points, one for each search that ended in one
 */
record JobResult(
    int searches, ExplorerEvent.Failures failures, Find[] found, PolishedPoint[] degenerate)
    implements Serializable {}
