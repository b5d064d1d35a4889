/**
 * What one asks of training and of trained networks: reliability, loss-gradient clouds, visits,
 * comparisons, answers.
 */
@NullMarked
package dev.tarn.study;

import org.jspecify.annotations.NullMarked;
