/** Searches for saddles: elastic bands, eigenvector-following, searches for any index. */
@NullMarked
package dev.tarn.saddle;

import org.jspecify.annotations.NullMarked;
