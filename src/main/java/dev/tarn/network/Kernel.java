package dev.tarn.network;

import dev.tarn.potential.Evaluator;

/**
 * What computes the energy of a network: the general one, and the fast one of the XOR network.
 * Holds a workspace, for one thread.
 */
interface Kernel extends Evaluator {

  /** What the network answers to an input: probabilities, or linear outputs; a new array. */
  double[] answer(double[] x, double[] input);
}
