/**
 * Weights of a network in files that other programs write and read: arrays with names and shapes,
 * as numpy, PyTorch, Keras and Tarn itself name them.
 */
@NullMarked
package dev.tarn.store.weights;

import org.jspecify.annotations.NullMarked;
