package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.GrowthReport;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.levels.Growth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "growth",
    header = "Shows how a landscape grows with the hidden units.",
    description = {
      "",
      "From the levels of kinds of units of one database: for each number of hidden units up to its"
          + " highest level the classes of each index, the lowest minimum and how many units the"
          + " minima have; for each level the classes by number of kinds; and which of these"
          + " numbers grow as a polynomial, by their differences.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar growth --db xor8.db",
      "  java -jar tarn.jar growth --db catalogues/xor-6-1e-2.db --json"
    })
public final class GrowthCommand extends DatabaseCommand {
  @Mixin private final JsonOption json = new JsonOption();

  public GrowthCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      json.print(new GrowthReport(Growth.of(database)), out());
    }
    return ExitCodes.DONE;
  }
}
