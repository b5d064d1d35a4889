/** Basin-hopping and parallel tempering. */
@NullMarked
package dev.tarn.hop;

import org.jspecify.annotations.NullMarked;
