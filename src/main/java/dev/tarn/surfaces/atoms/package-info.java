/** Like atoms in space: their rigid motions, and which clusters are the same. Not exported. */
@NullMarked
package dev.tarn.surfaces.atoms;

import org.jspecify.annotations.NullMarked;
