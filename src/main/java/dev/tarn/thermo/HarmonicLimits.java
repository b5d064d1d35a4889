package dev.tarn.thermo;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.thermo.HarmonicModel.Pass;
import dev.tarn.thermo.Superposition.Equilibrium;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Up to which temperature each well is a Gaussian of its own.
 *
 * <p>Two things end it. Where {@code T} exceeds the lowest barrier out of the well, nothing holds
 * the system in it. And where the spread {@code sqrt(T / lambda_1)} along the softest mode exceeds
 * the length of the shortest path to a transition state, the Gaussian reaches beyond its well, and
 * its weight counts space that the energy does not have. Both are signs, not bounds. Immutable.
 *
 * @param barrier for each well the lowest barrier out of it, to its own copies too; infinite where
 *     no pass is known
 * @param reach for each well the temperature at which the softest mode reaches a transition state;
 *     infinite where eigenvalues or paths are not known
 */
public record HarmonicLimits(Vector barrier, Vector reach) {

  /**
   * How much of what is occupied lies beyond the limits.
   *
   * @param overBarriers the share in wells whose lowest barrier is below {@code T}
   * @param soft the share in wells whose softest mode reaches beyond a transition state
   */
  public record Doubt(double overBarriers, double soft) {}

  /**
   * The limits of a landscape.
   *
   * @param landscape the landscape; not modified
   * @param model its model
   * @return the limits, in the order of the wells
   */
  public static HarmonicLimits of(Landscape landscape, HarmonicModel model) {
    double[] barrier = new double[model.wells().size()];
    double[] length = new double[barrier.length];
    Arrays.fill(barrier, Double.POSITIVE_INFINITY);
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    for (Pass pass : model.passes()) {
      for (int end : new int[] {pass.from(), pass.to()}) {
        barrier[end] = Math.min(barrier[end], pass.energy() - model.wells().get(end).energy());
      }
    }
    for (Connection connection : landscape.connections()) {
      shorten(length, model, connection, Side.MINUS, connection.minusLength());
      shorten(length, model, connection, Side.PLUS, connection.plusLength());
    }
    double[] reach = new double[barrier.length];
    for (int k = 0; k < reach.length; k++) {
      StationaryPoint point = landscape.get(model.wells().get(k).id());
      boolean known = point.eigenvalues().length() > 0 && length[k] > 0.0;
      reach[k] =
          known ? point.eigenvalues().get(0) * length[k] * length[k] : Double.POSITIVE_INFINITY;
    }
    return new HarmonicLimits(Vector.of(barrier), Vector.of(reach));
  }

  private static void shorten(
      double[] length, HarmonicModel model, Connection connection, Side side, double path) {
    // A path whose length nobody measured has the length 0.
    if (path > 0.0) {
      int place = model.place(connection.minima(side).get(0));
      length[place] = Math.min(length[place], path);
    }
  }

  /**
   * The classes in which nothing holds the system.
   *
   * @param model the model that these are the limits of
   * @param temperature the temperature
   * @return the ids of the wells whose lowest barrier is below the temperature, in their order
   */
  public List<Integer> overBarriers(HarmonicModel model, double temperature) {
    return IntStream.range(0, barrier.length())
        .filter(k -> barrier.get(k) < temperature)
        .mapToObj(k -> model.wells().get(k).id())
        .toList();
  }

  /**
   * What to doubt.
   *
   * @param equilibrium what is occupied
   * @return the shares beyond the limits
   */
  public Doubt at(Equilibrium equilibrium) {
    double over = 0.0;
    double soft = 0.0;
    for (int k = 0; k < barrier.length(); k++) {
      double p = equilibrium.occupations().get(k);
      over += equilibrium.temperature() > barrier.get(k) ? p : 0.0;
      soft += equilibrium.temperature() > reach.get(k) ? p : 0.0;
    }
    return new Doubt(over, soft);
  }
}
