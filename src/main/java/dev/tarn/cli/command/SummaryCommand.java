package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.SummaryReport;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Mixin private final JsonOption json = new JsonOption();

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
      if (toml && json.isGiven()) {
        throw badInput("--toml and --json are two ways of printing; choose one");
      }
      if (toml) {
        out().print(toml(database.runs()));
      } else {
        json.print(new SummaryReport(file(), database), out());
      }
    }
    return ExitCodes.DONE;
  }

  /** What the runs were told, the last word counting, as a file that makes the landscape again. */
  private static String toml(List<RunRecord> runs) {
    Map<String, String> options = new LinkedHashMap<>();
    runs.forEach(run -> options.putAll(run.options()));
    return TomlFile.write(options);
  }
}
