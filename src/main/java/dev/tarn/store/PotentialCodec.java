package dev.tarn.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  Optional<Map<String, Object>> write(PotentialDescription description);

  /**
   * Reads a description.
   *
   * @param values the values as they were written; whole numbers may come as Integer or Long
   * @return a description that equals the one written
   * @throws IllegalArgumentException if a value is missing or wrong; the message says which
   */
  PotentialDescription read(Map<String, Object> values);
}
