package dev.tarn.network;

import dev.tarn.potential.Potential;
import java.util.List;

/**
 * A feed-forward network's loss on its data as a potential, with what one needs to read a point of
 * its landscape: weights by layer, and the answers to an input. Layers of weights are counted from
 * 1, units and inputs from 0. Not thread-safe, as potentials are not.
 */
public sealed interface NetworkModel extends Potential permits XorNetwork, DenseNetwork {

  /**
   * The layers.
   *
   * @return widths, activations and outputs
   */
  Architecture architecture();

  /**
   * What the network learns.
   *
   * @return the training data
   */
  DataSet data();

  /**
   * What each parameter is called.
   *
   * @return as many names as the dimension, in the order of the parameters
   */
  List<String> parameterNames();

  /**
   * The weight of a link.
   *
   * @param x the parameters; not modified
   * @param layer the layer of the unit that it leads to, from 1
   * @param unit the unit
   * @param from the unit or input below
   * @return the weight
   */
  double link(double[] x, int layer, int unit, int from);

  /**
   * The bias of a unit.
   *
   * @param x the parameters; not modified
   * @param layer its layer, from 1
   * @param unit the unit
   * @return the bias
   */
  double bias(double[] x, int layer, int unit);

  /**
   * What the network answers.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return a new array: the probability of each class, or the outputs where they are linear
   */
  double[] answer(double[] x, double[] input);
}
