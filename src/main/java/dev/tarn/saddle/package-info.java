/**
 * Searches for saddles: eigenvector-following with the full Hessian for any index, hybrid
 * eigenvector-following without one, and the doubly-nudged elastic band between two minima.
 */
package dev.tarn.saddle;
