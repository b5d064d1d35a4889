/** Training runs: initialisations, gradient descent, Adam, L-BFGS. */
@NullMarked
package dev.tarn.train;

import org.jspecify.annotations.NullMarked;
