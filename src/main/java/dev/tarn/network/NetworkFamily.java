package dev.tarn.network;

import dev.tarn.network.pattern.PatternSpaces;
import dev.tarn.network.pattern.SplitLoss;
import dev.tarn.network.pattern.UnitFamily;
import dev.tarn.network.pattern.UnitSpace;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.stationary.StationaryPolish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The networks that differ from one with one hidden layer in the number of its units alone. */
final class NetworkFamily implements UnitFamily {
  /**
   * Six kinds of units with as many weights have the most variables that Hessians are formed in.
   */
  private static final int LARGEST_UNIT = StationaryPolish.FULL_DIMENSION / 6;

  private final Network one;
  private final List<NetworkTransformation> dataSymmetries;
  private final Map<Integer, Network> networks = new ConcurrentHashMap<>();

  NetworkFamily(Network network) {
    one = network.withUnits(1);
    dataSymmetries = one.symmetry().dataSymmetries();
    networks.put(network.architecture().units(), network);
  }

  /**
   * The units of a network with one hidden layer, every weight regularised; and its symmetric
   * subspaces, where units without weights contribute nothing, and smoothly, and few kinds of units
   * make few variables.
   */
  static <C> Optional<C> capability(Class<C> type, Network network) {
    boolean subspaces = type.equals(SymmetricSpaces.class);
    if (!(subspaces || type.equals(UnitSpace.class))
        || network.architecture().hidden().size() != 1
        || !network.penalty().coversEverything()) {
      return Optional.empty();
    }
    NetworkFamily family = new NetworkFamily(network);
    UnitSpace space = new UnitSpace(family);
    if (!subspaces) {
      return Optional.of(type.cast(space));
    }
    return family.isZeroAtZero() && !network.hasKinks() && space.size() <= LARGEST_UNIT
        ? Optional.of(type.cast(new PatternSpaces(space, network.architecture().units())))
        : Optional.empty();
  }

  private Network network(int units) {
    return networks.computeIfAbsent(units, one::withUnits);
  }

  private Activation activation() {
    return one.architecture().hidden().get(0).activation();
  }

  @Override
  public int inputs() {
    return one.architecture().inputs();
  }

  @Override
  public int outputs() {
    return one.searchLayout().width(2);
  }

  @Override
  public double[] penalties() {
    Penalty penalty = one.penalty();
    return new double[] {
      penalty.links().get(0),
      penalty.biases().get(0),
      penalty.links().get(1),
      penalty.biases().get(1)
    };
  }

  @Override
  public boolean isOdd() {
    return activation().isOdd();
  }

  @Override
  public boolean isZeroAtZero() {
    return activation().isZeroAtZero();
  }

  @Override
  public Potential potential(int units) {
    Network network = network(units);
    return network.reduction().map(Reduction::potential).orElse(network);
  }

  @Override
  public Optional<SplitLoss> split(int units) {
    return one.isXor() ? Optional.of(new XorSplit(units)) : Optional.empty();
  }

  @Override
  public int[][] places(int units) {
    Layout layout = network(units).searchLayout();
    int[][] places = new int[units + 1][];
    int inputs = inputs();
    int outputs = outputs();
    for (int j = 0; j < units; j++) {
      places[j] = new int[inputs + 1 + outputs];
      for (int k = 0; k < places[j].length; k++) {
        places[j][k] =
            k < inputs
                ? layout.link(1, j, k)
                : k == inputs ? layout.bias(1, j) : layout.link(2, k - inputs - 1, j);
      }
    }
    places[units] = new int[outputs];
    for (int i = 0; i < outputs; i++) {
      places[units][i] = layout.bias(2, i);
    }
    return places;
  }

  @Override
  public double[] lift(int units, double[] x) {
    return network(units).reduction().map(r -> r.lift(x)).orElse(x);
  }

  @Override
  public double[] reduce(int units, double[] full) {
    return network(units).reduction().map(r -> r.reduce(full)).orElse(full);
  }

  @Override
  public int[] leaders(int units, double[] full) {
    UnitTable table = new UnitTable(network(units).layout());
    return table.kinds(table.gather(full));
  }

  @Override
  public int symmetries() {
    return dataSymmetries.size();
  }

  @Override
  public double[] transform(int symmetry, double[] full) {
    return dataSymmetries.get(symmetry).apply(full);
  }
}
