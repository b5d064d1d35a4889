/** Stationary points on the kinks of ReLU networks. Not exported. */
@NullMarked
package dev.tarn.network.relu;

import org.jspecify.annotations.NullMarked;
