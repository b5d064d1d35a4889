package dev.tarn.cli.view;

import java.io.PrintWriter;

/** A report that may also be printed as one table of comma-separated values. */
public interface CsvReport extends Report {

  /** Prints the table. */
  void printCsv(PrintWriter out);
}
