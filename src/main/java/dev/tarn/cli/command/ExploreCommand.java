package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.text.Numbers;
import picocli.CommandLine.Command;

@Command(
    name = "explore",
    header = "Builds a database of minima and transition states, or goes on with one.",
    description = {
      "",
      "Maps the loss landscape of the paper's XOR network (--hidden), or of any fully connected"
          + " network on any data (--layers, --data), or another potential (--potential), to its"
          + " minima and transition states. Everything found is committed at once: the command may be interrupted or killed, and"
          + " the same command again goes on from there. Several processes may work on one file;"
          + " give each another --seed, or they repeat each other's searches.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar explore --hidden 2 --lambda 1e-4 --db xor2.db",
      "  java -jar tarn.jar explore --hidden 6 --lambda 1e-6 --db xor6.db --max-time 5m",
      "  java -jar tarn.jar explore --data moons --layers 2-4-1 --lambda 1e-4 --db moons.db",
      "  java -jar tarn.jar explore --config moons.toml --db moons.db",
      "  java -jar tarn.jar explore --potential lj --atoms 7 --db lj7.db",
      "  java -jar tarn.jar explore --classpath my.jar --potential my.Surface --db surface.db",
      "  java -jar tarn.jar explore --db xor2.db --effort high"
    })
public final class ExploreCommand extends SearchCommand {
  public ExploreCommand(Console console) {
    super(console);
  }

  @Override
  ExplorerSettings goal(ExplorerSettings settings) {
    return settings;
  }

  @Override
  Explorer prepare(Explorer explorer, Preparation preparation) {
    return explorer;
  }

  @Override
  String conclusion(Exploration exploration) {
    ExplorerEvent.Progress progress = exploration.progress();
    String searches = Numbers.count(progress.quiet(), "search", "searches");
    return switch (exploration.status()) {
      case DONE, INCOMPLETE ->
          progress.searches() == 0
              ? "nothing left to do: an earlier run ended after "
                  + searches
                  + " without anything new; --effort high or another --seed goes further"
              : "done after "
                  + Numbers.time(progress.elapsed())
                  + ": "
                  + searches
                  + " in a row brought nothing new";
      case NOTHING_FOUND -> exploration.reason();
      case OUT_OF_TIME -> "the time is up; the same command goes on from here";
      case LIMIT -> exploration.reason() + "; the same command goes on from here";
      case STOPPED -> "interrupted; the same command goes on from here";
    };
  }
}
