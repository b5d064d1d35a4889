/**
 * Stationary points: the polish to the rounding floor, the index that the Hessian gives there, and
 * when two of them are the same.
 */
@NullMarked
package dev.tarn.stationary;

import org.jspecify.annotations.NullMarked;
