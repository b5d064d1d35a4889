package dev.tarn.store;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture;
import dev.tarn.network.NetworkModel;
import dev.tarn.network.Penalty;
import dev.tarn.network.XorNetwork;
import java.util.Optional;

/**
 * Which network's landscape a database holds: the XOR network of the paper, or any fully connected
 * network on any data. Equal descriptions describe the same landscape; the text is for people.
 */
public sealed interface ModelDescription permits NetworkDescription, DenseDescription {

  /**
   * Describes a network in the form of {@link NetworkModel#of}: the paper's network on the XOR data
   * is always a {@link NetworkDescription}, so that the same landscape has one description.
   *
   * @param architecture the layers
   * @param penalty the regularisation
   * @param training the training data
   * @param test data that were kept apart, if any
   * @return the description
   * @throws IllegalArgumentException if they do not fit together; the message says what does not
   */
  static ModelDescription of(
      Architecture architecture, Penalty penalty, DataSet training, Optional<DataSet> test) {
    // Checked first, whatever it turns out to be.
    DenseDescription description = new DenseDescription(architecture, penalty, training, test);
    return XorNetwork.matching(architecture, penalty, training)
        .filter(network -> test.isEmpty())
        .<ModelDescription>map(NetworkDescription::of)
        .orElse(description);
  }

  /**
   * The network described.
   *
   * @return a new network
   */
  NetworkModel network();
}
