package dev.tarn.cli.view;

import dev.tarn.landscape.MinimaxPath;
import dev.tarn.study.SolutionComparison;
import dev.tarn.study.SolutionComparison.Solution;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether two sets of weights are the same solution. */
public final class CompareReport implements Report {
  private final Path file;
  private final List<String> names;
  private final SolutionComparison comparison;

  public CompareReport(Path file, List<String> names, SolutionComparison comparison) {
    this.file = file;
    this.names = List.copyOf(names);
    this.comparison = comparison;
  }

  private record Whole(
      List<One> solutions,
      boolean same,
      boolean leadToTheSame,
      double distance,
      double settledDistance,
      Optional<Double> barrier,
      Optional<Integer> highest) {}

  private record One(double energy, double settledEnergy, Optional<Integer> minimum) {}

  @Override
  public Object json() {
    return new Whole(
        Stream.of(comparison.first(), comparison.second())
            .map(s -> new One(s.energy(), s.settled().energy(), s.minimum().map(m -> m.id())))
            .toList(),
        comparison.same(),
        comparison.leadToTheSame(),
        comparison.distance(),
        comparison.settledDistance(),
        comparison.barrier(),
        comparison.path().map(p -> p.highest().id()));
  }

  @Override
  public void print(PrintWriter out) {
    Table table = new Table("", "energy", "leads to", "energy there");
    row(table, names.get(0), comparison.first());
    row(table, names.get(1), comparison.second());
    table.print(out);
    out.println();
    out.println(
        comparison.same()
            ? "the same solution up to symmetry"
            : comparison.leadToTheSame()
                ? "not the same point, but both lead to one minimum up to symmetry"
                : "different solutions");
    out.println(
        "distance to the nearest symmetry copy: " + Numbers.rounded(comparison.distance(), 6));
    if (comparison.leadToTheSame()) {
      return;
    }
    out.println(
        "of the minima that they lead to:       "
            + Numbers.rounded(comparison.settledDistance(), 6));
    Optional<MinimaxPath> path = comparison.path();
    if (path.isEmpty()) {
      out.println("no path between them is known in " + file);
    } else {
      out.println(
          "lowest barrier between them:           "
              + Numbers.rounded(comparison.barrier().orElseThrow(), 6)
              + " above the higher one, at transition state "
              + path.get().highest().id());
    }
  }

  private static void row(Table table, String name, Solution solution) {
    table.row(
        name,
        solution.energy(),
        solution.minimum().map(m -> "minimum " + m.id()).orElse("no minimum of the database"),
        solution.settled().energy());
  }
}
