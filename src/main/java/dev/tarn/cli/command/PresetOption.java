package dev.tarn.cli.command;

import dev.tarn.text.Numbers;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.xor.BlobQuestion;
import dev.tarn.xor.SignPatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Gives several options at once the values of a known setting; what is typed or stands in a
 * configuration file has precedence.
 */
final class PresetOption {
  private static final int CLOUDS = 4;
  private static final String BLOB_QUESTION = "blob-question";

  @Option(
      names = "--preset",
      paramLabel = "P",
      description =
          "blob-question sets --data blobs --examples 20000 --noise 0.1 --activation relu --loss"
              + " logistic --lambda 0 --optimiser adam --rate 0.1 --initialisation glorot-uniform"
              + " --scale 1 --steps 500 --accuracy 0.99; options given besides have precedence.")
  private Optional<String> preset = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * Sets the options of the preset that nobody gave.
   *
   * @return what the preset sets and what it leaves, to be printed; empty without a preset
   * @throws IllegalArgumentException if there is no such preset
   */
  Optional<String> apply() {
    if (preset.isEmpty()) {
      return Optional.empty();
    }
    if (!preset.get().equals(BLOB_QUESTION)) {
      throw new IllegalArgumentException("--preset is " + BLOB_QUESTION + ", not " + preset.get());
    }
    if (command == null) {
      throw new IllegalStateException("not called through picocli");
    }
    Set<String> told = Configuration.told(command).keySet();
    List<String> kept = new ArrayList<>();
    StringBuilder text = new StringBuilder("preset " + BLOB_QUESTION + ":");
    for (Map.Entry<String, Object> setting : blobQuestion().entrySet()) {
      String option = setting.getKey();
      if (told.contains(option.substring(2))) {
        kept.add(option);
      } else {
        command.findOption(option).setValue(setting.getValue());
        text.append(' ').append(option).append(' ').append(text(setting.getValue()));
      }
    }
    if (!kept.isEmpty()) {
      text.append("; as given: ").append(String.join(", ", kept));
    }
    return Optional.of(text.toString());
  }

  /** The values of {@link BlobQuestion}, each of the type of its option. */
  private static Map<String, Object> blobQuestion() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("--data", Optional.of("blobs"));
    values.put("--examples", CLOUDS * BlobQuestion.EACH);
    values.put("--noise", BlobQuestion.SPREAD);
    values.put("--activation", "relu");
    values.put("--loss", Optional.of("logistic"));
    values.put("--lambda", 0.0);
    values.put("--optimiser", List.of("adam"));
    values.put("--rate", Optional.of(BlobQuestion.RATE));
    values.put("--initialisation", List.of(Law.GLOROT_UNIFORM.label()));
    values.put("--scale", 1.0);
    values.put("--steps", BlobQuestion.STEPS);
    values.put("--accuracy", Optional.of(SignPatterns.SOLVED));
    return values;
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> one) {
      return one.map(PresetOption::text).orElse("");
    }
    if (value instanceof List<?> several) {
      return several.stream().map(PresetOption::text).collect(Collectors.joining(","));
    }
    return value instanceof Double number ? Numbers.plain(number) : String.valueOf(value);
  }
}
