package dev.tarn.explore;

import dev.tarn.stationary.PolishedPoint;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a job found, before it is merged. Plain data, so that it may come from anywhere.
 *
 * @param searches the number of searches
 * @param failures those among them that ended in no stationary point
 * @param found the classes found, in the order in which they were; for {@link
 *     JobReport.Kind#VERIFY} what became of the points given, in their order
 * @param degenerate the degenerate points, one for each search that ended in one
 * @param trial what the searches for transition states have cost, if the job named their method
 */
record JobResult(
    int searches,
    ExplorerEvent.Failures failures,
    Find[] found,
    PolishedPoint[] degenerate,
    JobReport.@Nullable Trial trial)
    implements Serializable {}
