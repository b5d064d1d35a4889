package dev.tarn.cli;

import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Optimiser;
import dev.tarn.train.Training;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a network is trained. */
final class TrainingOptions {
  private static final double ADAM_RATE = 0.1;
  private static final double GRADIENT_RATE = 0.5;

  @Option(
      names = "--optimiser",
      paramLabel = "O",
      description = "adam, gradient (descent with momentum) or lbfgs (default: ${DEFAULT-VALUE}).")
  private String optimiser = "adam";

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "The learning rate (default: 0.1 for adam, 0.5 for gradient).")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description = "The momentum of gradient, from 0 to below 1 (default: ${DEFAULT-VALUE}).")
  private double momentum;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "The most steps of a run (default: ${DEFAULT-VALUE}).")
  private int steps = 2000;

  @Option(
      names = "--initialisation",
      paramLabel = "I",
      description =
          "normal, uniform, glorot-uniform, glorot-normal, he-uniform or he-normal (default:"
              + " ${DEFAULT-VALUE}).")
  private String initialisation = "glorot-uniform";

  @Option(
      names = "--scale",
      paramLabel = "S",
      description = "Scales the initial weights (default: ${DEFAULT-VALUE}).")
  private double scale = 1.0;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the initial weights (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  /** The training that the options describe. */
  Training training(ConsoleCommand command) {
    try {
      return Training.of(
          optimiser(), Initialisation.of(Law.of(initialisation), scale), steps, seed);
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private Optimiser optimiser() {
    return switch (optimiser) {
      case "adam" -> Optimiser.Adam.withRate(rate.orElse(ADAM_RATE));
      case "gradient" -> new Optimiser.GradientDescent(rate.orElse(GRADIENT_RATE), momentum);
      case "lbfgs" -> new Optimiser.QuasiNewton(LbfgsSettings.defaults());
      default ->
          throw new IllegalArgumentException(
              "--optimiser is adam, gradient or lbfgs, not " + optimiser);
    };
  }
}
