package dev.tarn.saddle;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Units;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;

/**
 * A single-ended search for a saddle from a starting point. Implementations hold workspaces: one
 * thread each.
 */
public interface SaddleFinder {

  /**
   * Searches for a saddle.
   *
   * @param start the starting point; not modified
   * @return what the search ended with
   * @throws IllegalArgumentException if {@code start} has another length than the dimension
   */
  Result search(double[] start);

  /**
   * A search for transition states with the algorithm that the settings name and the default
   * tolerances.
   *
   * @param potential the potential
   * @param settings how to search
   * @return a new finder for one thread
   */
  static SaddleFinder transitionState(Potential potential, SaddleSettings settings) {
    return transitionState(potential, settings, Tolerances.defaults());
  }

  /**
   * A search for transition states with the algorithm that the settings name.
   *
   * @param potential the potential; used by the finder's thread only
   * @param settings how to search
   * @param tolerances when the end of a search counts as stationary
   * @return the finder
   */
  static SaddleFinder transitionState(
      Potential potential, SaddleSettings settings, Tolerances tolerances) {
    boolean full =
        switch (settings.method()) {
          case FULL -> true;
          case HYBRID -> false;
          case AUTOMATIC -> StationaryPolish.usesHessian(potential);
        };
    if (full) {
      return ofIndex(potential, 1, settings, tolerances);
    }
    Units units = Units.of(potential, tolerances.noise());
    return inUnits(units, new HybridEigenvectorFollowing(units.potential(), settings, tolerances));
  }

  /**
   * A search for stationary points of one index by eigenvector-following with the full Hessian, and
   * the default tolerances.
   *
   * @param potential the potential
   * @param index the number of modes to be followed uphill, from 0 to the dimension without null
   *     directions
   * @param settings how to search; the method is ignored
   * @return a new finder for one thread
   * @throws IllegalArgumentException if the index is out of range
   */
  static SaddleFinder ofIndex(Potential potential, int index, SaddleSettings settings) {
    return ofIndex(potential, index, settings, Tolerances.defaults());
  }

  /**
   * A search for stationary points of one index by eigenvector-following with the full Hessian.
   *
   * @param potential the potential
   * @param index the number of modes to be followed uphill, from 0 to the dimension without null
   *     directions
   * @param settings how to search; the method is ignored
   * @param tolerances when the end of a search counts as stationary
   * @return a new finder for one thread
   * @throws IllegalArgumentException if the index is out of range
   */
  static SaddleFinder ofIndex(
      Potential potential, int index, SaddleSettings settings, Tolerances tolerances) {
    Units units = Units.of(potential, tolerances.noise());
    return inUnits(units, new EigenvectorFollowing(units.potential(), index, settings, tolerances));
  }

  private static SaddleFinder inUnits(Units units, SaddleFinder finder) {
    return units.areOne() ? finder : start -> finder.search(units.enter(start)).leave(units);
  }

  /**
   * What a saddle search ended with.
   *
   * @param point the last point, polished by Newton's method if the search came near a stationary
   *     point
   * @param steps the number of steps taken before the polish
   * @param found whether {@code point} is a proper stationary point of the index searched for
   * @param used the evaluations before the polish
   */
  public record Result(PolishedPoint point, int steps, boolean found, Evaluations used) {

    Result leave(Units units) {
      return new Result(point.times(units.length(), units.energy()), steps, found, used);
    }

    /** A search that was given up away from any stationary point. */
    static Result lost(double[] x, double rms, int steps, Evaluations used) {
      PolishedPoint point =
          new PolishedPoint(x.clone(), Double.NaN, rms, new double[0], 0, false, true);
      return new Result(point, steps, false, used);
    }
  }

  /**
   * How often a search has evaluated the potential.
   *
   * @param gradients the number of gradients
   * @param products the number of products of the Hessian with a vector
   * @param hessians the number of Hessians, each with its eigenvectors
   */
  public record Evaluations(long gradients, long products, long hessians) {}
}
