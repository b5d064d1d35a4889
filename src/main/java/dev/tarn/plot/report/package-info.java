/** One HTML page to explore a landscape in. */
@NullMarked
package dev.tarn.plot.report;

import org.jspecify.annotations.NullMarked;
