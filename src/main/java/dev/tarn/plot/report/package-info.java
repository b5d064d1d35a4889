/** One HTML page that shows a landscape and can be explored in a browser, without a network. */
@NullMarked
package dev.tarn.plot.report;

import org.jspecify.annotations.NullMarked;
