package dev.tarn.data;

import dev.tarn.potential.Vector;
import dev.tarn.text.Decimal;
import dev.tarn.text.Quoted;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads training data from CSV files: a header line with the names of the columns, then a line for
 * each example. UTF-8, fields in double quotes where needed (RFC 4180); empty lines and spaces
 * around fields do not count. Fields are separated by commas, semicolons or tabs, whichever the
 * header has most of. A first column without a name, or called {@code Unnamed: 0}, that holds
 * another whole number in each line is the index that pandas writes, and is left out. Every other
 * column but the labels or targets is an input and holds finite decimal numbers.
 *
 * <p>Whatever is wrong with a file gives an {@link UnusableFileException} that names the line, the
 * column and the value, and what would be right.
 */
public final class CsvData {
  /** How programs write that there is no value, in small letters. */
  private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "none", "?", "-");

  private CsvData() {}

  /**
   * Reads examples that belong to classes.
   *
   * @param file the file
   * @param labelColumn the name of the column with the labels, which may be any text
   * @return the examples in the order of the file; classes are in the order of the numbers if all
   *     labels are numbers, otherwise in alphabetical order
   * @throws UnusableFileException if the file cannot be read, there is no such column, a line has
   *     another number of fields than the header, an input is not a finite number, a label is
   *     empty, or there are no examples or only those of one class
   */
  public static DataSet readClasses(Path file, String labelColumn) {
    Table table = Table.read(file, List.of(labelColumn));
    int column = table.index.get(0);
    List<String> labels = table.labels;
    boolean numbers = labels.stream().allMatch(Decimal::isNumber);
    Comparator<String> alphabetical = Comparator.naturalOrder();
    Set<String> sorted =
        new TreeSet<>(
            numbers
                ? Comparator.comparingDouble(Double::parseDouble).thenComparing(alphabetical)
                : alphabetical);
    sorted.addAll(labels);
    List<String> classes = List.copyOf(sorted);
    if (classes.size() < 2) {
      throw new UnusableFileException(
          "all examples of "
              + file
              + " have the label "
              + Quoted.of(classes.get(0))
              + " in column "
              + Quoted.of(table.header.get(column))
              + "; there must be at least 2 classes");
    }
    return DataSet.ofClasses(
        file.getFileName().toString(),
        table.inputNames(),
        classes,
        Vector.of(table.inputs.build()).toArray(),
        labels.stream().mapToInt(classes::indexOf).toArray());
  }

  /**
   * Reads examples with target values.
   *
   * @param file the file
   * @param targetColumns the names of the columns with the targets, at least 1
   * @return the examples in the order of the file
   * @throws UnusableFileException if the file cannot be read, a column is not there, a line has
   *     another number of fields than the header, a field is not a finite number, or there are no
   *     examples
   * @throws IllegalArgumentException if no target column is given
   */
  public static DataSet readTargets(Path file, List<String> targetColumns) {
    if (targetColumns.isEmpty()) {
      throw new IllegalArgumentException("at least 1 target column is needed");
    }
    Table table = Table.read(file, targetColumns);
    List<String> names = table.index.stream().map(table.header::get).toList();
    DoubleStream.Builder targets = DoubleStream.builder();
    for (int i = 0; i < table.labels.size(); i++) {
      int row = i / names.size();
      targets.add(table.number(table.labels.get(i), table.lines.get(row), i % names.size()));
    }
    return DataSet.ofTargets(
        file.getFileName().toString(),
        table.inputNames(),
        names,
        Vector.of(table.inputs.build()).toArray(),
        Vector.of(targets.build()).toArray());
  }

  /** The fields of a file: inputs as numbers, labels or targets as text. */
  private static final class Table {
    private final Path file;

    /** Where the columns of the header begin. */
    private final int first;

    private final List<String> header;
    private final List<Integer> index;
    private final DoubleStream.Builder inputs = DoubleStream.builder();
    private final List<String> labels = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    private Table(Path file, int first, List<String> header, List<String> wanted) {
      this.file = file;
      this.first = first;
      this.header = List.copyOf(header);
      Set<String> names = new HashSet<>();
      for (String name : header) {
        if (Quoted.hasControl(name)) {
          throw new UnusableFileException(
              "the header of "
                  + file
                  + " has a column "
                  + Quoted.of(name)
                  + " with control characters; a name is plain text on one line");
        }
        if (name.isEmpty() || !names.add(name)) {
          throw new UnusableFileException(
              "the header of "
                  + file
                  + " has "
                  + (name.isEmpty() ? "a column without a name" : "two columns " + Quoted.of(name))
                  + ": "
                  + Quoted.all(header)
                  + "; each needs a name of its own"
                  + (header.get(0).isEmpty()
                      ? ", and an index is left out by to_csv(index=False)"
                      : ""));
        }
      }
      Set<String> once = new HashSet<>();
      for (String name : wanted) {
        if (!once.add(name)) {
          throw new UnusableFileException(
              "the column \"" + name + "\" of " + file + " is asked for twice");
        }
        if (!names.contains(name)) {
          throw new UnusableFileException(
              file
                  + " has no column "
                  + Quoted.of(name)
                  + "; its columns are "
                  + Quoted.all(header)
                  + cure(name, header));
        }
      }
      index = wanted.stream().map(header::indexOf).toList();
      if (header.size() == wanted.size()) {
        throw new UnusableFileException(
            file + " has no columns for inputs besides " + String.join(", ", wanted));
      }
    }

    /** What is likely to be wrong where a name is not in the header. */
    private static String cure(String name, List<String> header) {
      if (header.size() == 1) {
        return ": separate columns by commas, semicolons or tabs";
      }
      Optional<String> alike = header.stream().filter(name::equalsIgnoreCase).findFirst();
      if (alike.isPresent()) {
        return ": --label " + alike.get() + " takes this one";
      }
      return numbers(header) >= header.size() - 1 && numbers(header) > 0
          ? ": if these are the first example, put a line with names before them"
          : ": --label names the one that holds the class";
    }

    static Table read(Path file, List<String> wanted) {
      return DataFile.read(
          file,
          () -> {
            try (Reader reader = CsvDialect.open(file);
                CSVParser parser = CsvDialect.of(file).parse(reader)) {
              return parse(file, parser, wanted);
            } catch (CharacterCodingException e) {
              throw notText(file, e);
            } catch (UncheckedIOException e) {
              if (e.getCause() instanceof CharacterCodingException) {
                throw notText(file, e);
              }
              throw new UnusableFileException(
                  file
                      + " is no CSV file: a field in double quotes is not closed, or goes on behind"
                      + " them; a quote within a field is written twice",
                  e);
            }
          });
    }

    private static UnusableFileException notText(Path file, Exception cause) {
      return new UnusableFileException(file + " is no CSV file: it is not UTF-8 text", cause);
    }

    private static Table parse(Path file, CSVParser parser, List<String> wanted) {
      List<CSVRecord> rows = new ArrayList<>();
      List<Long> ends = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(row);
        ends.add(parser.getCurrentLineNumber());
      }
      if (rows.size() < 2) {
        throw new UnusableFileException(
            file + (rows.isEmpty() ? " is empty" : " has a header but no examples"));
      }
      List<String> header = rows.get(0).toList();
      int first = CsvDialect.beginsWithIndex(rows) ? 1 : 0;
      if (isExample(header)) {
        throw new UnusableFileException(
            file
                + " has no header: its first line "
                + Quoted.all(header)
                + " holds numbers only; put a line with the names of the columns before it");
      }
      Table table = new Table(file, first, header.subList(first, header.size()), wanted);
      for (int r = 1; r < rows.size(); r++) {
        table.add(rows.get(r).toList(), ends.get(r));
      }
      return table;
    }

    /** Whether a first line holds numbers, and not those by which pandas calls columns. */
    private static boolean isExample(List<String> line) {
      for (int c = 0; c < line.size(); c++) {
        if (!line.get(c).equals(String.valueOf(c))) {
          return numbers(line) == line.size();
        }
      }
      return false;
    }

    private static long numbers(List<String> fields) {
      return fields.stream().filter(Decimal::isNumber).count();
    }

    private void add(List<String> whole, long line) {
      List<String> row = whole.subList(Math.min(first, whole.size()), whole.size());
      if (row.size() != header.size()) {
        throw new UnusableFileException(
            "line "
                + line
                + " of "
                + file
                + " has "
                + whole.size()
                + " fields, the header "
                + (first + header.size())
                + (row.size() > header.size()
                    ? ": a field that holds a separator stands in double quotes"
                    : ""));
      }
      lines.add(line);
      for (int c : index) {
        if (row.get(c).isEmpty()) {
          throw new UnusableFileException(
              "line "
                  + line
                  + " of "
                  + file
                  + " has nothing in column "
                  + Quoted.of(header.get(c)));
        }
        if (Quoted.hasControl(row.get(c))) {
          throw new UnusableFileException(
              "line "
                  + line
                  + " of "
                  + file
                  + " has control characters in column "
                  + Quoted.of(header.get(c))
                  + ": "
                  + Quoted.of(row.get(c)));
        }
        labels.add(row.get(c));
      }
      for (int c = 0; c < header.size(); c++) {
        if (!index.contains(c)) {
          inputs.add(parse(row.get(c), line, header.get(c)));
        }
      }
    }

    private double number(String field, long line, int target) {
      return parse(field, line, header.get(index.get(target)));
    }

    private double parse(String field, long line, String column) {
      return Decimal.number(field)
          .orElseThrow(
              () ->
                  new UnusableFileException(
                      "line "
                          + line
                          + " of "
                          + file
                          + " has "
                          + Quoted.of(field)
                          + " in column "
                          + Quoted.of(column)
                          + ", where a finite number should be"
                          + cure(field)));
    }

    private static String cure(String field) {
      if (field.isEmpty() || MISSING.contains(field.toLowerCase(Locale.ROOT))) {
        return ": fill it in, or leave the line out";
      }
      String pointed = field.replace(',', '.');
      return !pointed.equals(field) && Decimal.isNumber(pointed)
          ? ": write " + pointed + " with a point"
          : "";
    }

    private List<String> inputNames() {
      List<String> names = new ArrayList<>(header);
      index.forEach(c -> names.remove(header.get(c)));
      return names;
    }
  }
}
