package dev.tarn.cli.command;

import java.util.List;
import picocli.CommandLine.Option;

/** The numbers of hidden units of the networks that a command works on. */
final class HiddenOption {
  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      converter = Grid.Hidden.class,
      description = "Numbers of hidden units, like 1..6 or 1,2,4.")
  private List<Integer> units = List.of();

  /** The numbers, ascending and different. */
  List<Integer> units() {
    return units;
  }
}
