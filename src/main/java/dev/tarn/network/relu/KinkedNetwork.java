package dev.tarn.network.relu;

import dev.tarn.data.DataSet;
import dev.tarn.potential.Potential;

/**
 * What the polish along kinks must know of a network: its first hidden layer, and the layer above
 * that. Immutable.
 */
public interface KinkedNetwork {

  /**
   * The network as a potential.
   *
   * @return the potential
   */
  Potential potential();

  /**
   * A new evaluator.
   *
   * @return an evaluator for one thread
   */
  KinkedEvaluator evaluator();

  /**
   * The examples.
   *
   * @return the training data
   */
  DataSet data();

  /**
   * The number of ReLU units in the first hidden layer.
   *
   * @return the number; 0 if that layer is of another kind
   */
  int units();

  /**
   * Where the weight of a link from an input stands.
   *
   * @param unit a unit of the first hidden layer, from 0
   * @param input the input, from 0
   * @return the index into the array of parameters
   */
  int link(int unit, int input);

  /**
   * Where the bias of a unit stands.
   *
   * @param unit a unit of the first hidden layer, from 0
   * @return the index into the array of parameters
   */
  int bias(int unit);

  /**
   * Where the weight of a link from a unit stands.
   *
   * @param node a node above, from 0
   * @param unit a unit of the first hidden layer, from 0
   * @return the index into the array of parameters
   */
  int linkAbove(int node, int unit);

  /**
   * The regulariser's coefficient of the links to the first hidden layer.
   *
   * @return 0 or more
   */
  double linkPenalty();

  /**
   * The regulariser's coefficient of the biases of the first hidden layer.
   *
   * @return 0 or more
   */
  double biasPenalty();

  /**
   * The regulariser's coefficient of the links from the first hidden layer.
   *
   * @return 0 or more
   */
  double penaltyAbove();
}
