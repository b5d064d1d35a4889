/**
 * Pictures of a landscape: disconnectivity graphs, network diagrams, sensitivity maps, profiles and
 * charts. Not exported.
 */
@NullMarked
package dev.tarn.plot.picture;

import org.jspecify.annotations.NullMarked;
