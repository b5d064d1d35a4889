package dev.tarn.cli.command;

import dev.tarn.text.Decimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Makes options take decimal numbers only, and say so in plain words. */
public final class NumberConverters {
  private NumberConverters() {}

  /**
   * Has a command line and all of its commands read numbers this way.
   *
   * @param line with all of its commands; changed
   */
  public static void register(CommandLine line) {
    ITypeConverter<Double> number = reader(Decimal::number, Decimal::isNumber, "a number");
    ITypeConverter<Long> whole = reader(Decimal::whole, Decimal::isWhole, "a whole number");
    ITypeConverter<Integer> count = reader(Decimal::count, Decimal::isWhole, "a whole number");
    line.registerConverter(Double.class, number)
        .registerConverter(double.class, number)
        .registerConverter(Long.class, whole)
        .registerConverter(long.class, whole)
        .registerConverter(Integer.class, count)
        .registerConverter(int.class, count);
  }

  private static <T> ITypeConverter<T> reader(
      Function<String, Optional<T>> read, Predicate<String> wellFormed, String wanted) {
    return text ->
        read.apply(text)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'"
                            + text
                            + "' is "
                            + (wellFormed.test(text) ? "too large" : "not " + wanted)));
  }
}
