package dev.tarn.data;

import dev.tarn.text.Decimal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** How the fields of a CSV file are separated, which programs and countries do differently. */
final class CsvDialect {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

  /** The first one where a header has none. */
  private static final String SEPARATORS = ",;\t";

  /** What pandas calls an index that it has read as a column and written again. */
  private static final String READ_AS_COLUMN = "Unnamed: 0";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvDialect() {}

  /**
   * Opens a file. Some programs begin UTF-8 files with a mark. It goes before the parser sees it,
   * which would not take a quote behind it for the beginning of a field.
   */
  static Reader open(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** Whether the first column is an index of pandas: without a name, a number for each line. */
  static boolean beginsWithIndex(List<CSVRecord> rows) {
    String name = rows.get(0).get(0);
    if (!name.isEmpty() && !name.equals(READ_AS_COLUMN)) {
      return false;
    }
    Set<String> numbers = new HashSet<>();
    for (CSVRecord row : rows.subList(1, rows.size())) {
      if (!Decimal.isWhole(row.get(0)) || !numbers.add(row.get(0))) {
        return false;
      }
    }
    return true;
  }

  /** The format with the separator that the header has most of outside of quotes. */
  static CSVFormat of(Path file) throws IOException {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    boolean begun = false;
    try (Reader reader = open(file)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        boolean ends = c == '\n' || c == '\r';
        if (ends && begun && !quoted) {
          break;
        }
        begun |= !ends && c != ' ';
        quoted ^= c == '"';
        int which = SEPARATORS.indexOf(c);
        if (which >= 0 && !quoted) {
          counts[which]++;
        }
      }
    }
    int most = 0;
    for (int k = 1; k < counts.length; k++) {
      most = counts[k] > counts[most] ? k : most;
    }
    return FORMAT.builder().setDelimiter(SEPARATORS.charAt(most)).get();
  }
}
