package dev.tarn.network;

/**
 * One hidden layer of a network.
 *
 * @param units the number of units, from 1 to a million
 * @param activation their activation function
 */
public record HiddenLayer(int units, Activation activation) {

  /**
   * Checks the number of units.
   *
   * @param units as above
   * @param activation as above
   * @throws IllegalArgumentException if {@code units} is out of range
   */
  public HiddenLayer {
    Architecture.checkWidth("units of a hidden layer", units);
  }
}
