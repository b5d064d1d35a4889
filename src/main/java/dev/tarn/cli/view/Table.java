package dev.tarn.cli.view;

import dev.tarn.text.Csv;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first row is the header; numbers are aligned to the right. */
public final class Table {
  private static final String GAP = "  ";

  /** A number of which people see a few digits, and programs all. */
  record Rounded(double value, int digits) {
    @Override
    public String toString() {
      return Numbers.rounded(value, digits);
    }
  }

  private final List<List<?>> rows = new ArrayList<>();

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
    rows.add(List.copyOf(cells));
  }

  /** Some of the columns, in an order of one's own. */
  Table only(List<Integer> columns) {
    Table some = new Table();
    some.rows.clear();
    for (List<?> row : rows) {
      some.rows.add(columns.stream().map(row::get).toList());
    }
    return some;
  }

  /** How many of the first columns a line of some width has room for, at least 1. */
  int fitting(int width) {
    int columns = rows.get(0).size();
    int used = 0;
    for (int c = 0; c < columns; c++) {
      int at = c;
      int widest =
          rows.stream().mapToInt(row -> Numbers.cell(row.get(at)).length()).max().orElse(0);
      used += (c == 0 ? 0 : GAP.length()) + widest;
      if (used > width) {
        return Math.max(1, c);
      }
    }
    return columns;
  }

  /** Prints comma-separated values, with all digits of the numbers. */
  void printCsv(PrintWriter out) {
    Csv csv = new Csv(out, rows.get(0).stream().map(String::valueOf).toList());
    for (List<?> row : rows.subList(1, rows.size())) {
      csv.row(row.stream().map(cell -> cell instanceof Rounded r ? r.value : cell).toList());
    }
  }

  public void print(PrintWriter out) {
    List<List<String>> texts =
        rows.stream().map(row -> row.stream().map(Numbers::cell).toList()).toList();
    int columns = rows.get(0).size();
    int[] width = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      numeric[c] = texts.size() > 1;
      for (int r = 0; r < texts.size(); r++) {
        String cell = texts.get(r).get(c);
        width[c] = Math.max(width[c], cell.length());
        numeric[c] &= r == 0 || cell.isEmpty() || isNumber(cell);
      }
    }
    for (List<String> row : texts) {
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
