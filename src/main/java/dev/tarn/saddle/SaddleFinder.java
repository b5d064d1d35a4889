package dev.tarn.saddle;

import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPolish;

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
   * A search for transition states with the algorithm that the settings name.
   *
   * @param potential the potential; used by the finder's thread only
   * @param settings how to search
   * @return the finder
   */
  static SaddleFinder transitionState(Potential potential, SaddleSettings settings) {
    boolean full =
        switch (settings.method()) {
          case FULL -> true;
          case HYBRID -> false;
          case AUTOMATIC -> StationaryPolish.usesHessian(potential);
        };
    return full
        ? new EigenvectorFollowing(potential, 1, settings)
        : new HybridEigenvectorFollowing(potential, settings);
  }
}
