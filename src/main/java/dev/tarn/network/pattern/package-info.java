/** A network with one hidden layer as a function of its kinds of units. Not exported. */
@NullMarked
package dev.tarn.network.pattern;

import org.jspecify.annotations.NullMarked;
