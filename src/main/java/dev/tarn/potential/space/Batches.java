package dev.tarn.potential.space;

import dev.tarn.potential.Potential;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A potential that is a mean over many examples, as a capability: the same with the mean over some
 * of them costs that much less, and is like it where both are far from flat. Immutable, may be
 * shared between threads.
 */
public interface Batches {

  /**
   * The potential with the mean over some of its examples in place of all, drawn without
   * replacement; what does not depend on the examples stays, such as a penalty. In the same
   * variables, with the same scales, and with a reduction to the same coordinates if there is one;
   * without the symmetries that the examples have in common.
   *
   * @param size the number of examples, as {@link #check} takes it
   * @param random the source of randomness
   * @return a new potential
   * @throws IllegalArgumentException as {@link #check}
   */
  Potential batch(int size, RandomGenerator random);

  /**
   * Checks that a batch of a size can be drawn, and is smaller than the whole.
   *
   * @param size the number of examples
   * @throws IllegalArgumentException if not; the message says what would be right
   */
  void check(int size);

  /**
   * The batches of a potential.
   *
   * @param potential the potential
   * @return empty if it is no mean over examples
   */
  static Optional<Batches> of(Potential potential) {
    return potential.capability(Batches.class);
  }

  /**
   * Checks that batches of a potential's examples can be drawn.
   *
   * @param potential the potential
   * @param size the number of examples of a batch
   * @throws IllegalArgumentException if it has no examples, or the size is out of range
   */
  static void check(Potential potential, int size) {
    of(potential)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a batch of "
                        + size
                        + " examples is for networks with data; this potential has no examples"))
        .check(size);
  }
}
