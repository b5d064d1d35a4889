/**
 * Vectors, Krylov spaces, MINRES, the L-BFGS direction, symmetric eigenvalues and assignment
 * problems: what the searches compute with. Not exported.
 */
@NullMarked
package dev.tarn.linear;

import org.jspecify.annotations.NullMarked;
