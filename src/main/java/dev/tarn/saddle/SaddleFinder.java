package dev.tarn.saddle;

import dev.tarn.potential.Potential;
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
  SaddleSearch search(double[] start);

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
    return full
        ? new EigenvectorFollowing(potential, 1, settings, tolerances)
        : new HybridEigenvectorFollowing(potential, settings, tolerances);
  }
}
