package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Draws pictures; each kind is a command of its own. */
@Command(
    name = "plot",
    header = "Draws a picture of a database as SVG, PNG or PDF.",
    description = {"", "In SVG and PDF text stays text. The same database gives the same SVG.", ""},
    synopsisSubcommandLabel = "KIND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot tree --db xor2.db --out tree.svg",
      "",
      "Each kind has examples of its own: java -jar tarn.jar plot tree --help"
    })
public final class PlotCommand extends ConsoleCommand {
  private PlotCommand(Console console) {
    super(console);
  }

  /** The command with all its kinds. */
  public static CommandLine withKinds(Console console) {
    return new CommandLine(new PlotCommand(console))
        .addSubcommand(new PlotTreeCommand(console))
        .addSubcommand(new PlotNetworkCommand(console))
        .addSubcommand(new PlotSensitivityCommand(console))
        .addSubcommand(new PlotProfileCommand(console))
        .addSubcommand(new PlotCountsCommand(console))
        .addSubcommand(new PlotSpectrumCommand(console))
        .addSubcommand(new PlotBranchesCommand(console));
  }

  @Override
  public Integer call() {
    throw badInput("which kind of picture?");
  }
}
