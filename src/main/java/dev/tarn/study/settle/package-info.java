/** Where a point leads: to the stationary point that training would reach in the end. */
@NullMarked
package dev.tarn.study.settle;

import org.jspecify.annotations.NullMarked;
