package dev.tarn.store;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which potential's landscape a database holds. Equal descriptions describe the same landscape; the
 * text is for people. A {@link PotentialCodec} writes and reads it. Immutable.
 */
public interface PotentialDescription {

  /** Tries points on data that are kept apart. Holds a workspace: for one thread. */
  @FunctionalInterface
  interface Tester {

    /**
     * Tries a point.
     *
     * @param point a point of the landscape
     * @return how it does
     */
    LandscapeDatabase.TestResult test(Vector point);
  }

  /**
   * The potential.
   *
   * @return the potential
   */
  Potential potential();

  /**
   * The names of the variables, which a reader of the database finds.
   *
   * @return a name for each variable, in their order; by default {@code x[0]}, {@code x[1]} and so
   *     on
   */
  default List<String> variables() {
    return IntStream.range(0, potential().dimension()).mapToObj(i -> "x[" + i + "]").toList();
  }

  /**
   * What tries points on data that are kept apart.
   *
   * @return a new tester; by default none, as there are no such data
   */
  default Optional<Tester> tester() {
    return Optional.empty();
  }
}
