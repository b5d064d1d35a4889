package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.hop.BasinHopping;
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
      "  java -jar tarn.jar explore --potential lj --atoms 38 --temper 15000 --db lj38.db",
      "  java -jar tarn.jar explore --classpath my.jar --potential my.Surface --db surface.db",
      "  java -jar tarn.jar explore --db xor2.db --effort high"
    })
public final class ExploreCommand extends SearchCommand {
  /** What points that were grown are known by. */
  private static final String GROWN = "grown";

  /** What points that walkers found are known by. */
  private static final String TEMPERED = "tempering";

  @Mixin private final GrowOption grow = new GrowOption();

  @Mixin private final TemperOption temper = new TemperOption();

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
    temper.check(this, model.potential());
  }

  @Override
  Exploration search(Preparation preparation) {
    DatabaseRun into = preparation.into();
    if (grow.isGiven()) {
      List<double[]> minima = grow.minima(into.potential(), into.settings().seed());
      Exploration grown = adopt(minima, GROWN, preparation);
      if (isOver(grown)) {
        return grown;
      }
    }
    if (temper.isGiven()) {
      BasinHopping.Result found = temper.search(into);
      Exploration tempered = adopt(TemperOption.lowest(found), TEMPERED, preparation);
      found
          .best()
          .ifPresent(
              best ->
                  say(
                      "lowest energy "
                          + Numbers.exact(best.energy())
                          + " after "
                          + Numbers.count(found.steps(), "quench", "quenches")));
      if (isOver(tempered)) {
        return tempered;
      }
    }
    return super.search(preparation);
  }

  private Exploration adopt(List<double[]> minima, String method, Preparation preparation) {
    DatabaseRun into = preparation.into();
    Exploration adopted = into.run(into.adopting(minima, method), preparation.view()::update);
    say(method + ": " + Numbers.count(adopted.progress().minima(), "minimum", "minima"));
    return adopted;
  }

  private static boolean isOver(Exploration exploration) {
    return exploration.status() == Exploration.Status.STOPPED
        || exploration.status() == Exploration.Status.OUT_OF_TIME;
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
