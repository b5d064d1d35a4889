package dev.tarn.cli.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.network.Network;
import dev.tarn.potential.Vector;
import dev.tarn.study.cloud.Attractors;
import dev.tarn.study.cloud.Attractors.Approach;
import dev.tarn.study.cloud.Attractors.Attractor;
import dev.tarn.study.cloud.Curvature;
import dev.tarn.study.cloud.LossGradientCloud;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What gradient walks saw of some landscapes, in tables and as JSON. */
public final class CloudReport implements Report {
  private static final int POINTS_SHOWN = 40;

  /**
   * A sampled landscape.
   *
   * @param name what pictures call it
   * @param network the network
   * @param cloud the sample
   * @param attractors where the sample comes down to gradient zero
   */
  public record Sample(
      String name, Network network, LossGradientCloud cloud, Attractors attractors) {}

  private final List<Sample> samples;

  public CloudReport(List<Sample> samples) {
    this.samples = List.copyOf(samples);
  }

  @Override
  public void print(PrintWriter out) {
    for (Sample sample : samples) {
      out.println(
          Numbers.count(sample.cloud().size(), "point", "points")
              + " of the "
              + sample.network().architecture()
              + " network on "
              + sample.network().data().name()
              + accuracy(sample.cloud().accuracies()));
    }
    out.println();
    printCurvatures(out);
    printAttractors(out);
    for (Sample sample : samples) {
      if (!sample.attractors().approaches().isEmpty()) {
        out.println();
        printApproaches(out, sample);
      }
    }
  }

  private static String accuracy(Vector accuracies) {
    if (accuracies.length() == 0) {
      return "";
    }
    Accuracy at = Accuracy.of(accuracies);
    return "; accuracy at the end of "
        + Numbers.count(at.walks(), "walk", "walks")
        + " "
        + Numbers.fixed(at.mean(), 3)
        + ", standard deviation "
        + Numbers.fixed(at.deviation(), 3);
  }

  private void printCurvatures(PrintWriter out) {
    Table table = new Table("network", "curvature", "points", "share");
    // Of large networks the curvature is not looked at.
    List<Sample> some = samples.stream().filter(sample -> classified(sample) > 0).toList();
    if (some.isEmpty()) {
      return;
    }
    for (Sample sample : some) {
      int classified = classified(sample);
      for (Map.Entry<Curvature, Integer> entry : sample.cloud().counts().entrySet()) {
        table.row(
            sample.name(),
            entry.getKey().label(),
            entry.getValue(),
            decimals(entry.getValue() / (double) classified));
      }
    }
    table.print(out);
    out.println();
  }

  private static int classified(Sample sample) {
    return sample.cloud().counts().values().stream().mapToInt(Integer::intValue).sum();
  }

  private void printAttractors(PrintWriter out) {
    Table table =
        new Table(
            "network",
            "attractor",
            "energy",
            "from",
            "to",
            "flat points",
            "share",
            "gradient",
            "minima",
            "saddles",
            "verdict");
    for (Sample sample : samples) {
      Attractors found = sample.attractors();
      if (found.attractors().isEmpty()) {
        table.row(sample.name(), "none", "", "", "", "0", "", "", "", "", "");
      }
      for (int k = 0; k < found.attractors().size(); k++) {
        Attractor one = found.attractors().get(k);
        boolean known = !found.approaches().isEmpty();
        int minima = one.count(0, 0);
        int saddles = one.count(1, Integer.MAX_VALUE);
        table.row(
            sample.name(),
            k + 1,
            decimals(one.at()),
            decimals(one.from()),
            decimals(one.to()),
            one.points(),
            decimals((double) one.points() / found.flatPoints()),
            Numbers.rounded(one.shortest(), 2),
            known ? minima : "",
            known ? saddles : "",
            known ? verdict(minima, saddles) : "");
      }
    }
    table.print(out);
  }

  private static String verdict(int minima, int saddles) {
    return minima > 0 ? "minimum" : saddles > 0 ? "saddles only" : "nothing there";
  }

  private static void printApproaches(PrintWriter out, Sample sample) {
    Attractors found = sample.attractors();
    out.println(
        "stationary points of "
            + sample.name()
            + ", and the share of the "
            + Numbers.count(found.flatPoints(), "flat point", "flat points")
            + " within "
            + Numbers.plain(found.near())
            + " nats of each:");
    Table table = new Table("id", "index", "energy", "flat points", "share", "seen");
    for (Approach one : found.approaches().stream().limit(POINTS_SHOWN).toList()) {
      table.row(
          one.mark().id(),
          one.mark().index(),
          one.mark().energy(),
          one.points(),
          decimals(one.share()),
          one.points() > 0 ? "yes" : "");
    }
    table.print(out);
    int more = found.approaches().size() - POINTS_SHOWN;
    if (more > 0) {
      out.println("and " + more + " more, all of them with --json");
    }
    long seen = found.approaches().stream().filter(one -> one.points() > 0).count();
    out.println(seen + " of " + found.approaches().size() + " stationary points are seen");
  }

  private static String decimals(double value) {
    return Numbers.fixed(value, 4);
  }

  private record Landscape(
      String name,
      String network,
      String data,
      int points,
      Map<String, Integer> curvatures,
      double flat,
      double near,
      int flatPoints,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Accuracy> endAccuracy,
      List<AttractorRow> attractors,
      List<ApproachRow> stationaryPoints) {}

  /** What walks have come to: the mean and the standard deviation over the walks. */
  private record Accuracy(int walks, double mean, double deviation) {
    static Accuracy of(Vector accuracies) {
      double mean = accuracies.stream().average().orElse(0.0);
      double square = accuracies.stream().map(a -> (a - mean) * (a - mean)).average().orElse(0.0);
      return new Accuracy(accuracies.length(), mean, Math.sqrt(square));
    }
  }

  private record AttractorRow(
      double from,
      double to,
      int points,
      double shortestGradient,
      double energy,
      List<Integer> stationaryPoints) {}

  private record ApproachRow(int id, int index, double energy, int flatPoints, double share) {}

  /** An element for each landscape. */
  @Override
  public Object json() {
    return samples.stream().map(CloudReport::landscape).toList();
  }

  private static Landscape landscape(Sample sample) {
    Map<String, Integer> curvatures = new LinkedHashMap<>();
    sample.cloud().counts().forEach((kind, count) -> curvatures.put(kind.label(), count));
    Attractors found = sample.attractors();
    return new Landscape(
        sample.name(),
        sample.network().architecture().toString(),
        sample.network().data().name(),
        sample.cloud().size(),
        curvatures,
        found.flat(),
        found.near(),
        found.flatPoints(),
        Optional.of(sample.cloud().accuracies()).filter(all -> all.length() > 0).map(Accuracy::of),
        found.attractors().stream().map(CloudReport::row).toList(),
        found.approaches().stream().map(CloudReport::row).toList());
  }

  private static AttractorRow row(Attractor one) {
    return new AttractorRow(
        one.from(),
        one.to(),
        one.points(),
        one.shortest(),
        one.at(),
        one.stationary().stream().map(LossGradientCloud.Mark::id).toList());
  }

  private static ApproachRow row(Approach one) {
    return new ApproachRow(
        one.mark().id(), one.mark().index(), one.mark().energy(), one.points(), one.share());
  }
}
