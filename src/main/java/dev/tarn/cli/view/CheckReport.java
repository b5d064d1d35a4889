package dev.tarn.cli.view;

import dev.tarn.study.check.LandscapeCheck.Fault;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.List;

/** What of a database does not hold. */
public final class CheckReport implements Report {
  private final int points;
  private final int connections;
  private final List<Fault> faults;

  public CheckReport(int points, int connections, List<Fault> faults) {
    this.points = points;
    this.connections = connections;
    this.faults = List.copyOf(faults);
  }

  private record Whole(int points, int connections, List<Fault> faults) {}

  @Override
  public Object json() {
    return new Whole(points, connections, faults);
  }

  @Override
  public void print(PrintWriter out) {
    faults.forEach(out::println);
    out.println(
        Numbers.count(points, "point", "points")
            + " and "
            + Numbers.count(connections, "connection", "connections")
            + (faults.isEmpty()
                ? " are what the potential says"
                : ": " + Numbers.count(faults.size(), "fault", "faults")));
  }
}
