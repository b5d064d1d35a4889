package dev.tarn.cli.command;

import dev.tarn.cli.view.CsvReport;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The choice between a table for people, JSON and CSV, of which one at most may be asked for. */
final class FormatOptions {
  private static final class Format {
    @Option(names = "--json", description = "Prints JSON, with all points.")
    private boolean json;

    @Option(
        names = "--csv",
        description = "Prints comma-separated values, one line for each point.")
    private boolean csv;
  }

  @ArgGroup private final Format format = new Format();

  boolean isJson() {
    return format.json;
  }

  boolean isCsv() {
    return format.csv;
  }

  void print(CsvReport report, PrintWriter out) {
    if (format.csv) {
      report.printCsv(out);
    } else {
      report.print(out, format.json);
    }
  }
}
