package dev.tarn.cli.command;

import dev.tarn.certify.EveryWidth;
import dev.tarn.certify.FewUnits;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.CountProgress;
import dev.tarn.cli.view.EveryWidthReport;
import dev.tarn.cli.view.ProveReport;
import dev.tarn.cli.view.Report;
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
          + " the XOR network with one or two hidden units: boxes without a point are excluded,"
          + " points are certified, and if no box is left there are no others. The smaller lambda,"
          + " the more boxes: for one unit seconds at 1e-3, some minutes at 1e-6.",
      "What is interrupted tells what was examined until then.",
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
      description = "The number of hidden units: 1, 2, or all for every number.")
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
    if (!all && !"1".equals(hidden) && !"2".equals(hidden)) {
      throw badInput(
          "--hidden is 1, 2 or all: exhaustion goes no further than two units, not \""
              + hidden
              + "\"");
    }
    if (!(lambda >= FewUnits.LEAST) || !(lambda <= FewUnits.MOST)) {
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
          Report report = all ? everyWidth(cancellation) : fewUnits(workers, cancellation);
          json.print(report, out());
          out().flush();
          return cancellation.isCancelled() ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
        });
  }

  private Report everyWidth(Cancellation cancellation) {
    EveryWidth proof = EveryWidth.prove(lambda, boxes, cancellation);
    return new EveryWidthReport(proof, cancellation.isCancelled());
  }

  private Report fewUnits(int workers, Cancellation cancellation) {
    FewUnits proof = prove(Integer.parseInt(hidden), workers, cancellation);
    return new ProveReport(proof, cancellation.isCancelled());
  }

  private FewUnits prove(int units, int workers, Cancellation cancellation) {
    DoubleAdder done = new DoubleAdder();
    try (CountProgress count = progress.count(this, PARTS, SHARES)) {
      return FewUnits.prove(
          units,
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
