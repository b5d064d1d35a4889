package dev.tarn.store;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture;
import dev.tarn.network.DenseNetwork;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Vector;
import dev.tarn.text.Numbers;
import java.util.Optional;

/**
 * A fully connected network, its regularisation and its data.
 *
 * @param architecture the layers
 * @param penalty the regularisation
 * @param training the training data
 * @param test data that were kept apart, if any
 */
public record DenseDescription(
    Architecture architecture, Penalty penalty, DataSet training, Optional<DataSet> test)
    implements ModelDescription {

  /**
   * Checks that network, penalty and data fit together.
   *
   * @param architecture as above
   * @param penalty as above
   * @param training as above
   * @param test as above
   * @throws IllegalArgumentException if they do not; the message says what does not fit
   */
  public DenseDescription {
    DenseNetwork.checkFit(architecture, penalty, training);
    test.ifPresent(data -> architecture.checkFit(data));
  }

  /** {@inheritDoc} Looks for the symmetries of the data each time. */
  @Override
  public DenseNetwork network() {
    return new DenseNetwork(architecture, penalty, training);
  }

  /**
   * The description in words.
   *
   * @return for example {@code the 2-4-1 tanh logistic network on two moons, …, all regularised by
   *     1e-3}
   */
  @Override
  public String toString() {
    return "the " + architecture + " network on " + training.name() + ", " + regularisation();
  }

  private String regularisation() {
    Vector links = penalty.links();
    Vector biases = penalty.biases();
    boolean same = links.stream().distinct().count() == 1;
    if (same && biases.equals(links)) {
      return links.get(0) == 0.0
          ? "not regularised"
          : "all parameters regularised by " + Numbers.exact(links.get(0));
    }
    if (same && biases.stream().allMatch(b -> b == 0.0)) {
      return "links regularised by " + Numbers.exact(links.get(0));
    }
    return "links regularised by " + list(links) + ", biases by " + list(biases);
  }

  private static String list(Vector values) {
    return String.join(",", values.stream().mapToObj(Numbers::exact).toList());
  }
}
