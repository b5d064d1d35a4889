/**
 * Proofs by interval arithmetic: that a stationary point exists and is the only one in its box, its
 * index and its orbit, and that the points of a catalogue are different.
 */
@NullMarked
package dev.tarn.certify;

import org.jspecify.annotations.NullMarked;
