package dev.tarn.plot.report;

import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import dev.tarn.network.UnitKinds;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights of a network as the page shows them: equal units once, where there are many. */
record NetworkView(List<Layer> layers, Optional<Kinds> kinds) {
  private static final int MOST_UNITS_APART = 8;

  /**
   * Where the hidden layer holds one unit of each kind.
   *
   * @param units the number of each that is there, among all units
   * @param counts how many units it stands for
   * @param zeros how many units have no weights; the last one is there for them
   */
  record Kinds(List<Integer> units, List<Integer> counts, int zeros) {}

  record Layer(List<Vector> weights, Vector biases) {}

  static NetworkView of(Network network, double[] x) {
    LayeredNetwork whole = LayeredNetwork.of(network, x);
    // A point takes the room of its kinds, and few units are shown as they are.
    Optional<UnitKinds> kinds =
        network.architecture().units() > MOST_UNITS_APART
            ? UnitKinds.of(network, x).filter(each -> each.counts().size() < each.units())
            : Optional.empty();
    return new NetworkView(
        kinds.map(each -> each.shortened(whole)).orElse(whole).layers().stream()
            .map(layer -> new Layer(layer.links(), layer.biases()))
            .toList(),
        kinds.map(NetworkView::kinds));
  }

  private static Kinds kinds(UnitKinds kinds) {
    List<Integer> units =
        new ArrayList<>(kinds.kinds().stream().map(k -> k.units().get(0)).toList());
    if (kinds.zeros() > 0) {
      List<Integer> taken = kinds.kinds().stream().flatMap(k -> k.units().stream()).toList();
      IntStream.range(0, kinds.units())
          .filter(u -> !taken.contains(u))
          .findFirst()
          .ifPresent(units::add);
    }
    return new Kinds(units, kinds.counts(), kinds.zeros());
  }
}
