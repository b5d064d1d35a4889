/**
 * Parts of a potential's space, and of its group: the slice across its null directions, the
 * subgroup that some elements generate, where a search may begin. Not exported.
 */
@NullMarked
package dev.tarn.potential.space;

import org.jspecify.annotations.NullMarked;
