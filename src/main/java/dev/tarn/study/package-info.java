/** What one asks of training and of trained networks: reliability, visits, comparisons, answers. */
@NullMarked
package dev.tarn.study;

import org.jspecify.annotations.NullMarked;
