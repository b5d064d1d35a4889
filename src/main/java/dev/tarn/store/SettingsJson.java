package dev.tarn.store;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.path.PathSettings;
import dev.tarn.potential.Potential;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.Tolerances;
import dev.tarn.text.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The configuration of a run as JSON. */
final class SettingsJson {
  private static final String OPTIONS = "options";
  private static final String BATCH = "batch";

  private SettingsJson() {}

  private record Settings(
      long seed,
      int threads,
      String effort,
      @JsonInclude(NON_EMPTY) Optional<String> maxTime,
      String goal,
      int maxIndex,
      double zeroCutoff,
      Tolerances tolerances,
      SaddleSettings saddle,
      BandSettings band,
      PathSettings path,
      @JsonInclude(NON_EMPTY) Optional<Integer> batch,
      @JsonInclude(NON_EMPTY) Optional<Potential.Scales> scales,
      Map<String, String> options) {}

  /** The scales, which the tolerances and steps are in units of, only where they are not 1. */
  static String of(
      ExplorerSettings settings, Potential.Scales scales, Map<String, String> options) {
    return Json.line(
        new Settings(
            settings.seed(),
            settings.threads(),
            settings.effort().label(),
            settings.maxTime().map(Duration::toString),
            settings.goal().label(),
            settings.maxIndex(),
            settings.tolerances().zeroCutoff(),
            settings.tolerances(),
            settings.saddle(),
            settings.band(),
            settings.path(),
            Optional.of(settings.batch()).filter(batch -> batch > 0),
            scales.areOne() ? Optional.empty() : Optional.of(scales),
            options));
  }

  /** The number of examples that the searches of a configuration begin on, 0 for all. */
  static int batch(String configuration) {
    return Json.read(configuration).path(BATCH).asInt(0);
  }

  /** The options in a configuration; none where an older version wrote it. */
  static Map<String, String> options(String configuration) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.read(configuration).path(OPTIONS).properties()) {
      options.put(entry.getKey(), entry.getValue().asText());
    }
    return options;
  }
}
