package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some formats take beside a landscape.
 *
 * @param colours by what branches of disconnectionDPS's graph are coloured
 * @param picked the ids of the minima that the graph is to show; possibly none, for all
 * @param paths whether the steepest-descent paths are written too
 */
public record ExportExtras(List<Colours> colours, Set<Integer> picked, boolean paths) {
  static final ExportExtras NONE = new ExportExtras(List.of(), Set.of(), false);

  /** Takes copies. */
  public ExportExtras {
    colours = List.copyOf(colours);
    picked = Set.copyOf(picked);
  }

  /** The formats that take paths. */
  public static Optional<Writer> withPaths(String format) {
    return switch (format) {
      case "npz" -> Optional.of(NpzFormat::write);
      case "csv" -> Optional.of(CsvFormat::write);
      default -> Optional.empty();
    };
  }

  /** The formats that take colours and picked minima. */
  public static Optional<Writer> withColours(String format) {
    return format.equals("pathsample") ? Optional.of(PathsampleWriter::write) : Optional.empty();
  }

  /** How many minima a format has no place for. */
  public static int leftOut(String format, Landscape landscape) {
    if (!format.equals("path.info")) {
      return 0;
    }
    Set<Integer> joined =
        landscape.connections().stream()
            .flatMap(one -> Stream.of(Side.values()).flatMap(side -> one.minima(side).stream()))
            .collect(Collectors.toSet());
    return landscape.count(0) - joined.size();
  }

  /** Writes a landscape and more. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes a landscape.
     *
     * @throws IOException if it cannot be written
     */
    void write(Landscape landscape, Potential potential, Path place, ExportExtras extras)
        throws IOException;
  }

  /**
   * A quantity of minima, for the keyword TRVAL: a line for each minimum, from 0 for the least
   * value to 1 for the greatest.
   *
   * @param name what it is, a word
   * @param value its value at a minimum
   */
  public record Colours(String name, ToDoubleFunction<StationaryPoint> value) {

    String file() {
      return "min." + name.toLowerCase(Locale.ROOT) + ".trval";
    }

    List<String> lines(List<StationaryPoint> minima) {
      double[] values = minima.stream().mapToDouble(value).toArray();
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < values.length; k++) {
        if (!Double.isFinite(values[k])) {
          throw new UnusableFileException(
              name + " is " + values[k] + " at minimum " + minima.get(k).id());
        }
        least = Math.min(least, values[k]);
        greatest = Math.max(greatest, values[k]);
      }
      List<String> lines = new ArrayList<>();
      for (double one : values) {
        lines.add(Numbers.exact(greatest > least ? (one - least) / (greatest - least) : 0.0));
      }
      return lines;
    }
  }
}
