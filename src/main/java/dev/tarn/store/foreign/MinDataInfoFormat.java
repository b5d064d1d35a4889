package dev.tarn.store.foreign;

import static dev.tarn.store.foreign.FortranText.integer;
import static dev.tarn.store.foreign.FortranText.number;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The file {@code min.data.info} of OPTIM: minima without transition states. Each has a line as in
 * {@code min.data}, with energy, logarithm of the product of positive Hessian eigenvalues, order of
 * the point group and three moments of inertia, and then its coordinates, three on a line.
 * Stateless.
 */
public final class MinDataInfoFormat extends OptimFile {
  private static final int COLUMNS = 6;
  private static final int PER_LINE = 3;

  /** For {@link java.util.ServiceLoader}. */
  public MinDataInfoFormat() {
    super("min.data.info", MinDataInfoFormat::write);
  }

  @Override
  boolean fits(List<String> lines) {
    return lines.size() > 1
        && FortranText.words(lines.get(0)).size() >= COLUMNS
        && FortranText.words(lines.get(1)).size() <= PER_LINE;
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    List<String> lines = FortranText.lines(place);
    PointList minima = new PointList();
    int points = 0;
    int at = 0;
    while (at < lines.size()) {
      points++;
      String where = FortranText.place(place, points - 1);
      List<String> head = FortranText.words(lines.get(at));
      if (head.size() < COLUMNS) {
        throw new UnusableFileException(
            where + ": " + head.size() + " numbers where a minimum begins with " + COLUMNS);
      }
      List<String> words = new ArrayList<>();
      at++;
      while (at < lines.size() && FortranText.words(lines.get(at)).size() <= PER_LINE) {
        words.addAll(FortranText.words(lines.get(at)));
        at++;
      }
      if (words.isEmpty()) {
        throw new UnusableFileException(where + " has no coordinates");
      }
      minima.place(
          new Point(
              number(head.get(0), where),
              OptionalDouble.of(number(head.get(1), where)),
              integer(head.get(2), where),
              Vector.of(FortranText.numbers(head.subList(3, COLUMNS), where)),
              Vector.of(FortranText.numbers(words, where)),
              Vector.of()));
    }
    return ForeignLandscape.of(place, minima.minima(), List.of());
  }

  private static void write(Landscape landscape, Potential potential, Path file)
      throws IOException {
    FileOrder order = new FileOrder(landscape, potential);
    List<String> lines = new ArrayList<>();
    for (StationaryPoint minimum : order.minima()) {
      double log =
          order
              .logProduct(minimum)
              .orElseThrow(() -> FileOrder.unknownCurvature("min.data.info", minimum));
      String h = FortranText.order(order.pointGroup(minimum), minimum.id());
      lines.add(
          FortranText.fixed(minimum.energy())
              + " "
              + FortranText.fixed(log)
              + String.format(Locale.ROOT, " %6s", h)
              + PathsampleWriter.inertia(minimum, potential));
      lines.addAll(FortranText.threeALine(order.inTheirOrder(minimum)));
    }
    Files.write(file, lines);
  }
}
