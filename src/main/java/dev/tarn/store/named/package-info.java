/** Potentials that a command line asks for by name, and what keeps them in databases. */
@NullMarked
package dev.tarn.store.named;

import org.jspecify.annotations.NullMarked;
