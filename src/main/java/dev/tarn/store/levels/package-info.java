/** Databases filled level by level, by kinds of units. Not exported. */
@NullMarked
package dev.tarn.store.levels;

import org.jspecify.annotations.NullMarked;
