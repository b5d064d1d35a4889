/** What can be drawn, and the formats that it is written in. */
@NullMarked
package dev.tarn.plot.format;

import org.jspecify.annotations.NullMarked;
