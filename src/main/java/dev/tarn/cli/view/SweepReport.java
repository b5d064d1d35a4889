package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.text.Csv;
import dev.tarn.text.Json;
import dev.tarn.text.Numbers;
import dev.tarn.xor.CountsTable.SweepRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a sweep found, as text, CSV, JSON and Markdown. */
public final class SweepReport implements Report {
  private static final List<String> COLUMNS =
      List.of(
          "hidden",
          "lambda",
          "minima",
          "transition states",
          "ratio",
          "classes by index",
          "points by index",
          "Morse sum",
          "complete",
          "estimated missing",
          "degenerate",
          "components",
          "global minimum",
          "seconds");

  private final List<SweepRow> rows;

  public SweepReport(List<SweepRow> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public void print(PrintWriter out) {
    Table table = new Table(COLUMNS);
    rows.forEach(row -> table.row(cells(row, " ")));
    table.print(out);
  }

  /** Writes {@code table.csv}, {@code table.json} and {@code table.md} into a folder. */
  public void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("table.csv"), csv());
    Files.writeString(folder.resolve("table.md"), markdown());
    Files.writeString(folder.resolve("table.json"), Json.indented(json()) + "\n");
  }

  private String csv() {
    StringBuilder text = new StringBuilder();
    Csv csv = new Csv(text, COLUMNS);
    rows.forEach(row -> csv.row(cells(row, " ")));
    return text.toString();
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", COLUMNS)).append(" |\n");
    text.append("|").append(" --- |".repeat(COLUMNS.size())).append('\n');
    for (SweepRow row : rows) {
      text.append("| ").append(String.join(" | ", cells(row, ", "))).append(" |\n");
    }
    return text.toString();
  }

  private static List<String> cells(SweepRow row, String separator) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(row.hidden()));
    cells.add(Numbers.scientific(row.lambda()));
    cells.add(Integer.toString(row.classes(0)));
    cells.add(Integer.toString(row.classes(1)));
    cells.add(Numbers.fixed(row.transitionRatio(), 2));
    cells.add(joined(row.classes(), separator));
    cells.add(joined(row.points(), separator));
    cells.add(row.completeness().morseSum().toString());
    cells.add(row.completeness().complete() ? "yes" : "no");
    cells.add(Numbers.fixed(row.completeness().estimatedMissing(), 1));
    cells.add(Integer.toString(row.completeness().degenerate()));
    cells.add(Integer.toString(row.components()));
    cells.add(row.globalMinimum().map(Numbers::exact).orElse(""));
    cells.add(Numbers.fixed(seconds(row), 1));
    return cells;
  }

  private static String joined(List<?> values, String separator) {
    return String.join(separator, values.stream().map(Object::toString).toList());
  }

  private record Network(
      int hidden,
      double lambda,
      List<Count> byIndex,
      BigInteger morseSum,
      boolean complete,
      double estimatedMissing,
      int degenerate,
      int components,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Double> globalMinimum,
      double seconds) {}

  private record Count(int index, int classes, BigInteger points) {}

  @Override
  public Object json() {
    return rows.stream().map(SweepReport::network).toList();
  }

  private static Network network(SweepRow row) {
    return new Network(
        row.hidden(),
        row.lambda(),
        IntStream.range(0, row.classes().size())
            .mapToObj(index -> new Count(index, row.classes(index), row.points().get(index)))
            .toList(),
        row.completeness().morseSum(),
        row.completeness().complete(),
        row.completeness().estimatedMissing(),
        row.completeness().degenerate(),
        row.components(),
        row.globalMinimum(),
        seconds(row));
  }

  private static double seconds(SweepRow row) {
    return row.time().toMillis() / 1e3;
  }
}
