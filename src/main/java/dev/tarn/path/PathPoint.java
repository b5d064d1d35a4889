package dev.tarn.path;

import java.io.Serializable;

/**
 * A point of a path.
 *
 * @param arcLength the length of the path from its start to here, in units of the weights
 * @param energy the energy
 * @param coordinates the point; not to be modified
 */
public record PathPoint(double arcLength, double energy, double[] coordinates)
    implements Serializable {}
