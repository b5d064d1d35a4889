package dev.tarn.store;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run in the history of a database.
 *
 * @param id the number of the run, from 1
 * @param version the version of Tarn
 * @param java the version of Java
 * @param seed the seed of the random streams
 * @param threads the number of worker threads
 * @param effort the effort: {@code low}, {@code normal} or {@code high}
 * @param goal what the run looked for, {@code "explore"} or {@code "enumerate"}
 * @param maxIndex the largest index that it kept; {@code Integer.MAX_VALUE} for every index
 * @param zeroCutoff the magnitude below which an eigenvalue made a point degenerate
 * @param configuration all settings, as JSON
 * @param started when it began
 * @param finished when it ended; empty while it runs and when it was killed
 * @param status {@code running} (or killed), {@code done}, {@code incomplete}, {@code
 *     nothing-found}, {@code out-of-time}, {@code limit}, {@code interrupted} or {@code failed}
 * @param firstJob the number of its first job
 * @param jobs the number of jobs merged
 * @param searches the number of quenches and saddle searches
 * @param quiet the number of searches since the last new point
 * @param degenerate the number of searches that ended in a degenerate point
 * @param failedPaths the number of transition states dropped since no path led to a minimum
 * @param unconverged the number of searches that stopped away from any stationary point
 * @param notFinite the number of searches that met numbers that are not finite
 * @param lastPoint the highest id of a point that the run knew
 */
public record RunRecord(
    int id,
    String version,
    String java,
    long seed,
    int threads,
    String effort,
    String goal,
    int maxIndex,
    double zeroCutoff,
    String configuration,
    Instant started,
    Optional<Instant> finished,
    String status,
    long firstJob,
    long jobs,
    long searches,
    long quiet,
    long degenerate,
    long failedPaths,
    long unconverged,
    long notFinite,
    int lastPoint) {

  /** The status of a run that has met its stopping rule. */
  public static final String DONE = "done";

  /** The status of a run that is at work, or was killed. */
  public static final String RUNNING = "running";

  /** The status of a run that ended with an error. */
  public static final String FAILED = "failed";

  /**
   * Whether one of some runs was an enumeration of every index that met its stopping rule, and
   * nothing was added since.
   *
   * @param runs the runs that made a landscape
   * @param landscape the landscape
   * @return whether its points may be all there are, as far as the searches tell
   */
  public static boolean enumerated(List<RunRecord> runs, Landscape landscape) {
    return runs.stream()
        .anyMatch(
            run ->
                run.goal.equals(ExplorerSettings.Goal.ENUMERATE.label())
                    && run.maxIndex == Integer.MAX_VALUE
                    && run.status.equals(DONE)
                    && run.lastPoint == landscape.lastId());
  }

  /**
   * The largest index of enumerations that left higher ones out, where none looked for all.
   *
   * @param runs the runs that made a landscape
   * @return the largest index looked for; empty if some run looked for every index, or none
   *     enumerated
   */
  public static OptionalInt upTo(List<RunRecord> runs) {
    OptionalInt most =
        runs.stream()
            .filter(run -> run.goal.equals(ExplorerSettings.Goal.ENUMERATE.label()))
            .mapToInt(RunRecord::maxIndex)
            .max();
    return most.isPresent() && most.getAsInt() == Integer.MAX_VALUE ? OptionalInt.empty() : most;
  }

  /**
   * What the command that made the run was told, by option without its dashes.
   *
   * @return the values in the order of the options; empty for a run that no command made
   * @throws IllegalArgumentException if the configuration is no JSON
   */
  public Map<String, String> options() {
    return SettingsJson.options(configuration);
  }
}
