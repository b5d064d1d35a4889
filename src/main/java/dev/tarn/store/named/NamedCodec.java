package dev.tarn.store.named;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.data.UnusableFileException;
import dev.tarn.store.PotentialCodec;
import dev.tarn.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the names and settings of {@link NamedPotential}s. Stateless. */
public final class NamedCodec implements PotentialCodec {
  private static final String BUILT_IN = "built-in";
  private static final String CLASS = "class";
  private static final String NAME = "name";
  private static final String SETTINGS = "settings";
  private static final String CLASS_PATH = "class_path";
  private static final String DIMENSION = "dimension";

  /** For {@link java.util.ServiceLoader}. */
  public NamedCodec() {}

  @Override
  public Set<String> kinds() {
    return Set.of(BUILT_IN, CLASS);
  }

  @Override
  public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
    if (!(description instanceof NamedPotential potential)) {
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KIND, potential.classPath().isPresent() ? CLASS : BUILT_IN);
    values.put(NAME, potential.name());
    values.put(SETTINGS, Json.line(potential.settings()));
    potential
        .classPath()
        .ifPresent(
            places ->
                values.put(CLASS_PATH, Json.line(places.stream().map(Path::toString).toList())));
    return Optional.of(values);
  }

  @Override
  public NamedPotential read(Map<String, Object> values) {
    String name = text(values, NAME);
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.read(text(values, SETTINGS)).properties()) {
      settings.put(entry.getKey(), entry.getValue().asText());
    }
    if (!CLASS.equals(values.get(KIND))) {
      return NamedPotential.builtIn(name, settings);
    }
    List<Path> places = new ArrayList<>();
    Json.read(text(values, CLASS_PATH)).forEach(place -> places.add(Path.of(place.asText())));
    NamedPotential potential;
    try {
      potential = NamedPotential.ofClass(name, places, settings);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(
          "the database holds the landscape of the class "
              + name
              + ", which cannot be made: "
              + e.getMessage(),
          e);
    }
    int dimension = potential.potential().dimension();
    if (!(values.get(DIMENSION) instanceof Number held) || held.intValue() != dimension) {
      throw new UnusableFileException(
          "the database holds points of "
              + values.get(DIMENSION)
              + " variables, and the class "
              + name
              + " has "
              + dimension
              + ": it has changed");
    }
    return potential;
  }

  private static String text(Map<String, Object> values, String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a potential of a name has " + key + ", a text");
  }
}
