/** Data sets, made or read from CSV and IDX files. */
@NullMarked
package dev.tarn.data;

import org.jspecify.annotations.NullMarked;
