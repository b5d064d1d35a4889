package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import java.util.List;
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
  /** The names of the kinds. */
  public static final List<String> KINDS =
      List.of(
          "tree", "network", "sensitivity", "profile", "counts", "spectrum", "branches", "surface");

  private PlotCommand(Console console) {
    super(console);
  }

  /**
   * The command with its kinds.
   *
   * @param console to which they print
   * @param args the words of the command line, which decide the kinds that have to be made
   */
  public static CommandLine withKinds(Console console, String... args) {
    CommandLine line = new CommandLine(new PlotCommand(console));
    for (String kind : Needed.of(KINDS, 1, args)) {
      line.addSubcommand(of(kind, console));
    }
    return line;
  }

  private static Object of(String kind, Console console) {
    return switch (kind) {
      case "tree" -> new PlotTreeCommand(console);
      case "network" -> new PlotNetworkCommand(console);
      case "sensitivity" -> new PlotSensitivityCommand(console);
      case "profile" -> new PlotProfileCommand(console);
      case "counts" -> new PlotCountsCommand(console);
      case "spectrum" -> new PlotSpectrumCommand(console);
      case "branches" -> new PlotBranchesCommand(console);
      case "surface" -> new PlotSurfaceCommand(console);
      default -> throw new IllegalArgumentException("there is no picture " + kind);
    };
  }

  @Override
  public Integer call() {
    throw badInput("which kind of picture?");
  }
}
