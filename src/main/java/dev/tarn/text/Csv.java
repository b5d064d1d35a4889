package dev.tarn.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables of comma-separated values (RFC 4180, with line feeds), a header first. Numbers stand as
 * {@link Numbers#exact} writes them.
 */
public final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final CSVPrinter printer;

  /** Begins a table with its header. */
  public Csv(Appendable out, List<String> columns) {
    try {
      printer = new CSVPrinter(out, FORMAT);
      printer.printRecord(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a row. */
  public void row(List<?> cells) {
    try {
      printer.printRecord(cells.stream().map(Numbers::cell));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
