package dev.tarn.cli;

import dev.tarn.follow.Born;
import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.follow.FollowSettings;
import dev.tarn.follow.Followed;
import dev.tarn.follow.Follower;
import dev.tarn.follow.RegularisedNetwork;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.XorNetwork;
import dev.tarn.potential.Reduction;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "follow",
    header = "Follows every stationary point to another lambda.",
    description = {
      "",
      "Pseudo-arclength continuation of each point in lambda, past folds, where two points merge and"
          + " vanish, and through branch points, where branches cross. Prints a table of these events"
          + " with the points that meet there, and how the branches end. --out writes the points that"
          + " arrive into a database of the new lambda, a good start for \"explore\" there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar follow --db xor2.db --to 1e-3",
      "  java -jar tarn.jar follow --db xor2.db --to 1e-5 --out xor2-1e-5.db",
      "  java -jar tarn.jar follow --db xor2.db --to 1e-1 --csv > branches.csv"
    })
final class FollowCommand extends DatabaseCommand {
  /** The output other than a table. */
  private static final class Format {
    @Option(names = "--json", description = "Prints JSON, with the points of each branch.")
    private boolean json;

    @Option(
        names = "--csv",
        description = "Prints comma-separated values, one line for each point of a branch.")
    private boolean csv;
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "L",
      description = "The lambda to go to, positive, another than that of the database.")
  private double to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The database of the new lambda that receives the points; made if there is none.")
  private Optional<Path> target = Optional.empty();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  @ArgGroup private final Format format = new Format();

  FollowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (!(to > 0.0) || Double.isInfinite(to)) {
      throw badInput("--to is a positive number, not " + to);
    }
    int workers = threads.checked(this);
    NetworkDescription source;
    Landscape landscape;
    try (LandscapeDatabase database = read()) {
      source = database.network();
      landscape = database.landscape();
    }
    if (source.lambda() == to) {
      throw badInput("--to is another lambda than that of " + file() + ", not " + to);
    }
    if (landscape.size() == 0) {
      throw badInput(file() + " holds no point to follow: \"tarn explore\" finds some");
    }
    NetworkDescription there = new NetworkDescription(source.hidden(), to, source.regularisation());
    if (target.isPresent()) {
      // Tells at once whether the file will do.
      LandscapeDatabase.open(target.get(), there).close();
    }
    Diagram diagram = diagram(source, landscape, workers);
    FollowReport report = new FollowReport(source.lambda(), to, diagram);
    if (format.json) {
      Json.print(report.json(), out());
    } else if (format.csv) {
      report.printCsv(out());
    } else {
      report.print(out());
    }
    out().flush();
    if (target.isPresent()) {
      say(store(target.get(), there, diagram, workers));
    }
    return ExitCodes.DONE;
  }

  private Diagram diagram(NetworkDescription source, Landscape landscape, int workers) {
    XorNetwork network = source.network();
    Reduction reduction = network.reduction().orElseThrow();
    List<Follower.Start> starts =
        landscape.points().stream()
            .map(
                point ->
                    new Follower.Start(point.id(), reduction.reduce(point.coordinates().toArray())))
            .toList();
    say(
        "following "
            + Numbers.count(starts.size(), "point", "points")
            + " of "
            + source
            + " to lambda "
            + Numbers.exact(to));
    Follower follower =
        new Follower(new RegularisedNetwork(network), FollowSettings.defaults(), workers);
    try (FollowProgress progress = FollowProgress.on(console(), quiet, starts.size())) {
      return follower.run(
          starts,
          RegularisedNetwork.parameter(source.lambda()),
          RegularisedNetwork.parameter(to),
          progress::update);
    }
  }

  private static String store(Path file, NetworkDescription there, Diagram diagram, int workers) {
    List<double[]> points =
        Stream.concat(
                diagram.branches().stream().map(Followed::branch),
                diagram.born().stream().map(Born::branch))
            .filter(branch -> branch.end() == Branch.End.ARRIVED)
            .map(branch -> branch.last().coordinates().toArray())
            .toList();
    try (LandscapeDatabase database = LandscapeDatabase.open(file, there)) {
      return file + ": " + new Arrivals(there.network(), points).store(database, workers);
    }
  }

  private void say(String line) {
    if (!quiet) {
      console().err().println(line);
    }
  }
}
