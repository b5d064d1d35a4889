package dev.tarn.cli.command;

import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Optimiser;
import dev.tarn.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a network is trained. */
final class TrainingOptions {
  private static final double ADAM_RATE = 0.1;
  private static final double GRADIENT_RATE = 0.5;

  /**
   * One of the trainings that the options describe.
   *
   * @param optimiser the name of its optimiser
   * @param initialisation the name of its initialisation
   * @param training the training
   */
  record Named(String optimiser, String initialisation, Training training) {}

  @Option(
      names = "--optimiser",
      split = ",",
      paramLabel = "O",
      description =
          "adam, gradient (descent with momentum) or lbfgs; where training is repeated, several with"
              + " commas are compared (default: adam).")
  private List<String> optimisers = List.of("adam");

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
      split = ",",
      paramLabel = "I",
      description =
          "normal, uniform, glorot-uniform, glorot-normal, he-uniform or he-normal, or several as"
              + " with --optimiser (default: glorot-uniform).")
  private List<String> initialisations = List.of("glorot-uniform");

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

  /** The seed of starting points. */
  long seed() {
    return seed;
  }

  /** The one training that the options describe. */
  Training training(ConsoleCommand command) {
    List<Named> all = trainings(command);
    if (all.size() > 1) {
      throw command.badInput(
          "one run has one --optimiser and one --initialisation, not "
              + String.join(",", optimisers)
              + " and "
              + String.join(",", initialisations));
    }
    return all.get(0).training();
  }

  /** Each optimiser with each initialisation. */
  List<Named> trainings(ConsoleCommand command) {
    if (!optimisers.contains("gradient")) {
      command.refuse("is for --optimiser gradient", "--momentum");
      if (!optimisers.contains("adam")) {
        command.refuse("is for --optimiser adam or gradient; lbfgs has none", "--rate");
      }
    }
    List<Named> all = new ArrayList<>();
    try {
      for (String optimiser : optimisers) {
        for (String law : initialisations) {
          Training training =
              Training.of(optimiser(optimiser), Initialisation.of(Law.of(law), scale), steps, seed);
          all.add(new Named(optimiser, law, training));
        }
      }
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
    return all;
  }

  private Optimiser optimiser(String name) {
    return switch (name) {
      case "adam" -> Optimiser.Adam.withRate(rate.orElse(ADAM_RATE));
      case "gradient" -> new Optimiser.GradientDescent(rate.orElse(GRADIENT_RATE), momentum);
      case "lbfgs" -> new Optimiser.QuasiNewton(LbfgsSettings.defaults());
      default ->
          throw new IllegalArgumentException("--optimiser is adam, gradient or lbfgs, not " + name);
    };
  }
}
