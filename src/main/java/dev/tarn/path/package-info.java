/** Steepest-descent paths, and the two minima of a transition state. */
@NullMarked
package dev.tarn.path;

import org.jspecify.annotations.NullMarked;
