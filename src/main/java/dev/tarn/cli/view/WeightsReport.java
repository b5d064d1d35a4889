package dev.tarn.cli.view;

import dev.tarn.stationary.StationaryPoint;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The weights of a file, and which point they lead to. */
public final class WeightsReport implements Report {
  private final PointFacts facts;
  private final WeightsAsRead read;
  private final StationaryPoint point;

  public WeightsReport(PointFacts facts, WeightsAsRead read) {
    this.facts = facts;
    this.read = read;
    point = read.point(facts.network());
  }

  private record Whole(
      String file,
      double energy,
      double loss,
      double penalty,
      OptionalDouble accuracy,
      double rms,
      LeadsTo leadsTo,
      List<Object> outputs,
      Object weights) {}

  private record LeadsTo(Optional<Integer> minimum, double energy, double distance) {}

  @Override
  public Object json() {
    return new Whole(
        read.name(),
        read.energy(),
        read.loss(),
        read.penalty(),
        read.accuracy(),
        read.rms(),
        new LeadsTo(
            read.leads().minimum().map(StationaryPoint::id),
            read.leads().settled().energy(),
            read.distance()),
        facts.outputs(facts.answers(point)),
        facts.weights(point));
  }

  @Override
  public void print(PrintWriter out) {
    PointLines lines = new PointLines(facts.landscape(), point, out);
    lines.line("file", read.name());
    lines.line("energy", read.energy());
    lines.line("loss", read.loss());
    lines.line("penalty", read.penalty());
    read.accuracy().ifPresent(share -> lines.line("accuracy", share));
    lines.line("rms gradient", read.rms());
    lines.line("leads to", read.leadsTo());
    lines.line("distance", read.distance());
    new ShowReport(facts, point).printNetwork(out);
  }
}
