/** Classical test surfaces whose stationary points are known. */
@NullMarked
package dev.tarn.surfaces;

import org.jspecify.annotations.NullMarked;
