package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.levels.DatabaseRun;
import dev.tarn.text.Numbers;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "  java -jar tarn.jar explore --potential lj --atoms 8 --grow lj7.db --db lj8.db",
      "  java -jar tarn.jar explore --classpath my.jar --potential my.Surface --db surface.db",
      "  java -jar tarn.jar explore --db xor2.db --effort high"
    })
public final class ExploreCommand extends SearchCommand {
  /** What points that were grown are known by. */
  private static final String GROWN = "grown";

  @Mixin private final GrowOption grow = new GrowOption();

  public ExploreCommand(Console console) {
    super(console);
  }

  @Override
  ExplorerSettings goal(ExplorerSettings settings) {
    return settings;
  }

  @Override
  void beforeOpening(PotentialCodec.Description model) {
    grow.check(this, model);
  }

  @Override
  Exploration search(Preparation preparation) {
    if (grow.isGiven()) {
      DatabaseRun into = preparation.into();
      List<double[]> minima = grow.minima(into.potential(), into.settings().seed());
      Exploration grown = into.run(into.adopting(minima, GROWN), preparation.view()::update);
      say("grown: " + Numbers.count(grown.progress().minima(), "minimum", "minima"));
      if (grown.status() == Exploration.Status.STOPPED
          || grown.status() == Exploration.Status.OUT_OF_TIME) {
        return grown;
      }
    }
    return super.search(preparation);
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
