package dev.tarn.store.named;

import dev.tarn.potential.Potential;
import dev.tarn.store.PotentialCodec;
import dev.tarn.surfaces.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A potential that is asked for by its name: one that comes with Tarn, or a public class that
 * implements {@link Potential} and has a public constructor that takes a {@code Map<String,
 * String>} of settings, or else one that takes nothing. Immutable, if the potential is.
 */
public final class NamedPotential implements PotentialCodec.Description {
  /** The setting of clusters that says how large they are. */
  public static final String ATOMS = "atoms";

  private final String name;
  private final Optional<List<Path>> classPath;
  private final SortedMap<String, String> settings;
  private final Potential potential;
  private final String text;

  private NamedPotential(
      String name,
      Optional<List<Path>> classPath,
      SortedMap<String, String> settings,
      Potential potential,
      String text) {
    this.name = name;
    this.classPath = classPath;
    this.settings = Collections.unmodifiableSortedMap(settings);
    this.potential = potential;
    this.text = text;
  }

  /**
   * The names of the potentials that come with Tarn.
   *
   * @return the names, such as {@code lj}
   */
  public static List<String> names() {
    return Arrays.stream(BuiltIn.values()).map(BuiltIn::label).toList();
  }

  /**
   * The settings of a potential that comes with Tarn.
   *
   * @param name its name
   * @return the names of the settings
   * @throws IllegalArgumentException if there is none of this name
   */
  public static List<String> keys(String name) {
    return builtIn(name).keys();
  }

  private static BuiltIn builtIn(String name) {
    return BuiltIn.of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no potential '"
                        + name
                        + "': there are "
                        + String.join(", ", names())
                        + ", and with --classpath classes of your own"));
  }

  /**
   * A potential that comes with Tarn.
   *
   * @param name one of {@link #names}
   * @param settings its settings by name
   * @return the potential
   * @throws IllegalArgumentException if there is none of this name, or a setting is missing, wrong
   *     or unknown; the message says which
   */
  public static NamedPotential builtIn(String name, Map<String, String> settings) {
    BuiltIn which = builtIn(name);
    for (String key : settings.keySet()) {
      if (!which.keys().contains(key)) {
        throw new IllegalArgumentException(
            name
                + " has no setting '"
                + key
                + "'"
                + (which.keys().isEmpty()
                    ? ", and no other"
                    : "; it has " + String.join(", ", which.keys())));
      }
    }
    Settings read = new Settings(name, settings);
    BuiltIn.Made made = which.make(read);
    return new NamedPotential(name, Optional.empty(), read.read(), made.potential(), made.text());
  }

  /**
   * A potential of a class that is not Tarn's.
   *
   * @param name the class, with its package
   * @param classPath the jars and folders that it is in
   * @param settings what its constructor is given
   * @return the potential
   * @throws IllegalArgumentException if it cannot be made; the message says why
   */
  public static NamedPotential ofClass(
      String name, List<Path> classPath, Map<String, String> settings) {
    List<Path> places = classPath.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    SortedMap<String, String> sorted = new TreeMap<>(settings);
    Potential potential = OwnClass.make(name, places, Collections.unmodifiableMap(sorted));
    String told =
        sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
    return new NamedPotential(
        name,
        Optional.of(places),
        sorted,
        potential,
        "the potential " + name + (told.isEmpty() ? "" : " with " + told));
  }

  /**
   * The name.
   *
   * @return a name of {@link #names}, or a class
   */
  public String name() {
    return name;
  }

  /**
   * Where its class is.
   *
   * @return absolute jars and folders, possibly none; empty for a potential that comes with Tarn
   */
  public Optional<List<Path>> classPath() {
    return classPath;
  }

  /**
   * Its settings, with those that were not given where it comes with Tarn.
   *
   * @return the values by name; cannot be modified
   */
  public SortedMap<String, String> settings() {
    return settings;
  }

  @Override
  public Potential potential() {
    return potential;
  }

  /** Of atoms {@code x1}, {@code y1}, {@code z1}, {@code x2} and so on. */
  @Override
  public List<String> variables() {
    if (!(potential instanceof Cluster cluster)) {
      return PotentialCodec.Description.super.variables();
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= cluster.atoms(); i++) {
      names.addAll(List.of("x" + i, "y" + i, "z" + i));
    }
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedPotential that
        && name.equals(that.name)
        && classPath.equals(that.classPath)
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, classPath, settings);
  }

  @Override
  public String toString() {
    return text;
  }
}
