/**
 * What pictures are drawn with: axes, text, markers, legends, and the file formats SVG, PNG and
 * PDF.
 */
@NullMarked
package dev.tarn.plot.canvas;

import org.jspecify.annotations.NullMarked;
