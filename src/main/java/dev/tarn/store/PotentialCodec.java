package dev.tarn.store;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes and reads the descriptions of a family of potentials, so that their landscapes can be kept
 * in databases. Implementations are found by {@link java.util.ServiceLoader}: they are public, have
 * a public constructor without arguments, and are named in {@code
 * META-INF/services/dev.tarn.store.PotentialCodec} or provided by a module. That of networks is one
 * of them. Stateless.
 */
public interface PotentialCodec {
  /** The name of the value that tells which kind of potential a description is of. */
  String KIND = "kind";

  /**
   * The codecs that jars and folders of classes name in {@code META-INF/services}. A database keeps
   * the places of such a codec, so that it is found again.
   *
   * @param classPath the jars and folders
   * @return the codecs that are there, and not those of Tarn; possibly none
   * @throws IllegalArgumentException if there is nothing in a place, or a codec cannot be made
   */
  static List<PotentialCodec> in(List<Path> classPath) {
    return Codecs.in(classPath);
  }

  /**
   * The kinds of potentials that this codec reads; no two codecs share one.
   *
   * @return the values of {@link #KIND}
   */
  Set<String> kinds();

  /**
   * Describes a potential by named values.
   *
   * @param description the description
   * @return the values, {@link #KIND} among them: texts, whole numbers (Integer, Long), Doubles and
   *     arrays of bytes; not named {@code dimension} or {@code parameters}, which every database
   *     has; empty if the description is not one of this codec's
   */
  Optional<Map<String, Object>> write(Description description);

  /**
   * Reads a description.
   *
   * @param values the values as they were written; whole numbers may come as Integer or Long
   * @return a description that equals the one written
   * @throws IllegalArgumentException if a value is missing or wrong; the message says which
   */
  Description read(Map<String, Object> values);

  /**
   * Which potential's landscape a database holds. Equal descriptions describe the same landscape;
   * the text is for people. A {@link PotentialCodec} writes and reads it. Immutable.
   */
  public interface Description {

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
     * @return a name for each variable, in their order; by default {@code x[0]}, {@code x[1]} and
     *     so on
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
}
