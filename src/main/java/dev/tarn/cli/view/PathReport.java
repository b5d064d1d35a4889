package dev.tarn.cli.view;

import dev.tarn.landscape.Pathways;
import dev.tarn.path.Descent;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.text.Csv;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steepest-descent path through a transition state. */
public final class PathReport implements CsvReport {
  private static final int ROWS_PER_SIDE = 12;

  private final int id;
  private final List<String> parameters;
  private final Pathways pathways;
  private final Pathway pathway;

  public PathReport(int id, List<String> parameters, Pathways pathways, Pathway pathway) {
    this.id = id;
    this.parameters = List.copyOf(parameters);
    this.pathways = pathways;
    this.pathway = pathway;
  }

  private record Whole(
      int id,
      double energy,
      List<Optional<Integer>> minima,
      List<Double> minimumEnergies,
      List<Double> pathLengths,
      List<String> parameters,
      List<Point> points) {}

  private record Point(double arcLength, double energy, double[] coordinates) {}

  @Override
  public Object json() {
    List<Descent> sides = List.of(pathway.minus(), pathway.plus());
    return new Whole(
        id,
        pathway.transitionState().energy(),
        sides.stream().map(pathways::end).toList(),
        sides.stream().map(side -> side.end().energy()).toList(),
        sides.stream().map(Descent::length).toList(),
        parameters,
        pathway.points().stream()
            .map(p -> new Point(p.arcLength(), p.energy(), p.coordinates()))
            .toList());
  }

  @Override
  public void printCsv(PrintWriter out) {
    Csv csv =
        new Csv(out, Stream.concat(Stream.of("arcLength", "energy"), parameters.stream()).toList());
    for (Descent.Point p : pathway.points()) {
      List<Double> row = new ArrayList<>(List.of(p.arcLength(), p.energy()));
      for (double x : p.coordinates()) {
        row.add(x);
      }
      csv.row(row);
    }
  }

  @Override
  public void print(PrintWriter out) {
    List<Descent.Point> points = pathway.points();
    int top = pathway.minus().points().size() - 1;
    Table table = new Table("point", "arc length", "energy", "below the top", "");
    int last = -1;
    for (int k = 0; k <= 2 * ROWS_PER_SIDE; k++) {
      int at =
          k <= ROWS_PER_SIDE
              ? top * k / ROWS_PER_SIDE
              : top + (points.size() - 1 - top) * (k - ROWS_PER_SIDE) / ROWS_PER_SIDE;
      if (at != last) {
        Descent.Point p = points.get(at);
        table.row(
            at,
            Numbers.rounded(p.arcLength(), 7),
            p.energy(),
            Numbers.rounded(pathway.transitionState().energy() - p.energy(), 5),
            at == 0
                ? minimum(pathway.minus())
                : at == points.size() - 1
                    ? minimum(pathway.plus())
                    : at == top ? "transition state " + id : "");
        last = at;
      }
    }
    table.print(out);
    printOtherWays(out);
  }

  private void printOtherWays(PrintWriter out) {
    List<Integer> shown =
        Stream.of(pathway.minus(), pathway.plus())
            .map(pathways::end)
            .flatMap(Optional::stream)
            .toList();
    List<Integer> others =
        Arrays.stream(Side.values())
            .flatMap(side -> pathway.descents(side).stream())
            .map(pathways::end)
            .flatMap(Optional::stream)
            .filter(minimum -> !shown.contains(minimum))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      out.println();
      out.println(
          "a path runs into a saddle, from where other ways lead to "
              + others.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ": --to follows one of them");
    }
  }

  private String minimum(Descent side) {
    return pathways.end(side).map(n -> "minimum " + n).orElse("a minimum not in the database");
  }
}
