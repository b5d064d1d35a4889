/** Stationary points followed as a parameter changes: continuation, folds, branch points. */
@NullMarked
package dev.tarn.follow;

import org.jspecify.annotations.NullMarked;
