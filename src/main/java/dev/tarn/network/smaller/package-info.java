/** The networks with fewer units, whose points are starts for a larger one. Not exported. */
@NullMarked
package dev.tarn.network.smaller;

import org.jspecify.annotations.NullMarked;
