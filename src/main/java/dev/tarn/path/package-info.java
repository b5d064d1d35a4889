/** Steepest-descent paths, and the two minima that a transition state joins. */
package dev.tarn.path;
