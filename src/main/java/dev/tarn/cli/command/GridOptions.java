package dev.tarn.cli.command;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which networks a command works on. */
final class GridOptions {
  @Mixin private final HiddenOption hidden = new HiddenOption();

  @Option(
      names = "--lambda",
      required = true,
      paramLabel = "L",
      converter = Grid.Lambdas.class,
      description = "Regularisation parameters, like 1e-1..1e-6 (by decades) or 1e-2,5e-3.")
  private List<Double> lambdas = List.of();

  List<Integer> hidden() {
    return hidden.units();
  }

  List<Double> lambdas() {
    return lambdas;
  }
}
