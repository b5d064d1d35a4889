package dev.tarn.cli.view;

import dev.tarn.store.levels.Course;
import dev.tarn.store.levels.Course.Polynomial;
import dev.tarn.store.levels.Growth;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How a landscape grows with the hidden units. */
public final class GrowthReport implements Report {
  private final Growth growth;

  public GrowthReport(Growth growth) {
    this.growth = growth;
  }

  private record Whole(
      List<SizeRow> networks,
      List<Growth.Level> levels,
      List<CourseRow> byUnits,
      List<CourseRow> byLevel) {}

  private record SizeRow(
      int hidden,
      int classes,
      List<Integer> byIndex,
      double meanIndex,
      BigInteger morseSum,
      int degenerate,
      boolean complete,
      Optional<Growth.Lowest> lowestMinimum,
      Map<Integer, Integer> minimaByUnits) {}

  private record CourseRow(
      String of, List<Integer> values, Optional<Polynomial> polynomial, OptionalDouble exponent) {}

  @Override
  public Object json() {
    return new Whole(
        growth.sizes().stream()
            .map(
                size ->
                    new SizeRow(
                        size.hidden(),
                        size.total(),
                        size.classes(),
                        size.meanIndex(),
                        size.morseSum(),
                        size.degenerate(),
                        size.complete(),
                        size.lowest(),
                        size.minima()))
            .toList(),
        growth.levels(),
        rows(growth.bySize()),
        rows(growth.byLevel()));
  }

  private static List<CourseRow> rows(List<Course> courses) {
    return courses.stream()
        .map(each -> new CourseRow(each.name(), each.values(), each.polynomial(), each.exponent()))
        .toList();
  }

  @Override
  public void print(PrintWriter out) {
    printSizes(out);
    printLevels(out);
    printCourses(out, "by hidden units", growth.bySize());
    printCourses(out, "levels by units", growth.byLevel());
  }

  private void printSizes(PrintWriter out) {
    Table table =
        new Table(
            "hidden",
            "classes",
            "by index",
            "mean index / hidden",
            "sum",
            "complete",
            "lowest minimum",
            "its kinds",
            "minima by units");
    for (Growth.Size size : growth.sizes()) {
      table.row(
          size.hidden(),
          size.total(),
          words(size.classes()),
          Numbers.fixed(size.meanIndex() / size.hidden(), 3),
          size.morseSum(),
          size.complete() ? "yes" : "no",
          size.lowest().map(point -> Numbers.exact(point.energy())).orElse(""),
          size.lowest().map(point -> kinds(point.multiplicities())).orElse(""),
          size.minima().entrySet().stream()
              .map(entry -> entry.getValue() + " of " + entry.getKey())
              .collect(Collectors.joining(", ")));
    }
    table.print(out);
  }

  private void printLevels(PrintWriter out) {
    int last = growth.sizes().size();
    Table table =
        new Table(
            "level",
            "classes",
            "by number of kinds",
            "lowest",
            "its kinds",
            "index",
            "index of " + last + " units");
    for (Growth.Level level : growth.levels()) {
      boolean any = level.lowest().isPresent();
      table.row(
          level.units(),
          level.total(),
          words(level.byKinds()),
          level.lowest().map(point -> Numbers.exact(point.energy())).orElse(""),
          level.lowest().map(point -> kinds(point.multiplicities())).orElse(""),
          any ? String.valueOf(level.index()) : "",
          any ? String.valueOf(level.indexPadded()) : "");
    }
    out.println();
    table.print(out);
  }

  private static void printCourses(PrintWriter out, String title, List<Course> courses) {
    Table table =
        new Table(title, "polynomial of degree", "from", "differences that vanish", "exponent");
    for (Course course : courses) {
      Optional<Polynomial> polynomial = course.polynomial();
      OptionalDouble exponent = course.exponent();
      if (polynomial.isEmpty() && exponent.isEmpty()) {
        // Too young to have a course.
        continue;
      }
      table.row(
          course.name(),
          polynomial
              .map(p -> p.degree() + (p.period() == 1 ? "" : ", even and odd apart"))
              .orElse("none seen"),
          polynomial.map(p -> String.valueOf(p.from())).orElse(""),
          polynomial.map(p -> String.valueOf(p.differences())).orElse(""),
          exponent.isPresent() ? Numbers.fixed(exponent.getAsDouble(), 2) : "");
    }
    out.println();
    table.print(out);
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** Such as {@code 2+1}. */
  private static String kinds(List<Integer> multiplicities) {
    List<String> words = new ArrayList<>();
    multiplicities.forEach(n -> words.add(String.valueOf(n)));
    return words.isEmpty() ? "zero" : String.join("+", words);
  }
}
