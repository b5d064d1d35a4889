package dev.tarn.cli.command;

import dev.tarn.text.Numbers;
import dev.tarn.thermo.Ensemble;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.HeatCapacityPeaks;
import dev.tarn.thermo.Superposition;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Temperatures and what is counted at them. */
final class TemperatureOptions {
  private static final int MOST_POINTS = 100_000;

  @Option(
      names = "--temperature",
      split = ",",
      paramLabel = "T",
      description = "Temperatures in units of the energy, with commas between them.")
  private List<Double> temperatures = List.of();

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Where a range of temperatures begins; needs --to.")
  private Optional<Double> from = Optional.empty();

  @Option(names = "--to", paramLabel = "T", description = "Where the range ends.")
  private Optional<Double> to = Optional.empty();

  @Option(
      names = "--points",
      paramLabel = "N",
      description =
          "The number of temperatures in the range, in geometric progression (default:"
              + " ${DEFAULT-VALUE}).")
  private int points = 25;

  @Option(
      names = "--kappa",
      paramLabel = "N",
      description =
          "The number of vibrations that the heat capacity counts. Default: the number of positive"
              + " eigenvalues of a minimum.")
  private Optional<Integer> kappa = Optional.empty();

  @Option(
      names = "--configurations",
      description = "Counts positions alone, without momenta: kappa/2 in place of kappa.")
  private boolean configurations;

  /** The temperatures, in the order given or from low to high. */
  double[] checked(ConsoleCommand command) {
    boolean range = from.isPresent() || to.isPresent();
    if (range == !temperatures.isEmpty()) {
      throw command.badInput(
          "either --temperature or --from with --to says how warm it is"
              + (range ? "; not both" : ""));
    }
    if (!range) {
      command.refuse("needs --from and --to", "--points");
      temperatures.forEach(t -> check(command, "--temperature", t));
      return temperatures.stream().mapToDouble(t -> t).toArray();
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw command.badInput((from.isEmpty() ? "--to needs --from" : "--from needs --to"));
    }
    check(command, "--from", from.get());
    check(command, "--to", to.get());
    if (from.get() >= to.get()) {
      throw command.badInput("--from lies below --to, not at " + from.get() + " of " + to.get());
    }
    if (points < 2 || points > MOST_POINTS) {
      throw command.badInput("--points is from 2 to " + MOST_POINTS + ", not " + points);
    }
    return HeatCapacityPeaks.geometric(from.get(), to.get(), points);
  }

  private static void check(ConsoleCommand command, String option, double value) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw command.badInput(option + " is positive, not " + value);
    }
  }

  /**
   * Refuses a temperature beside which the energies are not known exactly enough to be told apart.
   */
  private void checkLowest(ConsoleCommand command, HarmonicModel model) {
    double largest =
        model.wells().stream().mapToDouble(well -> Math.abs(well.energy())).max().orElse(0);
    double lowest = from.orElseGet(() -> temperatures.stream().min(Double::compare).orElse(1.0));
    if (lowest < Math.ulp(largest)) {
      throw command.badInput(
          (from.isPresent() ? "--from" : "--temperature")
              + " is at least "
              + Numbers.exact(Math.ulp(largest))
              + ", the rounding of the energies, not "
              + Numbers.exact(lowest));
    }
  }

  /** The superposition of a model. */
  Superposition superposition(ConsoleCommand command, HarmonicModel model) {
    checkLowest(command, model);
    Ensemble ensemble = configurations ? Ensemble.CONFIGURATIONS : Ensemble.VIBRATIONS;
    int vibrations = kappa.orElse(model.vibrations());
    if (vibrations < 0) {
      throw command.badInput("--kappa is 0 or more, not " + vibrations);
    }
    return new Superposition(model, ensemble, vibrations);
  }
}
