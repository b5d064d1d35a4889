/**
 * Arithmetic whose results are proven: intervals of doubles, balls around double-doubles, and first
 * and second derivatives over either.
 *
 * <p>IEEE 754 basic operations, {@link java.lang.Math#fma} and {@link java.lang.Math#sqrt} are all
 * that it rests on; no elementary function of the JDK is trusted.
 */
@NullMarked
package dev.tarn.interval;

import org.jspecify.annotations.NullMarked;
