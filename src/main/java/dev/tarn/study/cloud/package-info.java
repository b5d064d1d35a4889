/**
 * Loss-gradient clouds: walks down the gradient, the attractors that they settle at and the
 * curvature along them. Not exported.
 */
@NullMarked
package dev.tarn.study.cloud;

import org.jspecify.annotations.NullMarked;
