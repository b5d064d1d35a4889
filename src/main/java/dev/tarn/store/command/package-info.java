/** Potentials in other languages: programs that are asked line by line. */
@NullMarked
package dev.tarn.store.command;

import org.jspecify.annotations.NullMarked;
