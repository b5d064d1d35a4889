package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.PotentialCodec;
import dev.tarn.surfaces.atoms.ClusterGroup;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One stationary point of a potential that is no network, whole. */
public final class PlainShowReport implements Report {
  private final PotentialCodec.Description description;
  private final Landscape landscape;
  private final StationaryPoint point;

  public PlainShowReport(
      PotentialCodec.Description description, Landscape landscape, StationaryPoint point) {
    this.description = description;
    this.landscape = landscape;
    this.point = point;
  }

  private record Whole(
      int id,
      int index,
      double energy,
      BigInteger orbit,
      @JsonInclude(NON_EMPTY) Optional<BigInteger> pointGroupOrder,
      @JsonInclude(NON_EMPTY) Optional<Integer> zeroModes,
      long hits,
      double rms,
      @JsonUnwrapped @Nullable Sides sides,
      Vector eigenvalues,
      List<String> variables,
      Vector coordinates,
      Found provenance) {}

  private record Found(int run, long job, String method) {}

  @Override
  public Object json() {
    StationaryPoint.Provenance found = point.provenance();
    return new Whole(
        point.id(),
        point.index(),
        point.energy(),
        point.orbit(),
        pointGroupOrder(),
        zeroModes(),
        landscape.hits(point.id()),
        point.rms(),
        Sides.of(landscape, point),
        point.eigenvalues(),
        description.variables(),
        point.coordinates(),
        new Found(found.run(), found.job(), found.method()));
  }

  /** Of atoms: {@code 2 N!} permutations with and without inversion, by the number of copies. */
  private Optional<BigInteger> pointGroupOrder() {
    return ClusterGroup.of(description.potential())
        .map(group -> group.order().divide(point.orbit()));
  }

  /** The eigenvalues that are left out, where a continuous symmetry makes them zero. */
  private Optional<Integer> zeroModes() {
    Potential potential = description.potential();
    double[] x = point.coordinates().toArray();
    int modes =
        potential.nullDirections().size()
            + potential
                .capability(Potential.ZeroModes.class)
                .map(turning -> turning.at(x).size())
                .orElse(0);
    return modes == 0 ? Optional.empty() : Optional.of(modes);
  }

  @Override
  public void print(PrintWriter out) {
    PointLines lines = new PointLines(landscape, point, out);
    lines.printHead();
    pointGroupOrder().ifPresent(order -> lines.line("point group", "of order " + order));
    zeroModes().ifPresent(modes -> lines.line("zero modes", modes));
    lines.printOrigin();
    Table table = new Table("variable", "value");
    List<String> names = description.variables();
    for (int i = 0; i < names.size(); i++) {
      table.row(names.get(i), point.coordinates().get(i));
    }
    out.println();
    table.print(out);
    out.println();
    PointLines.printEigenvalues(out, "Hessian eigenvalues", point);
  }
}
