package dev.tarn.thermo;

import dev.tarn.potential.Vector;
import dev.tarn.thermo.HarmonicModel.Well;
import java.util.Arrays;

/**
 * The harmonic superposition of the minima (Stillinger and Weber, Phys. Rev. A 25, 978, 1982;
 * Wales, Energy Landscapes, Cambridge, 2003, section 7.1): the partition function is the sum of
 * those of the wells,
 *
 * <pre>
 *   Z(T) = c(T)^kappa sum_i g_i exp(-E_i / T) / sqrt(prod lambda_i),
 * </pre>
 *
 * with {@code g_i} the number of symmetry copies of class {@code i} and {@code kappa} vibrations,
 * whose common factor {@code c} the {@link Ensemble} names. Occupations are {@code p_i = Z_i / Z}.
 * Temperatures are in units of the energy ({@code k = 1}).
 *
 * <p>What a caller wants at many temperatures costs {@code O(N)} for each. Immutable and
 * thread-safe.
 */
public final class Superposition {
  private final HarmonicModel model;
  private final Ensemble ensemble;
  private final int vibrations;

  /**
   * What is occupied at a temperature.
   *
   * @param temperature the temperature
   * @param occupations the share of each class, its copies together, in the order of the wells; the
   *     sum is 1
   * @param logPartition {@code ln Z}
   * @param internalEnergy {@code U = T^2 d ln Z / dT}
   * @param freeEnergy {@code F = -T ln Z}
   * @param entropy {@code S = (U - F) / T}
   * @param heatCapacity {@code C = dU/dT}, the vibrations' part and the variance of the minima's
   *     energies over {@code T^2}
   * @param meanEnergy the mean energy of the minima, {@code sum p_i E_i}
   */
  public record Equilibrium(
      double temperature,
      Vector occupations,
      double logPartition,
      double internalEnergy,
      double freeEnergy,
      double entropy,
      double heatCapacity,
      double meanEnergy) {

    /**
     * The Shannon entropy of the occupations of classes, {@code -sum p ln p}.
     *
     * @return the entropy in nats, 0 if one class holds everything
     */
    public double shannonEntropy() {
      return occupations.stream().map(p -> p == 0.0 ? 0.0 : -p * StrictMath.log(p)).sum();
    }
  }

  /**
   * Makes the superposition.
   *
   * @param model the wells
   * @param ensemble whether momenta count
   * @param vibrations the number {@code kappa} of vibrations, 0 or more; that of the model unless
   *     one compares with a program that counts otherwise
   * @throws IllegalArgumentException if there are fewer than 0 vibrations
   */
  public Superposition(HarmonicModel model, Ensemble ensemble, int vibrations) {
    if (vibrations < 0) {
      throw new IllegalArgumentException("a number of vibrations is 0 or more, not " + vibrations);
    }
    this.model = model;
    this.ensemble = ensemble;
    this.vibrations = vibrations;
  }

  /**
   * With the number of vibrations that the model has, and momenta.
   *
   * @param model the wells
   * @return the superposition
   */
  public static Superposition of(HarmonicModel model) {
    return new Superposition(model, Ensemble.VIBRATIONS, model.vibrations());
  }

  /**
   * The wells.
   *
   * @return the model
   */
  public HarmonicModel model() {
    return model;
  }

  /**
   * The number of vibrations.
   *
   * @return {@code kappa}
   */
  public int vibrations() {
    return vibrations;
  }

  /**
   * The heat capacity of the vibrations alone, which every well has.
   *
   * @return {@code kappa}, or half of it without momenta
   */
  public double baseHeatCapacity() {
    return vibrations * ensemble.heatCapacity();
  }

  /**
   * The logarithms of the wells' partition functions, without the factor that all share.
   *
   * @param temperature the temperature, positive
   * @return {@code ln g_i - 1/2 ln prod lambda_i - E_i / T} in the order of the wells
   * @throws IllegalArgumentException if the temperature is not positive and finite
   */
  public double[] logWeights(double temperature) {
    if (!(temperature > 0.0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("a temperature is positive, not " + temperature);
    }
    return model.wells().stream()
        .mapToDouble(well -> well.logWeight() - well.energy() / temperature)
        .toArray();
  }

  /**
   * What is occupied.
   *
   * @param temperature the temperature, positive
   * @return occupations and state functions
   * @throws IllegalArgumentException if the temperature is not positive and finite
   */
  public Equilibrium at(double temperature) {
    double[] logs = logWeights(temperature);
    double sum = LogSum.of(logs);
    double[] p = Arrays.stream(logs).map(log -> StrictMath.exp(log - sum)).toArray();
    double total = Arrays.stream(p).sum();
    // Energies are taken from the lowest one, whose digits would be lost in the variance.
    double lowest = model.wells().stream().mapToDouble(Well::energy).min().orElseThrow();
    double mean = 0.0;
    for (int k = 0; k < p.length; k++) {
      p[k] /= total;
      mean += p[k] * (model.wells().get(k).energy() - lowest);
    }
    double variance = 0.0;
    for (int k = 0; k < p.length; k++) {
      double off = model.wells().get(k).energy() - lowest - mean;
      variance += p[k] * off * off;
    }
    double logPartition = sum + vibrations * ensemble.logFactor(temperature);
    double internal = baseHeatCapacity() * temperature + lowest + mean;
    double free = -temperature * logPartition;
    return new Equilibrium(
        temperature,
        Vector.of(p),
        logPartition,
        internal,
        free,
        (internal - free) / temperature,
        baseHeatCapacity() + variance / (temperature * temperature),
        lowest + mean);
  }

  /**
   * How the occupations change with temperature.
   *
   * @param equilibrium what is occupied
   * @return {@code dp_i/dT = p_i (E_i - <E>) / T^2} in the order of the wells; the sum is 0
   */
  public double[] occupationChanges(Equilibrium equilibrium) {
    double[] changes = new double[model.wells().size()];
    double square = equilibrium.temperature() * equilibrium.temperature();
    for (int k = 0; k < changes.length; k++) {
      double above = model.wells().get(k).energy() - equilibrium.meanEnergy();
      changes[k] = equilibrium.occupations().get(k) * above / square;
    }
    return changes;
  }

  /**
   * What classes that were not found could hold: the share of the occupation that {@code missing}
   * further classes would have if each weighed as much as the heaviest of the classes that searches
   * have seen once, which are the ones most like the unseen.
   *
   * @param temperature the temperature, positive
   * @param missing how many classes are probably missing, 0 or more, for example by {@link
   *     dev.tarn.landscape.Completeness#estimatedMissing}
   * @param seenOnce for each well whether searches have ended in it once
   * @return the share, 0 to 1; 0 if nothing is missing or nothing was seen once
   */
  public double missingShare(double temperature, double missing, boolean[] seenOnce) {
    double[] logs = logWeights(temperature);
    double heaviest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      heaviest = seenOnce[k] ? Math.max(heaviest, logs[k]) : heaviest;
    }
    if (!(missing > 0.0) || heaviest == Double.NEGATIVE_INFINITY) {
      return 0.0;
    }
    double unseen = Math.log(missing) + heaviest;
    return StrictMath.exp(unseen - LogSum.of(LogSum.of(logs), unseen));
  }
}
