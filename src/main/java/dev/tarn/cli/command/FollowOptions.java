package dev.tarn.cli.command;

import dev.tarn.cli.view.CountProgress;
import dev.tarn.network.RegularisedNetwork;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.NetworkDescription;
import dev.tarn.study.Branches;
import dev.tarn.text.Numbers;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where to follow points to, and how. */
final class FollowOptions {
  private static final CountProgress.Jobs BRANCHES =
      new CountProgress.Jobs("branch", "branches", "followed");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "L",
      description = "The lambda to go to, positive, another than that of the database.")
  private double to;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final ProgressOption progress = new ProgressOption();

  double to() {
    return to;
  }

  /** Checks what can be checked before the database is open. */
  void check(ConsoleCommand command) {
    if (!(to > 0.0) || Double.isInfinite(to)) {
      throw command.badInput("--to is a positive number, not " + to);
    }
    threads.checked(command);
  }

  int threads(ConsoleCommand command) {
    return threads.checked(command);
  }

  /** Checks that there is something to follow, and a way to go. */
  void checkStart(
      DatabaseCommand command, NetworkDescription source, List<StationaryPoint> points) {
    try {
      // Tells whether the points can be followed.
      new RegularisedNetwork(source.network());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
    if (source.network().penalty().lambda().orElseThrow() == to) {
      throw command.badInput(
          "--to is another lambda than that of " + command.file() + ", not " + to);
    }
    if (points.isEmpty()) {
      throw command.badInput(
          command.file() + " holds no point to follow: \"tarn explore\" finds some");
    }
  }

  /** Follows points and shows the progress. */
  Branches follow(ConsoleCommand command, NetworkDescription source, List<StationaryPoint> points) {
    progress.say(
        command,
        "following "
            + Numbers.count(points.size(), "point", "points")
            + " of "
            + source
            + " to lambda "
            + Numbers.exact(to));
    try (CountProgress followed = progress.count(command, points.size(), BRANCHES)) {
      return Branches.follow(source.network(), points, to, threads(command), followed::update);
    }
  }

  /** Says something on the way, unless nothing is to be said. */
  void say(ConsoleCommand command, String line) {
    progress.say(command, line);
  }
}
