package dev.tarn.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which networks a command works on. */
final class GridOptions {
  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      converter = Grid.Hidden.class,
      description = "Numbers of hidden units, like 1..6 or 1,2,4.")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--lambda",
      required = true,
      paramLabel = "L",
      converter = Grid.Lambdas.class,
      description = "Regularisation parameters, like 1e-1..1e-6 (by decades) or 1e-2,5e-3.")
  private List<Double> lambdas = List.of();

  List<Integer> hidden() {
    return hidden;
  }

  List<Double> lambdas() {
    return lambdas;
  }
}
