/**
 * What is occupied at a temperature: the harmonic superposition of the minima of a landscape, every
 * symmetry copy counted exactly, and what is read off it.
 */
@NullMarked
package dev.tarn.thermo;

import org.jspecify.annotations.NullMarked;
