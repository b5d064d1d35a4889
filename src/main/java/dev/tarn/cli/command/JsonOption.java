package dev.tarn.cli.command;

import dev.tarn.cli.view.Report;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The choice between what people and what programs read. */
final class JsonOption {
  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  boolean isGiven() {
    return json;
  }

  void print(Report report, PrintWriter out) {
    report.print(out, json);
  }
}
