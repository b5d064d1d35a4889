/** How much of the space of starting points leads where. */
@NullMarked
package dev.tarn.study.volumes;

import org.jspecify.annotations.NullMarked;
