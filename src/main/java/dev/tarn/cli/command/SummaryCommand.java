package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.store.LandscapeDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "summary",
    header = "Shows what is in a database.",
    description = {
      "",
      "Points of each index by class and with all their symmetry copies, connected components of"
          + " the graph of minima and transition states, the global minimum, and the runs that"
          + " made it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar summary --db xor2.db",
      "  java -jar tarn.jar summary --db xor2.db --json"
    })
public final class SummaryCommand extends DatabaseCommand {
  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--toml",
      description =
          "Prints what the runs were told as a file for --config, with which explore or enumerate"
              + " make the landscape again.")
  private boolean toml;

  public SummaryCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      SummaryReport report = new SummaryReport(file(), database);
      if (toml && json) {
        throw badInput("--toml and --json are two ways of printing; choose one");
      }
      if (toml) {
        out().print(report.toml());
      } else if (json) {
        Json.print(report.json(), out());
      } else {
        report.print(out());
      }
    }
    return ExitCodes.DONE;
  }
}
