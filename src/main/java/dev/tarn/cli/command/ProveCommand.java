package dev.tarn.cli.command;

import dev.tarn.certify.OneUnit;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ProveReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "prove",
    header = "Proves that a list of stationary points is complete, for one hidden unit.",
    description = {
      "",
      "Branch and prune with intervals over the bounded region that holds all stationary points of"
          + " the XOR network with one hidden unit: boxes without a point are excluded, points are"
          + " certified, and if no box is left there are no others. The smaller lambda, the more"
          + " boxes: 1e-1 takes seconds.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  java -jar tarn.jar prove --hidden 1 --lambda 0.3"})
public final class ProveCommand extends ConsoleCommand {
  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      description = "The number of hidden units: 1.")
  private int hidden;

  @Option(
      names = "--lambda",
      required = true,
      paramLabel = "L",
      description = "The regularisation parameter.")
  private double lambda;

  @Option(
      names = "--boxes",
      paramLabel = "N",
      description = "The largest number of boxes to examine (default: ${DEFAULT-VALUE}).")
  private long boxes = 1_000_000L;

  @Mixin private final JsonOption json = new JsonOption();

  public ProveCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (hidden != 1) {
      throw badInput("--hidden is 1: exhaustion goes no further than one unit, not " + hidden);
    }
    // Below, the region that holds all points does not fit into doubles of use.
    if (!(lambda >= 1e-8) || Double.isInfinite(lambda)) {
      throw badInput("--lambda is a number from 1e-8 on, not " + lambda);
    }
    if (boxes < 1L) {
      throw badInput("--boxes is 1 or more, not " + boxes);
    }
    json.print(new ProveReport(OneUnit.prove(lambda, boxes)), out());
    return ExitCodes.DONE;
  }
}
