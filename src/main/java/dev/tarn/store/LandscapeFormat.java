package dev.tarn.store;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The files in which another program keeps a landscape: read, written, or both. What a {@link
 * LandscapeDatabase} holds is converted by writing its {@link LandscapeDatabase#landscape}.
 *
 * <p>A format is a class with a public constructor without parameters, registered as a service of
 * this name ({@link ServiceLoader}); any jar beside Tarn's may bring some.
 */
public interface LandscapeFormat {

  /**
   * The name, as a user types it.
   *
   * @return a word in small letters, different from those of all other formats
   */
  String name();

  /**
   * What reads such files.
   *
   * @return the reader; empty unless the format overrides this
   */
  default Optional<Reader> reader() {
    return Optional.empty();
  }

  /**
   * What writes such files.
   *
   * @return the writer; empty unless the format overrides this
   */
  default Optional<Writer> writer() {
    return Optional.empty();
  }

  /** Reads landscapes. */
  @FunctionalInterface
  interface Reader {
    /**
     * Reads a landscape.
     *
     * @param place a file or a folder, as the format has it
     * @param potential the potential whose landscape it is
     * @return a new landscape of that potential
     * @throws dev.tarn.data.UnusableFileException if the files are damaged or of another potential;
     *     the message says what is wrong
     * @throws IOException if they cannot be read
     */
    Landscape read(Path place, Potential potential) throws IOException;
  }

  /** Writes landscapes. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes a landscape.
     *
     * @param landscape the landscape; not modified
     * @param potential the potential whose landscape it is
     * @param place the file or folder, as the format has it; what is there is replaced
     * @throws IOException if it cannot be written
     */
    void write(Landscape landscape, Potential potential, Path place) throws IOException;
  }

  /**
   * All formats that are registered.
   *
   * @return the formats by name
   */
  static List<LandscapeFormat> all() {
    return ServiceLoader.load(LandscapeFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(LandscapeFormat::name))
        .toList();
  }

  /**
   * The format of a name.
   *
   * @param name the name
   * @return the format
   * @throws IllegalArgumentException if none is registered; the message names those that are
   */
  static LandscapeFormat named(String name) {
    List<LandscapeFormat> all = all();
    return all.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no landscape format \""
                        + name
                        + "\"; known "
                        + (all.isEmpty()
                            ? "is none"
                            : all.stream()
                                .map(LandscapeFormat::name)
                                .collect(Collectors.joining(", ", "are ", "")))));
  }
}
