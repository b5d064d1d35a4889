/**
 * Training as it is done in practice: random initialisations, gradient descent, Adam and L-BFGS,
 * and what a run passes through.
 */
@NullMarked
package dev.tarn.train;

import org.jspecify.annotations.NullMarked;
