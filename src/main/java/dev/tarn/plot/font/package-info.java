/** The one font of all pictures. */
@NullMarked
package dev.tarn.plot.font;

import org.jspecify.annotations.NullMarked;
