/**
 * What is of the paper, and of one question about XOR, alone: claims, figures, sweeps over its
 * networks. Not exported.
 */
@NullMarked
package dev.tarn.xor;

import org.jspecify.annotations.NullMarked;
