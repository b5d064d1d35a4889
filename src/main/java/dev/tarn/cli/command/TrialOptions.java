package dev.tarn.cli.command;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Networks to try something on without a database: their data, layers and regularisation. */
final class TrialOptions {
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final ShapeOptions shape = new ShapeOptions();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "The regularisation of all parameters, 0 or more (default: ${DEFAULT-VALUE}).")
  private double lambda;

  /** Refuses all of them, for a network that is known already. */
  void refuse(ConsoleCommand command, String reason) {
    command.refuse(reason, ShapeOptions.NAMES.toArray(String[]::new));
    command.refuse(reason, DataOptions.NAMES.toArray(String[]::new));
    command.refuse(reason, "--lambda");
  }

  /** The examples to learn from, for outputs of a kind. */
  DataSet examples(ConsoleCommand command, OutputLayer output) {
    return data.read(command, output).training();
  }

  /**
   * The network of some widths on the data that suit its outputs.
   *
   * @throws IllegalArgumentException if the widths or an option is wrong
   */
  Network network(ConsoleCommand command, String widths) {
    Architecture architecture = shape.architecture(command, widths);
    return network(architecture, examples(command, architecture.output()));
  }

  /**
   * The network of some widths on some examples.
   *
   * @throws IllegalArgumentException if the widths or an option is wrong
   */
  Network network(ConsoleCommand command, String widths, DataSet examples) {
    return network(shape.architecture(command, widths), examples);
  }

  private Network network(Architecture architecture, DataSet examples) {
    return Network.of(architecture, Penalty.all(architecture, lambda), examples);
  }
}
