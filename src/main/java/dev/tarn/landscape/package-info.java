/**
 * The classes of stationary points as a graph, and what one reads off it: the Morse count,
 * completeness, the disconnectivity tree, pathways, all symmetry copies.
 */
@NullMarked
package dev.tarn.landscape;

import org.jspecify.annotations.NullMarked;
