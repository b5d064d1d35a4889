/**
 * Stationary points of networks with one hidden layer by kinds of units: equal units are found,
 * kept and counted as one with a multiplicity, so that what a point costs does not grow with the
 * network.
 */
@NullMarked
package dev.tarn.network.kinds;

import org.jspecify.annotations.NullMarked;
