package dev.tarn.store.command;

import dev.tarn.potential.Potential;
import dev.tarn.store.PotentialCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes and reads descriptions of programs. */
public final class CommandCodec implements PotentialCodec {
  private static final String COMMAND = "command";
  private static final String FOLDER = "folder";
  private static final String DIMENSION = "dimension";
  private static final String LIMIT = "time_limit";
  private static final String HESSIAN = "gives_hessian";
  private static final String LENGTH = "length_scale";
  private static final String ENERGY = "energy_scale";

  /** For {@link java.util.ServiceLoader}. */
  public CommandCodec() {}

  @Override
  public Set<String> kinds() {
    return Set.of(COMMAND);
  }

  @Override
  public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
    if (!(description instanceof CommandDescription program)) {
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KIND, COMMAND);
    values.put(COMMAND, program.command());
    values.put(FOLDER, program.folder().toString());
    values.put(LIMIT, program.limit().toString());
    values.put(HESSIAN, program.hessian() ? 1 : 0);
    values.put(LENGTH, program.scales().length());
    values.put(ENERGY, program.scales().energy());
    return Optional.of(values);
  }

  @Override
  public CommandDescription read(Map<String, Object> values) {
    if (values.get(COMMAND) instanceof String command
        && values.get(FOLDER) instanceof String folder
        && values.get(DIMENSION) instanceof Number dimension
        && values.get(LIMIT) instanceof String limit
        && values.get(HESSIAN) instanceof Number hessian
        && values.get(LENGTH) instanceof Number length
        && values.get(ENERGY) instanceof Number energy) {
      try {
        return new CommandDescription(
            command,
            Path.of(folder),
            dimension.intValue(),
            Duration.parse(limit),
            hessian.intValue() != 0,
            new Potential.Scales(length.doubleValue(), energy.doubleValue()));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(LIMIT + " is a time such as PT1M, not " + limit, e);
      }
    }
    throw new IllegalArgumentException(
        "a program has "
            + String.join(", ", COMMAND, FOLDER, DIMENSION, LIMIT, HESSIAN)
            + " and two scales");
  }
}
