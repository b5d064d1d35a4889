package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.List;
import java.util.Optional;

/**
 * A feed-forward network's loss on its data as a potential, with what one needs to read a point of
 * its landscape: weights by layer, and the answers to an input. Layers of weights are counted from
 * 1, units and inputs from 0. Not thread-safe, as potentials are not.
 */
public sealed interface NetworkModel extends Potential, Evaluator permits XorNetwork, DenseNetwork {

  /**
   * A network on some data, in the form whose loss is fastest: the paper's network on the XOR data
   * is an {@link XorNetwork}, which also searches in a smaller space, everything else a {@link
   * DenseNetwork}. Both give the same energies and catalogues, up to the order of the parameters.
   *
   * @param architecture the network
   * @param penalty the regularisation
   * @param data the training set, shared, not copied
   * @return the network
   * @throws IllegalArgumentException if these do not fit together, as {@link DenseNetwork} has it
   */
  static NetworkModel of(Architecture architecture, Penalty penalty, DataSet data) {
    Optional<XorNetwork> xor = XorNetwork.matching(architecture, penalty, data);
    return xor.isPresent() ? xor.get() : new DenseNetwork(architecture, penalty, data);
  }

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

  /**
   * An instance for another thread.
   *
   * @return an independent instance of the same network
   */
  NetworkModel copy();

  @Override
  default Evaluator evaluator() {
    return copy();
  }
}
