package dev.tarn.cli.command;

import dev.tarn.spark.SparkRunner;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the jobs of a command are done. */
final class WorkplaceOption {
  /** For the master that {@code spark-submit} was given. */
  private static final String SUBMITTED = "spark";

  @Option(
      names = "--on",
      paramLabel = "MASTER",
      description =
          "Do the searches on a Spark cluster: its master, such as spark://host:7077, or \"spark\""
              + " for the one that spark-submit was given (default: threads of this process).")
  private Optional<String> master = Optional.empty();

  /**
   * Opens it.
   *
   * @param threads the number of threads where it is this process
   */
  Workplace open(ConsoleCommand command, int threads) {
    if (master.isEmpty()) {
      return Workplace.here(threads);
    }
    command.refuse("means nothing with --on: the cluster says how many jobs it does", "--threads");
    String name = command.name();
    try {
      SparkRunner runner =
          SparkRunner.start(name, master.filter(m -> !m.equals(SUBMITTED)).orElse(""));
      return new Workplace(runner, runner::close);
    } catch (LinkageError e) {
      throw command.badInput(
          "--on needs Spark, which is not on the class path: have spark-submit start this jar"
              + " (missing: "
              + e.getMessage()
              + ")");
    } catch (IllegalArgumentException e) {
      throw command.badInput("--on " + master.get() + ": " + e.getMessage());
    }
  }
}
