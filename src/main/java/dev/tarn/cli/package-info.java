/** The command line. */
@NullMarked
package dev.tarn.cli;

import org.jspecify.annotations.NullMarked;
