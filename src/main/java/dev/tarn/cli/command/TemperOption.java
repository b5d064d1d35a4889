package dev.tarn.cli.command;

import dev.tarn.hop.BasinHopping;
import dev.tarn.hop.HopLimits;
import dev.tarn.hop.HopSettings;
import dev.tarn.hop.ParallelTempering;
import dev.tarn.hop.TemperingSettings;
import dev.tarn.job.StopRule;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.store.levels.DatabaseRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that let walkers at several temperatures look for low minima first. */
final class TemperOption {
  private static final String NAME = "--temper";
  private static final String WALKERS = "--walkers";
  private static final String TEMPERATURES = "--temperatures";

  /** How many of the minima are taken in, the lowest ones. */
  private static final int LOWEST = 100;

  /** What suits atoms: beyond 0.4 of their distance they change places. */
  private static final double STEP_OF_ATOMS = 0.4;

  private static final List<Double> FOR_ATOMS = List.of(0.4, 1.6);

  private static final int MOST_WALKERS = 64;

  @Option(
      names = NAME,
      paramLabel = "N",
      description =
          "First makes N quenches of basin-hopping with parallel tempering: several walkers at"
              + " temperatures of their own, which exchange their minima. The 100 lowest minima are"
              + " taken in. For landscapes with more than one funnel, such as that of 38"
              + " Lennard-Jones atoms.")
  private Optional<Long> quenches = Optional.empty();

  @Option(
      names = WALKERS,
      paramLabel = "W",
      description = "The number of walkers of --temper, from 2 to 64 (default: 4).")
  private Optional<Integer> walkers = Optional.empty();

  @Option(
      names = TEMPERATURES,
      paramLabel = "LOW,HIGH",
      split = ",",
      description =
          "The lowest and the highest temperature of --temper, in units of the potential's energy;"
              + " those between are geometric (default: 0.4,1.6 for clusters, else 0.01,1).")
  private List<Double> temperatures = List.of();

  boolean isGiven() {
    return quenches.isPresent();
  }

  /** Checks the numbers. */
  void check(ConsoleCommand command, Potential potential) {
    if (quenches.isEmpty()) {
      command.refuse("belongs to " + NAME, WALKERS, TEMPERATURES);
      return;
    }
    if (quenches.get() < 1L) {
      throw command.badInput(NAME + " is 1 or more, not " + quenches.get());
    }
    if (walkers.filter(count -> count < 2 || count > MOST_WALKERS).isPresent()) {
      throw command.badInput(WALKERS + " is from 2 to 64, not " + walkers.get());
    }
    if (!temperatures.isEmpty() && temperatures.size() != 2) {
      throw command.badInput(TEMPERATURES + " are two, LOW,HIGH, not " + temperatures.size());
    }
    try {
      settings(potential);
    } catch (IllegalArgumentException e) {
      throw command.badInput(TEMPERATURES + ": " + e.getMessage());
    }
  }

  private TemperingSettings settings(Potential potential) {
    boolean atoms = potential.capability(Potential.Moves.class).isPresent();
    TemperingSettings defaults = TemperingSettings.defaults();
    List<Double> usual =
        atoms ? FOR_ATOMS : List.of(defaults.hop().temperature(), defaults.highestTemperature());
    List<Double> range = temperatures.isEmpty() ? usual : temperatures;
    HopSettings hop = defaults.hop().withTemperature(range.get(0));
    if (atoms) {
      hop = hop.withStepSize(STEP_OF_ATOMS).withAdaptationInterval(0);
    }
    return new TemperingSettings(
        hop, walkers.orElse(defaults.walkers()), range.get(1), defaults.exchangeInterval());
  }

  /** What the walkers found, and how many quenches that took. */
  BasinHopping.Result search(DatabaseRun into) {
    TemperingSettings tempering = settings(into.potential());
    HopSettings hop = tempering.hop().withTolerances(into.settings().tolerances());
    StopRule<HopLimits.Progress> rule =
        HopLimits.steps(quenches.orElseThrow())
            .or(StopRule.of("interrupted", progress -> into.cancellation().isCancelled()));
    Optional<Duration> left = into.left();
    if (left.isPresent()) {
      rule = rule.or(HopLimits.time(left.get()));
    }
    return new ParallelTempering(into.potential(), tempering.withHop(hop))
        .withThreads(into.settings().threads())
        .run(into.settings().seed(), rule, step -> {})
        .hops();
  }

  /** The minima to be taken in. */
  static List<double[]> lowest(BasinHopping.Result found) {
    return found.minima().stream().limit(LOWEST).map(PolishedPoint::coordinates).toList();
  }
}
