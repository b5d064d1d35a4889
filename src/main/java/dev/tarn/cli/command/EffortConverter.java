package dev.tarn.cli.command;

import dev.tarn.explore.Effort;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code low}, {@code normal} or {@code high}. */
final class EffortConverter implements ITypeConverter<Effort> {
  @Override
  public Effort convert(String text) {
    return Arrays.stream(Effort.values())
        .filter(effort -> effort.label().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is not low, normal or high"));
  }
}
