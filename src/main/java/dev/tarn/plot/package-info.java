/** The door to pictures of a landscape and to their files. */
@NullMarked
package dev.tarn.plot;

import org.jspecify.annotations.NullMarked;
