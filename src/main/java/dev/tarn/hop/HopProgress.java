package dev.tarn.hop;

import java.time.Duration;

/**
 * How far a run has come, as a {@linkplain HopLimits stop rule} sees it after each step.
 *
 * @param steps the number of steps taken by all walkers together, the quench of each starting point
 *     included
 * @param elapsed the time since the run began
 * @param bestEnergy the lowest energy of a minimum; positive infinity while there is none
 * @param stepsSinceNew the number of steps since the last one that found a new minimum, or since
 *     the beginning
 */
public record HopProgress(long steps, Duration elapsed, double bestEnergy, long stepsSinceNew) {}
