package dev.tarn.cli.view;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Points, one line for each, as a table of which columns may be chosen. */
public abstract class PointTable implements CsvReport {

  /**
   * What is shown of a table.
   *
   * @param columns the names of the columns in their order; all if there is none
   * @param width of a line, where it matters
   */
  public record Choice(List<String> columns, OptionalInt width) {
    /** Copies the names. */
    public Choice {
      columns = List.copyOf(columns);
    }
  }

  private final Choice choice;

  PointTable(Choice choice) {
    this.choice = choice;
  }

  /** The names of all columns. */
  abstract List<String> header();

  /** All columns, with the header. */
  abstract Table table();

  /**
   * Checks the names of the columns.
   *
   * @throws IllegalArgumentException if there is no column of a name, or a name is given twice
   */
  public void check() {
    columns();
  }

  /** The places of the chosen columns. */
  private List<Integer> columns() {
    List<String> header = header();
    if (choice.columns.isEmpty()) {
      return IntStream.range(0, header.size()).boxed().toList();
    }
    List<String> words = header.stream().map(PointTable::word).toList();
    List<Integer> columns = new ArrayList<>();
    Set<Integer> once = new HashSet<>();
    for (String name : choice.columns) {
      int column = words.indexOf(word(name));
      if (column < 0) {
        throw new IllegalArgumentException(
            "there is no column \"" + name + "\" here; the columns are " + String.join(",", words));
      }
      if (!once.add(column)) {
        throw new IllegalArgumentException("the column \"" + name + "\" is named twice");
      }
      columns.add(column);
    }
    return columns;
  }

  /** A column's name as a word that a shell leaves alone. */
  private static String word(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("|", "").replace(' ', '-');
  }

  @Override
  public void printCsv(PrintWriter out) {
    table().only(columns()).printCsv(out);
  }

  @Override
  public void print(PrintWriter out) {
    Table table = table().only(columns());
    List<String> header = header();
    int shown =
        choice.columns.isEmpty() && choice.width.isPresent()
            ? table.fitting(choice.width.getAsInt())
            : choice.columns.isEmpty() ? header.size() : choice.columns.size();
    table.only(IntStream.range(0, shown).boxed().toList()).print(out);
    if (choice.columns.isEmpty() && shown < header.size()) {
      out.println(
          "too wide for this terminal, and left out: "
              + String.join(
                  ",", header.subList(shown, header.size()).stream().map(PointTable::word).toList())
              + " (--columns shows them)");
    }
  }
}
