package dev.tarn.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.SweepRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a sweep as text, CSV, JSON and Markdown. */
public final class SweepTable {
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

  public SweepTable(List<SweepRow> rows) {
    this.rows = rows;
  }

  public void print(PrintWriter out) {
    Table table = new Table(COLUMNS.toArray(String[]::new));
    for (SweepRow row : rows) {
      table.row(cells(row, " ").toArray(String[]::new));
    }
    table.print(out);
  }

  /** Writes {@code table.csv}, {@code table.json} and {@code table.md} into a folder. */
  public void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("table.csv"), csv());
    Files.writeString(folder.resolve("table.md"), markdown());
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      Json.print(json(), out);
    }
    Files.writeString(folder.resolve("table.json"), text.toString());
  }

  private String csv() {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (SweepRow row : rows) {
      text.append(String.join(",", cells(row, " "))).append('\n');
    }
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
    cells.add(Catalogues.label(row.lambda()));
    cells.add(Integer.toString(row.classes(0)));
    cells.add(Integer.toString(row.classes(1)));
    cells.add(String.format(Locale.ROOT, "%.2f", row.transitionRatio()));
    cells.add(joined(row.classes(), separator));
    cells.add(joined(row.points(), separator));
    cells.add(row.completeness().morseSum().toString());
    cells.add(row.completeness().complete() ? "yes" : "no");
    cells.add(String.format(Locale.ROOT, "%.1f", row.completeness().estimatedMissing()));
    cells.add(Integer.toString(row.completeness().degenerate()));
    cells.add(Integer.toString(row.components()));
    cells.add(row.globalMinimum().map(Numbers::exact).orElse(""));
    cells.add(String.format(Locale.ROOT, "%.1f", row.time().toMillis() / 1e3));
    return cells;
  }

  private static String joined(List<?> values, String separator) {
    return String.join(separator, values.stream().map(Object::toString).toList());
  }

  ArrayNode json() {
    ArrayNode array = Json.array();
    for (SweepRow row : rows) {
      ObjectNode node = array.addObject();
      node.put("hidden", row.hidden());
      node.put("lambda", row.lambda());
      ArrayNode byIndex = node.putArray("byIndex");
      for (int index = 0; index < row.classes().size(); index++) {
        byIndex
            .addObject()
            .put("index", index)
            .put("classes", row.classes().get(index))
            .put("points", row.points().get(index));
      }
      node.put("morseSum", row.completeness().morseSum());
      node.put("complete", row.completeness().complete());
      node.put("estimatedMissing", row.completeness().estimatedMissing());
      node.put("degenerate", row.completeness().degenerate());
      node.put("components", row.components());
      row.globalMinimum().ifPresent(energy -> node.put("globalMinimum", energy));
      node.put("seconds", row.time().toMillis() / 1e3);
    }
    return array;
  }
}
