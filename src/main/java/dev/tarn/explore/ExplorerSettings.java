package dev.tarn.explore;

import dev.tarn.path.PathSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Batches;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How an exploration runs.
 *
 * @param seed the seed: the same seed gives the same landscape, whatever the number of threads
 * @param threads the number of worker threads; at least 1
 * @param effort how long to go on without anything new
 * @param maxTime the longest time to run, if any; a run that it ends is not reproducible
 * @param goal what to look for
 * @param maxIndex the largest index that an enumeration keeps; an exploration keeps 1
 * @param tolerances when a point counts as stationary and as degenerate, and two points as one
 * @param saddle how saddles are searched for
 * @param band how elastic bands are relaxed
 * @param path how steepest-descent paths are followed
 * @param batch the number of examples that searches of a network with data begin on, 0 for all
 */
public record ExplorerSettings(
    long seed,
    int threads,
    Effort effort,
    Optional<Duration> maxTime,
    Goal goal,
    int maxIndex,
    Tolerances tolerances,
    SaddleSettings saddle,
    BandSettings band,
    PathSettings path,
    int batch) {

  /** The largest number of worker threads. */
  public static final int MAX_THREADS = 64;

  /**
   * Checks the values.
   *
   * @param seed the seed
   * @param threads the number of worker threads
   * @param effort how long to go on
   * @param maxTime the longest time to run
   * @param goal what to look for
   * @param maxIndex the largest index that is kept
   * @param tolerances when a point counts as stationary
   * @param saddle how transition states are searched for
   * @param band how elastic bands are relaxed
   * @param path how paths are followed
   * @param batch the number of examples that searches begin on
   * @throws IllegalArgumentException if a number is out of its range; the message names it
   */
  public ExplorerSettings {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "the number of threads is from 1 to " + MAX_THREADS + ", not " + threads);
    }
    if (maxTime.isPresent() && (maxTime.get().isNegative() || maxTime.get().isZero())) {
      throw new IllegalArgumentException("the longest time is positive, not " + maxTime.get());
    }
    if (maxIndex < 1) {
      throw new IllegalArgumentException("the largest index is at least 1, not " + maxIndex);
    }
    if (batch < 0) {
      throw new IllegalArgumentException(
          "a batch is of some examples, or 0 for all, not of " + batch);
    }
  }

  /**
   * The defaults: seed 1, one thread, normal effort, no limit of time.
   *
   * @return the default settings
   */
  public static ExplorerSettings defaults() {
    return new ExplorerSettings(
        1L,
        1,
        Effort.NORMAL,
        Optional.empty(),
        Goal.EXPLORE,
        1,
        Tolerances.defaults(),
        SaddleSettings.defaults(),
        BandSettings.defaults(),
        PathSettings.defaults(),
        0);
  }

  /**
   * A copy with another seed.
   *
   * @param value the seed
   * @return the copy
   */
  public ExplorerSettings withSeed(long value) {
    return new ExplorerSettings(
        value, threads, effort, maxTime, goal, maxIndex, tolerances, saddle, band, path, batch);
  }

  /**
   * A copy with another number of threads.
   *
   * @param value the number of worker threads
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public ExplorerSettings withThreads(int value) {
    return new ExplorerSettings(
        seed, value, effort, maxTime, goal, maxIndex, tolerances, saddle, band, path, batch);
  }

  /**
   * A copy with another effort.
   *
   * @param value how long to go on without anything new
   * @return the copy
   */
  public ExplorerSettings withEffort(Effort value) {
    return new ExplorerSettings(
        seed, threads, value, maxTime, goal, maxIndex, tolerances, saddle, band, path, batch);
  }

  /**
   * A copy with a limit of time.
   *
   * @param value the longest time to run
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public ExplorerSettings withMaxTime(Duration value) {
    return new ExplorerSettings(
        seed,
        threads,
        effort,
        Optional.of(value),
        goal,
        maxIndex,
        tolerances,
        saddle,
        band,
        path,
        batch);
  }

  /**
   * A copy that enumerates every index.
   *
   * @param value the largest index to keep; {@code Integer.MAX_VALUE} for the whole catalogue
   * @return the copy
   */
  public ExplorerSettings enumerating(int value) {
    return new ExplorerSettings(
        seed,
        threads,
        effort,
        maxTime,
        Goal.ENUMERATE,
        value,
        tolerances,
        saddle,
        band,
        path,
        batch);
  }

  /**
   * A copy that looks for minima and transition states.
   *
   * @return the copy
   */
  public ExplorerSettings exploring() {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, Goal.EXPLORE, 1, tolerances, saddle, band, path, batch);
  }

  /**
   * A copy with another kind of saddle search.
   *
   * @param value how transition states are searched for
   * @return the copy
   */
  public ExplorerSettings withSaddle(SaddleSettings value) {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, goal, maxIndex, tolerances, value, band, path, batch);
  }

  /**
   * A copy with other elastic bands.
   *
   * @param value how bands are relaxed
   * @return the copy
   */
  public ExplorerSettings withBand(BandSettings value) {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, goal, maxIndex, tolerances, saddle, value, path, batch);
  }

  /**
   * A copy with other paths.
   *
   * @param value how steepest-descent paths are followed
   * @return the copy
   */
  public ExplorerSettings withPath(PathSettings value) {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, goal, maxIndex, tolerances, saddle, band, value, batch);
  }

  /**
   * A copy with other tolerances.
   *
   * @param value when a point counts as stationary and as degenerate, and two points as one
   * @return the copy
   */
  public ExplorerSettings withTolerances(Tolerances value) {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, goal, maxIndex, value, saddle, band, path, batch);
  }

  /**
   * A copy with another cutoff for degenerate points.
   *
   * @param value the magnitude below which an eigenvalue makes a point degenerate
   * @return the copy
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  public ExplorerSettings withZeroCutoff(double value) {
    return withTolerances(tolerances.withZeroCutoff(value));
  }

  /**
   * A copy whose searches begin on some of a network's examples: quenches, searches for saddles and
   * elastic bands run on a batch of them that each job draws from its random stream, of each class
   * in its share, and go on with all of them from where the batch's gradient is no larger than its
   * error. Whatever is taken in is polished and judged with all examples, so every point is one of
   * the whole loss; but which of them are found may differ, since starts are drawn to those of the
   * batches. Points that were given, and paths, know all examples only.
   *
   * @param value the number of examples of a batch, 0 for none
   * @return the copy
   * @throws IllegalArgumentException if the value is negative
   */
  public ExplorerSettings withBatch(int value) {
    return new ExplorerSettings(
        seed, threads, effort, maxTime, goal, maxIndex, tolerances, saddle, band, path, value);
  }

  /**
   * Checks that a potential's landscape can be explored in this way.
   *
   * @param potential the potential
   * @throws IllegalArgumentException if the goal is out of reach, as {@link Goal#check} says; if
   *     there is a batch and the potential is no network with data of many examples, or has no more
   *     examples than the batch or more classes than that
   */
  public void check(Potential potential) {
    goal.check(potential);
    if (batch > 0) {
      Batches.check(potential, batch);
    }
  }

  /** What an exploration is after. */
  public enum Goal {
    /** Minima and transition states, and the graph that they make. */
    EXPLORE,
    /**
     * Stationary points of every index, up to a largest one: complete when the Morse sum is 1 and
     * further searches bring nothing new.
     */
    ENUMERATE;

    /**
     * The name in databases.
     *
     * @return {@code "explore"} or {@code "enumerate"}
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks that a potential's landscape can be explored with this goal.
     *
     * @param potential the potential
     * @throws IllegalArgumentException if every index is to be enumerated and the potential has
     *     more than {@link StationaryPolish#FULL_DIMENSION} variables
     */
    public void check(Potential potential) {
      if (this == ENUMERATE && !StationaryPolish.usesHessian(potential)) {
        throw new IllegalArgumentException(
            "an enumeration of every index needs all eigenvalues of the Hessian, which are computed"
                + " for at most "
                + StationaryPolish.FULL_DIMENSION
                + " variables, not for "
                + potential.dimension());
      }
    }
  }
}
