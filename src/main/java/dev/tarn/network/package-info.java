/**
 * The neural network as a potential: its parameters, energy, analytic first and second derivatives,
 * its symmetry group and its reduction.
 */
@NullMarked
package dev.tarn.network;

import org.jspecify.annotations.NullMarked;
