package dev.tarn.store;

import dev.tarn.network.NetworkModel;

/**
 * Which network's landscape a database holds: the XOR network of the paper, or any fully connected
 * network on any data. Equal descriptions describe the same landscape; the text is for people.
 */
public sealed interface ModelDescription permits NetworkDescription, DenseDescription {

  /**
   * The network described.
   *
   * @return a new network
   */
  NetworkModel network();
}
