package dev.tarn.follow;

import dev.tarn.potential.Vector;

/**
 * A point of a branch.
 *
 * @param mu the parameter
 * @param energy the energy
 * @param index the number of negative Hessian eigenvalues
 * @param size the root mean square of the variables
 * @param coordinates the variables, length {@code n}
 */
public record BranchSample(double mu, double energy, int index, double size, Vector coordinates) {}
