package dev.tarn.network;

import dev.tarn.network.relu.KinkedNetwork;

/** Networks as the tests of the polish along kinks need them. */
public final class KinkedNetworks {
  private KinkedNetworks() {}

  /** A network as that polish sees it. */
  public static KinkedNetwork of(Network network) {
    return network.kinked();
  }
}
