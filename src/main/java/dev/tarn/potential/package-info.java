/**
 * The function whose landscape is mapped: energy, gradient and Hessian at a point, its symmetry, a
 * checker of its derivatives, and classical test surfaces.
 */
package dev.tarn.potential;
