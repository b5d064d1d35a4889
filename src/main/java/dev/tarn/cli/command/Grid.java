package dev.tarn.cli.command;

import dev.tarn.text.Decimal;
import dev.tarn.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lists of numbers of hidden units and of regularisation parameters on the command line. */
final class Grid {
  /** The most hidden units that a command takes: beyond, a Hessian would take a second and more. */
  static final int MAX_HIDDEN = 200;

  private Grid() {}

  /** Reads {@code 1..6} or {@code 1,2,4}. */
  static final class Hidden implements ITypeConverter<List<Integer>> {
    @Override
    public List<Integer> convert(String text) {
      List<Integer> values = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        String[] ends = part.split("\\.\\.", -1);
        int first = units(ends[0], text);
        int last = ends.length == 2 ? units(ends[1], text) : first;
        if (ends.length > 2 || last < first) {
          throw bad(text);
        }
        for (int units = first; units <= last; units++) {
          values.add(units);
        }
      }
      return values.stream().distinct().sorted().toList();
    }

    private static int units(String part, String text) {
      return Decimal.count(part.strip())
          .filter(units -> units >= 1 && units <= MAX_HIDDEN)
          .orElseThrow(() -> bad(text));
    }

    private static TypeConversionException bad(String text) {
      return new TypeConversionException(
          "numbers of hidden units are like 1..6 or 1,2,4, from 1 to "
              + MAX_HIDDEN
              + ", not \""
              + text
              + "\"");
    }
  }

  /** Reads {@code 1e-1,1e-2} or, decade by decade, {@code 1e-1..1e-6}. */
  static final class Lambdas implements ITypeConverter<List<Double>> {
    @Override
    public List<Double> convert(String text) {
      List<Double> values = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        String[] ends = part.split("\\.\\.", -1);
        double first = lambda(ends[0], text);
        double last = ends.length == 2 ? lambda(ends[1], text) : first;
        // "1e-1...1e-6" would end at .1e-6.
        if (ends.length > 2 || part.contains("...")) {
          throw bad(text);
        }
        decades(first, last, values);
        if (values.get(values.size() - 1) != last) {
          throw bad(text);
        }
      }
      return values.stream().distinct().toList();
    }

    private static void decades(double first, double last, List<Double> values) {
      long steps = Math.round(Math.abs(Math.log10(last / first)));
      for (int k = 0; k <= steps; k++) {
        // Through text: 1e-1 * 0.1 * 0.1 is not 1e-3.
        int shift = last < first ? -k : k;
        values.add(new BigDecimal(Numbers.exact(first)).scaleByPowerOfTen(shift).doubleValue());
      }
    }

    private static double lambda(String part, String text) {
      return Decimal.number(part.strip()).filter(value -> value > 0.0).orElseThrow(() -> bad(text));
    }

    private static TypeConversionException bad(String text) {
      return new TypeConversionException(
          "regularisation parameters are like 1e-1..1e-6 (by decades) or 1e-2,5e-3, positive, not \""
              + text
              + "\"");
    }
  }
}
