package dev.tarn.cli;

import dev.tarn.cli.command.CertifyCommand;
import dev.tarn.cli.command.CheckCommand;
import dev.tarn.cli.command.ClaimsCommand;
import dev.tarn.cli.command.CloudsCommand;
import dev.tarn.cli.command.CompareCommand;
import dev.tarn.cli.command.EmbedCommand;
import dev.tarn.cli.command.EnumerateCommand;
import dev.tarn.cli.command.ExploreCommand;
import dev.tarn.cli.command.ExportCommand;
import dev.tarn.cli.command.FollowCommand;
import dev.tarn.cli.command.GrowthCommand;
import dev.tarn.cli.command.ImportCommand;
import dev.tarn.cli.command.ListCommand;
import dev.tarn.cli.command.Needed;
import dev.tarn.cli.command.PaperCommand;
import dev.tarn.cli.command.PathCommand;
import dev.tarn.cli.command.PlotCommand;
import dev.tarn.cli.command.ProveCommand;
import dev.tarn.cli.command.RatesCommand;
import dev.tarn.cli.command.ReliabilityCommand;
import dev.tarn.cli.command.ReportCommand;
import dev.tarn.cli.command.ShowCommand;
import dev.tarn.cli.command.SummaryCommand;
import dev.tarn.cli.command.SweepCommand;
import dev.tarn.cli.command.ThermoCommand;
import dev.tarn.cli.command.UnfoldCommand;
import dev.tarn.cli.command.VisitCommand;
import dev.tarn.cli.command.VolumesCommand;
import dev.tarn.cli.view.Console;
import java.util.List;
import picocli.CommandLine;

/** The commands by their names, in the order of the help. */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "explore",
          "enumerate",
          "sweep",
          "claims",
          "growth",
          "certify",
          "prove",
          "check",
          "summary",
          "list",
          "show",
          "path",
          "plot",
          "report",
          "paper",
          "reliability",
          "compare",
          "clouds",
          "visit",
          "follow",
          "unfold",
          "embed",
          "thermo",
          "rates",
          "volumes",
          "import",
          "export");

  private static final List<String> VERSION = List.of("--version", "-V");

  private Commands() {}

  /**
   * Gives a command line the commands that its words may be about.
   *
   * @param line to which they are added
   * @param console to which they print
   * @param args the words
   */
  static void addTo(CommandLine line, Console console, String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return;
    }
    for (String name : Needed.of(NAMES, 0, args)) {
      line.addSubcommand(of(name, console, args));
    }
  }

  private static Object of(String name, Console console, String... args) {
    return switch (name) {
      case "explore" -> new ExploreCommand(console);
      case "enumerate" -> new EnumerateCommand(console);
      case "sweep" -> new SweepCommand(console);
      case "claims" -> new ClaimsCommand(console);
      case "growth" -> new GrowthCommand(console);
      case "certify" -> new CertifyCommand(console);
      case "prove" -> new ProveCommand(console);
      case "check" -> new CheckCommand(console);
      case "summary" -> new SummaryCommand(console);
      case "list" -> new ListCommand(console);
      case "show" -> new ShowCommand(console);
      case "path" -> new PathCommand(console);
      case "plot" -> PlotCommand.withKinds(console, args);
      case "report" -> new ReportCommand(console);
      case "paper" -> new PaperCommand(console);
      case "reliability" -> new ReliabilityCommand(console);
      case "compare" -> new CompareCommand(console);
      case "clouds" -> new CloudsCommand(console);
      case "visit" -> new VisitCommand(console);
      case "follow" -> new FollowCommand(console);
      case "unfold" -> new UnfoldCommand(console);
      case "embed" -> new EmbedCommand(console);
      case "thermo" -> new ThermoCommand(console);
      case "rates" -> new RatesCommand(console);
      case "volumes" -> new VolumesCommand(console);
      case "import" -> new ImportCommand(console);
      case "export" -> new ExportCommand(console);
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
  }
}
