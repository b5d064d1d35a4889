package dev.tarn.explore;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A run with what it reported, the time left out: two runs that do the same report the same.
 *
 * @param landscape what was found
 * @param reports a line for each job
 */
record Recorded(Landscape landscape, List<String> reports) {

  /** A run to its end. */
  static Recorded run(Potential potential, ExplorerSettings settings) {
    return jobs(Long.MAX_VALUE, potential, settings);
  }

  /** The first jobs of a run. */
  static Recorded jobs(long most, Potential potential, ExplorerSettings settings) {
    Landscape landscape = Landscape.of(potential);
    List<String> reports = new ArrayList<>();
    ExplorerRun run = new Explorer(potential, settings).on(landscape);
    run.run(
        ExplorerEvent.reports(
            report -> {
              reports.add(line(report));
              if (report.job() == most) {
                run.stop();
              }
            }));
    return new Recorded(landscape, reports);
  }

  private static String line(JobReport report) {
    return String.join(
        " ",
        Long.toString(report.job()),
        report.kind().toString(),
        Integer.toString(report.from()),
        Integer.toString(report.to()),
        report.newPoints().toString(),
        report.newConnections().toString(),
        new TreeMap<>(report.hits()).toString());
  }
}
