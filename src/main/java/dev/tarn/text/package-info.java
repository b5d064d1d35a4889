/** Numbers, JSON and CSV as Tarn writes them, wherever it writes them. */
@NullMarked
package dev.tarn.text;

import org.jspecify.annotations.NullMarked;
