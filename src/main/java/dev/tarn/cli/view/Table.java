package dev.tarn.cli.view;

import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first row is the header; numbers are aligned to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    this(List.of(header));
  }

  public Table(List<String> header) {
    rows.add(List.copyOf(header));
  }

  /** Adds a row; doubles stand as {@link Numbers#exact} writes them. */
  public void row(Object... cells) {
    row(List.of(cells));
  }

  /** Adds a row; doubles stand as {@link Numbers#exact} writes them. */
  public void row(List<?> cells) {
    rows.add(cells.stream().map(Numbers::cell).toList());
  }

  public void print(PrintWriter out) {
    int columns = rows.get(0).size();
    int[] width = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      numeric[c] = rows.size() > 1;
      for (int r = 0; r < rows.size(); r++) {
        String cell = rows.get(r).get(c);
        width[c] = Math.max(width[c], cell.length());
        numeric[c] &= r == 0 || cell.isEmpty() || isNumber(cell);
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String padding = " ".repeat(width[c] - row.get(c).length());
        line.append(c == 0 ? "" : GAP)
            .append(numeric[c] ? padding + row.get(c) : row.get(c) + padding);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static boolean isNumber(String cell) {
    char first = cell.charAt(0);
    return first == '-' || (first >= '0' && first <= '9' && !cell.contains(":"));
  }
}
