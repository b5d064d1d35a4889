package dev.tarn.path;

import dev.tarn.stationary.PolishedPoint;
import java.util.List;

/**
 * One side of a pathway: the way down from a point.
 *
 * @param end the minimum reached, or the last point when {@code reached} is false
 * @param points the path from the start to the end; empty unless recording was asked for
 * @param length the arc length
 * @param steps the number of accepted steps
 * @param saddles the number of saddles that the path ran into and left along their lowest mode: 0
 *     but for paths that symmetry confines to a subspace
 * @param reached whether the end is a minimum
 */
public record Descent(
    PolishedPoint end,
    List<PathPoint> points,
    double length,
    int steps,
    int saddles,
    boolean reached) {}
