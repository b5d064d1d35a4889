/**
 * Pictures of a landscape: disconnectivity graphs, network diagrams, sensitivity maps, profiles and
 * charts, as SVG, PNG and PDF. Drawn with Java 2D; SVG and PDF come from Batik and PDFBox.
 */
@NullMarked
package dev.tarn.plot;

import org.jspecify.annotations.NullMarked;
