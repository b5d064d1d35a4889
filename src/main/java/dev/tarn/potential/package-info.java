/**
 * The function whose landscape is mapped, the extension point of the library, and its capabilities:
 * energy, gradient and Hessian at a point, symmetry, reduction to a smaller space.
 */
@NullMarked
package dev.tarn.potential;

import org.jspecify.annotations.NullMarked;
