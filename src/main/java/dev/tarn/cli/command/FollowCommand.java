package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.FollowReport;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.RegularisedNetwork;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecorder;
import dev.tarn.study.Branches;
import dev.tarn.text.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "follow",
    header = "Follows every stationary point to another lambda.",
    description = {
      "",
      "Pseudo-arclength continuation of each point in lambda, past folds, where two points merge"
          + " and vanish, and through branch points, where branches cross. Prints a table of these"
          + " events with the points that meet there, and how the branches end. --out writes the"
          + " points that arrive into a database of the new lambda, a good start for \"explore\""
          + " there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar follow --db xor2.db --to 1e-3",
      "  java -jar tarn.jar follow --db xor2.db --to 1e-5 --out xor2-1e-5.db",
      "  java -jar tarn.jar follow --db xor2.db --to 1e-1 --csv > branches.csv"
    })
public final class FollowCommand extends DatabaseCommand {
  private static final String METHOD = "continuation";

  @Mixin private final FollowOptions options = new FollowOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The database of the new lambda that receives the points; made if there is none.")
  private Optional<Path> target = Optional.empty();

  @Mixin private final FormatOptions format = new FormatOptions();

  public FollowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    options.check(this);
    NetworkDescription source;
    Landscape landscape;
    try (LandscapeDatabase database = read()) {
      source = database.network();
      landscape = database.landscape();
    }
    options.checkStart(this, source, landscape.points());
    NetworkDescription there =
        new NetworkDescription(source.network().withLambda(options.to()), source.test());
    if (target.isPresent()) {
      // Tells at once whether the file will do.
      LandscapeDatabase.open(target.get(), there).close();
    }
    Branches branches = options.follow(this, source, landscape.points());
    format.print(new FollowReport(branches), out());
    out().flush();
    if (target.isPresent()) {
      String stored = store(target.get(), there, branches.diagram(), options.threads(this));
      options.say(this, stored);
    }
    return ExitCodes.DONE;
  }

  private static String store(Path file, NetworkDescription there, Diagram diagram, int workers) {
    List<double[]> points =
        Stream.concat(
                diagram.branches().stream().map(Diagram.Followed::branch),
                diagram.born().stream().map(Diagram.Born::branch))
            .filter(branch -> branch.end() == Branch.End.ARRIVED)
            .map(branch -> branch.last().coordinates().toArray())
            .toList();
    RegularisedNetwork family = new RegularisedNetwork(there.network());
    ExplorerSettings settings = ExplorerSettings.defaults().withThreads(workers);
    try (LandscapeDatabase database = LandscapeDatabase.open(file, there);
        RunRecorder recorder = database.startRun(settings)) {
      Landscape landscape = recorder.landscape();
      int before = landscape.size();
      Explorer explorer =
          new Explorer(there.network(), settings)
              .adopting(points.stream().map(family::leave).toList(), METHOD)
              .resuming(recorder.restart())
              .keepingIn(recorder);
      int[] stationary = {0};
      Exploration end;
      try (ExplorerRun run = explorer.on(landscape)) {
        end =
            run.run(
                ExplorerEvent.reports(
                    report -> stationary[0] += report.converged() + report.degenerate()));
      }
      recorder.finish(end);
      return file
          + ": "
          + Numbers.count(landscape.size() - before, "new point", "new points")
          + ", "
          + Numbers.count(landscape.size(), "point", "points")
          + " in all, Morse sum "
          + landscape.morseSum()
          + aside(end.degenerate(), "degenerate")
          + aside(points.size() - (long) stationary[0], "not stationary after a polish")
          + aside(end.failedPaths(), "without a path to two minima");
    }
  }

  private static String aside(long count, String why) {
    return count == 0 ? "" : "; " + count + " put aside: " + why;
  }
}
