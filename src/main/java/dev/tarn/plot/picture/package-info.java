/**
 * Pictures of a landscape: disconnectivity graphs, network diagrams, sensitivity maps, profiles and
 * charts.
 */
@NullMarked
package dev.tarn.plot.picture;

import org.jspecify.annotations.NullMarked;
