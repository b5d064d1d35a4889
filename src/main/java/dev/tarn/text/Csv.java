package dev.tarn.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Tables of comma-separated values (RFC 4180, with line feeds), a header first. Numbers stand as
 * {@link Numbers#exact} writes them.
 */
public final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Appendable out;

  /** Begins a table with its header. */
  public Csv(Appendable out, List<String> columns) {
    this.out = out;
    row(columns);
  }

  /** Adds a row. */
  public void row(List<?> cells) {
    try {
      FORMAT.printRecord(out, cells.stream().map(Numbers::cell).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
