/**
 * The neural network as a potential: its parameters, energy, analytic first and second derivatives,
 * and its symmetry group.
 */
package dev.tarn.network;
