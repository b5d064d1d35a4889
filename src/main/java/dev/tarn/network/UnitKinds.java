package dev.tarn.network;

import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The units of a network with one hidden layer by kinds: units that are equal, up to sign where the
 * activation is odd, are one kind. Equal are numbers that differ by less than 1e-6 in all.
 * Immutable.
 *
 * @param kinds the kinds, those of most units first
 * @param zeros the number of units without weights
 */
public record UnitKinds(List<Kind> kinds, int zeros) {

  /**
   * A kind of units.
   *
   * @param units the units that are like it, ascending; the weights are those of the first
   * @param incoming its weights from the inputs
   * @param bias its bias
   * @param outgoing its weights to the outputs
   */
  public record Kind(List<Integer> units, Vector incoming, double bias, Vector outgoing) {

    /**
     * Keeps an unmodifiable copy of the list.
     *
     * @param units as above
     * @param incoming as above
     * @param bias as above
     * @param outgoing as above
     */
    public Kind {
      units = List.copyOf(units);
    }

    /**
     * How many units are like it.
     *
     * @return 1 or more
     */
    public int multiplicity() {
      return units.size();
    }
  }

  /**
   * Keeps an unmodifiable copy of the list.
   *
   * @param kinds as above
   * @param zeros as above
   */
  public UnitKinds {
    kinds = List.copyOf(kinds);
  }

  /**
   * The kinds of a point's units.
   *
   * @param network the network
   * @param x the point; not modified
   * @return its kinds; empty if the network has not exactly one hidden layer
   * @throws IllegalArgumentException if the point has another length than the dimension
   */
  public static Optional<UnitKinds> of(Network network, double[] x) {
    if (network.architecture().hidden().size() != 1) {
      return Optional.empty();
    }
    List<LayeredNetwork.Layer> layers = LayeredNetwork.of(network, x).layers();
    UnitTable table = new UnitTable(network.layout());
    int[] leaders = table.kinds(table.gather(x));
    List<Kind> kinds = new ArrayList<>();
    for (int unit = 0; unit < leaders.length; unit++) {
      int leader = unit;
      if (leaders[unit] == unit) {
        kinds.add(
            new Kind(
                IntStream.range(0, leaders.length)
                    .filter(j -> leaders[j] == leader)
                    .boxed()
                    .toList(),
                layers.get(0).links().get(unit),
                layers.get(0).biases().get(unit),
                Vector.of(layers.get(1).links().stream().mapToDouble(links -> links.get(leader)))));
      }
    }
    int zeros = Math.toIntExact(Arrays.stream(leaders).filter(leader -> leader < 0).count());
    kinds.sort(Comparator.comparingInt(kind -> -kind.multiplicity()));
    return Optional.of(new UnitKinds(kinds, zeros));
  }

  /**
   * How many units each kind has.
   *
   * @return a new array, in descending order
   */
  public int[] multiplicities() {
    return kinds.stream().mapToInt(Kind::multiplicity).toArray();
  }

  /**
   * The number of units.
   *
   * @return those of all kinds, and those without weights
   */
  public int units() {
    return counts().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * How many units each node of {@link #shortened} stands for.
   *
   * @return the multiplicities, and the number of units without weights if there are any
   */
  public List<Integer> counts() {
    List<Integer> counts = new ArrayList<>(kinds.stream().map(Kind::multiplicity).toList());
    if (zeros > 0) {
      counts.add(zeros);
    }
    return counts;
  }

  /**
   * The network with one unit of each kind, and after them one without weights if there are any.
   * Its answers are other ones: each unit counts once.
   *
   * @param whole the network that these are the kinds of
   * @return its weights, each unit once
   */
  public LayeredNetwork shortened(LayeredNetwork whole) {
    List<Vector> incoming = new ArrayList<>(kinds.stream().map(Kind::incoming).toList());
    DoubleStream.Builder biases = DoubleStream.builder();
    kinds.forEach(kind -> biases.add(kind.bias()));
    if (zeros > 0) {
      incoming.add(Vector.of(new double[whole.inputs()]));
      biases.add(0.0);
    }
    LayeredNetwork.Layer last = whole.layers().get(1);
    List<Vector> outgoing = new ArrayList<>();
    for (int k = 0; k < last.size(); k++) {
      DoubleStream.Builder row = DoubleStream.builder();
      for (Kind kind : kinds) {
        row.add(kind.outgoing().get(k));
      }
      if (zeros > 0) {
        row.add(0.0);
      }
      outgoing.add(Vector.of(row.build()));
    }
    return new LayeredNetwork(
        whole.inputs(),
        List.of(
            new LayeredNetwork.Layer(incoming, Vector.of(biases.build())),
            new LayeredNetwork.Layer(outgoing, last.biases())));
  }

  /**
   * The multiplicities in words.
   *
   * @return for example {@code 3+2+1}; {@code 0} without any unit that has weights
   */
  @Override
  public String toString() {
    return kinds.isEmpty()
        ? "0"
        : String.join("+", Arrays.stream(multiplicities()).mapToObj(Integer::toString).toList());
  }
}
