package dev.tarn.cli.command;

import dev.tarn.certify.EveryWidth;
import dev.tarn.certify.OneUnit;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.CountProgress;
import dev.tarn.cli.view.EveryWidthReport;
import dev.tarn.cli.view.ProveReport;
import dev.tarn.job.Cancellation;
import java.util.concurrent.atomic.DoubleAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "prove",
    header = "Proves that a list of stationary points is complete.",
    description = {
      "",
      "Branch and prune with intervals over the bounded region that holds all stationary points of"
          + " the XOR network with one hidden unit: boxes without a point are excluded, points are"
          + " certified, and if no box is left there are no others. The smaller lambda, the more"
          + " boxes: seconds at 1e-3, some minutes at 1e-6.",
      "--hidden all: that the zero point is the only one, however many hidden units there are. That"
          + " holds from lambda = 0.06 on; below 0.059 the argument excludes too little.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar prove --hidden 1 --lambda 1e-2",
      "  java -jar tarn.jar prove --hidden all --lambda 1e-1"
    })
public final class ProveCommand extends ConsoleCommand {
  private static final int PARTS = 1000;
  private static final CountProgress.Jobs SHARES =
      new CountProgress.Jobs("thousandth of the region", "thousandths of the region", "done");

  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "N",
      description = "The number of hidden units: 1, or all for every number.")
  private String hidden = "";

  @Option(
      names = "--lambda",
      required = true,
      paramLabel = "L",
      description = "The regularisation parameter, from 1e-8 to 1e300.")
  private double lambda;

  @Option(
      names = "--boxes",
      paramLabel = "N",
      description = "The largest number of boxes to examine (default: ${DEFAULT-VALUE}).")
  private long boxes = 100_000_000L;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final ProgressOption progress = new ProgressOption();

  public ProveCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    boolean all = "all".equals(hidden);
    if (!all && !"1".equals(hidden)) {
      throw badInput(
          "--hidden is 1 or all: exhaustion goes no further than one unit, not \"" + hidden + "\"");
    }
    if (!(lambda >= OneUnit.LEAST) || !(lambda <= OneUnit.MOST)) {
      throw badInput("--lambda is from 1e-8 to 1e300, not " + lambda);
    }
    if (boxes < 1L) {
      throw badInput("--boxes is 1 or more, not " + boxes);
    }
    if (all) {
      refuse("means nothing for --hidden all, which takes one thread a second", "--threads");
    }
    int workers = threads.checked(this);
    Cancellation cancellation = new Cancellation();
    return Interruption.during(
        cancellation::cancel,
        () -> {
          json.print(
              all
                  ? new EveryWidthReport(EveryWidth.prove(lambda, boxes, cancellation))
                  : new ProveReport(prove(workers, cancellation)),
              out());
          out().flush();
          return ExitCodes.DONE;
        });
  }

  private OneUnit prove(int workers, Cancellation cancellation) {
    DoubleAdder done = new DoubleAdder();
    try (CountProgress count = progress.count(this, PARTS, SHARES)) {
      return OneUnit.prove(
          lambda,
          boxes,
          workers,
          cancellation,
          share -> {
            done.add(share);
            synchronized (count) {
              count.update((int) Math.min(PARTS, PARTS * done.sum()));
            }
          });
    }
  }
}
