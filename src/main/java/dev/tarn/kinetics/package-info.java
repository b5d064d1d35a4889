/**
 * How fast one gets from some minima to others: harmonic transition-state rates, first-passage
 * times and committors by eliminations that subtract nothing, paths, relaxation, and simulation as
 * a check.
 */
@NullMarked
package dev.tarn.kinetics;

import org.jspecify.annotations.NullMarked;
