package dev.tarn.store;

import dev.tarn.network.Regularisation;
import dev.tarn.network.XorNetwork;
import dev.tarn.text.Numbers;

/**
 * Which network's landscape a database holds.
 *
 * @param hidden the number of hidden units {@code N_h}, at least 1
 * @param lambda the regularisation parameter, positive and finite
 * @param regularisation which parameters the regulariser covers
 */
public record NetworkDescription(int hidden, double lambda, Regularisation regularisation)
    implements ModelDescription {

  /**
   * Checks the values.
   *
   * @param hidden the number of hidden units
   * @param lambda the regularisation parameter
   * @param regularisation which parameters the regulariser covers
   * @throws IllegalArgumentException if a number is out of its range; the message names it
   */
  public NetworkDescription {
    // The network knows the ranges.
    new XorNetwork(hidden, lambda, regularisation);
  }

  /**
   * The description of a network.
   *
   * @param network the network
   * @return its description
   */
  public static NetworkDescription of(XorNetwork network) {
    return new NetworkDescription(
        network.parameters().hidden(), network.lambda(), network.regularisation());
  }

  @Override
  public XorNetwork network() {
    return new XorNetwork(hidden, lambda, regularisation);
  }

  /**
   * The description in words.
   *
   * @return for example {@code the XOR network with 2 hidden units, lambda 1e-4}
   */
  @Override
  public String toString() {
    String units = hidden == 1 ? "1 hidden unit" : hidden + " hidden units";
    String cover = regularisation == Regularisation.ALL ? "" : ", links only regularised";
    return "the XOR network with " + units + ", lambda " + Numbers.exact(lambda) + cover;
  }
}
