/** What is of the paper alone: its claims, its figures, sweeps over its networks. */
@NullMarked
package dev.tarn.xor;

import org.jspecify.annotations.NullMarked;
