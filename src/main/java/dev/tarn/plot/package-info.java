/** Pictures as files: what can be drawn, and the formats that it is written in. */
@NullMarked
package dev.tarn.plot;

import org.jspecify.annotations.NullMarked;
