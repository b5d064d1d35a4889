package dev.tarn.kinetics;

import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.HarmonicModel.Well;
import dev.tarn.thermo.LogSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Harmonic transition-state rates between classes of minima at a temperature (Eyring, J. Chem.
 * Phys. 3, 107, 1935; Vineyard, J. Phys. Chem. Solids 3, 121, 1957):
 *
 * <pre>
 *   k_ab = (1 / 2 pi) (g_ts / g_a) sqrt(prod lambda_a / prod' lambda_ts) exp(-(E_ts - E_a) / T),
 * </pre>
 *
 * summed over the transition states between {@code a} and {@code b}; {@code g} is the number of
 * symmetry copies, so that {@code g_ts / g_a} transition states lie around each copy of {@code a}.
 * As the symmetry group takes a copy to any other, the classes make a Markov chain of their own,
 * whose numbers are exactly those of the chain of all copies, for whatever starts and ends in whole
 * classes. Transition states between copies of one class change no class and are left out. Masses
 * are 1, as are Boltzmann's constant and the friction of a transition state: rates are in units of
 * the inverse time of a vibration with eigenvalue 1.
 *
 * <p>Kept are the equilibrium weights {@code Z_a} and the flows {@code f_ab = Z_a k_ab}, which are
 * symmetric (detailed balance), as logarithms. Immutable and thread-safe.
 */
public final class RateNetwork {
  private final double temperature;
  private final List<Integer> ids;
  private final double[] logWeight;
  private final int[][] neighbours;
  private final double[][] logFlows;
  private final int[][] strongest;
  private final double[][] logStrongest;

  private record Flow(double log, double best, int id) {}

  /**
   * The rates of a model.
   *
   * @param model the wells and passes
   * @param temperature the temperature, positive
   * @throws IllegalArgumentException if the temperature is not positive and finite
   */
  public RateNetwork(HarmonicModel model, double temperature) {
    if (!(temperature > 0.0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("a temperature is positive, not " + temperature);
    }
    this.temperature = temperature;
    int size = model.wells().size();
    ids = model.wells().stream().map(Well::id).toList();
    logWeight = new double[size];
    // Weights are relative to the heaviest well: a common factor changes no rate.
    for (int k = 0; k < size; k++) {
      Well well = model.wells().get(k);
      logWeight[k] = well.logWeight() - well.energy() / temperature;
    }
    double shift = Arrays.stream(logWeight).max().orElse(0.0);
    List<Map<Integer, Flow>> flows = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      logWeight[k] -= shift;
      flows.add(new TreeMap<>());
    }
    for (Pass pass : model.passes()) {
      if (!pass.isDegenerate()) {
        double log =
            pass.logWeight() - pass.energy() / temperature - shift - Math.log(2.0 * Math.PI);
        add(flows.get(pass.from()), pass.to(), log, pass.id());
        add(flows.get(pass.to()), pass.from(), log, pass.id());
      }
    }
    neighbours = new int[size][];
    logFlows = new double[size][];
    strongest = new int[size][];
    logStrongest = new double[size][];
    for (int k = 0; k < size; k++) {
      Map<Integer, Flow> row = flows.get(k);
      neighbours[k] = row.keySet().stream().mapToInt(j -> j).toArray();
      logFlows[k] = row.values().stream().mapToDouble(Flow::log).toArray();
      logStrongest[k] = row.values().stream().mapToDouble(Flow::best).toArray();
      strongest[k] = row.values().stream().mapToInt(Flow::id).toArray();
    }
  }

  private static void add(Map<Integer, Flow> row, int to, double log, int id) {
    row.merge(
        to,
        new Flow(log, log, id),
        (a, b) -> {
          Flow better = a.best >= b.best ? a : b;
          return new Flow(LogSum.of(a.log, b.log), better.best, better.id);
        });
  }

  /** The temperature. */
  public double temperature() {
    return temperature;
  }

  /** The number of classes of minima. */
  public int size() {
    return logWeight.length;
  }

  /** The id of the class at a place. */
  public int id(int place) {
    return ids.get(place);
  }

  /** The classes by id, in the order of their places. */
  public List<Integer> ids() {
    return Collections.unmodifiableList(ids);
  }

  /** {@code ln Z} of the class at a place, up to a constant that all share. */
  public double logWeight(int place) {
    return logWeight[place];
  }

  /** The places that a class is joined to, ascending; not a copy. */
  int[] neighbours(int place) {
    return neighbours[place];
  }

  /** The logarithms of the flows to the neighbours; not a copy. */
  double[] logFlows(int place) {
    return logFlows[place];
  }

  /** The logarithm of the flow between two classes, minus infinity if nothing joins them. */
  double logFlow(int from, int to) {
    int at = Arrays.binarySearch(neighbours[from], to);
    return at < 0 ? Double.NEGATIVE_INFINITY : logFlows[from][at];
  }

  /** The id of the transition state with the largest rate between two classes that are joined. */
  public int strongest(int from, int to) {
    return strongest[from][Arrays.binarySearch(neighbours[from], to)];
  }

  /** The logarithm of the flow over that transition state alone. */
  double logStrongestFlow(int from, int to) {
    return logStrongest[from][Arrays.binarySearch(neighbours[from], to)];
  }

  /** The logarithm of the rate from one class to another. */
  public double logRate(int from, int to) {
    return logFlow(from, to) - logWeight[from];
  }

  /** The logarithm of the rate out of a class to any other. */
  public double logEscapeRate(int place) {
    return LogSum.of(logFlows[place]) - logWeight[place];
  }

  /** The range of the logarithms of all flows and weights. */
  double range() {
    double low = Arrays.stream(logWeight).min().orElse(0.0);
    double high = Arrays.stream(logWeight).max().orElse(0.0);
    for (double[] row : logFlows) {
      for (double log : row) {
        low = Math.min(low, log);
        high = Math.max(high, log);
      }
    }
    return high - low;
  }
}
