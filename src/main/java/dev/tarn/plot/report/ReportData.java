package dev.tarn.plot.report;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.plot.picture.TreeLayout;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.RunRecord;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
import dev.tarn.surfaces.atoms.ClusterGroup;
import dev.tarn.text.Json;
import dev.tarn.text.TarnVersion;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.xor.XorProblem;
import java.util.List;
import java.util.Optional;

/** Everything that the page shows, as one JSON object. */
final class ReportData {
  private ReportData() {}

  private record Page(
      String source,
      String version,
      String unit,
      int dimension,
      @JsonInclude(NON_EMPTY) Optional<Model> network,
      @JsonInclude(NON_EMPTY) List<String> variables,
      @JsonInclude(NON_EMPTY) Optional<Integer> atoms,
      List<PointData.Example> training,
      @JsonInclude(NON_EMPTY) Optional<Square> map,
      List<PointData.Column> quantities,
      List<PointData.Point> points,
      List<PointData.Degenerate> degenerate,
      Tree tree,
      @JsonInclude(NON_EMPTY) Optional<Integer> zero,
      @JsonInclude(NON_EMPTY) Optional<Tree> treeWithoutZero,
      Verdict completeness,
      @JsonInclude(NON_EMPTY) Optional<Long> proven,
      @JsonInclude(NON_EMPTY) Optional<Harmonic> harmonic,
      List<Run> runs) {}

  private record Harmonic(List<HarmonicModel.Well> wells, List<Pass> passes) {}

  private record Pass(double energy, double logWeight, int from, int to) {}

  private record Model(
      List<String> inputs,
      double aucTolerance,
      double zeroWeight,
      boolean byUnit,
      List<PointData.LayerKind> layers) {}

  private record Square(double low, double step, int size, String classes) {}

  private record Tree(double width, List<Double> gaps, List<Node> nodes) {}

  private record Node(
      int id, double energy, int minima, double place, int parent, List<Integer> children) {}

  private record Verdict(
      boolean enumerated,
      String morseSum,
      Optional<String> expectedSum,
      boolean complete,
      String morseSumWithDegenerate,
      double estimatedMissing) {}

  private record Run(
      int id,
      String goal,
      String status,
      String effort,
      String seed,
      int threads,
      long jobs,
      long searches,
      long quiet,
      long degenerate,
      long failedPaths,
      String version,
      String java,
      String started,
      @JsonInclude(NON_EMPTY) Optional<String> finished,
      String configuration) {}

  /** The object as text. */
  static String of(
      String source,
      PotentialCodec.Description model,
      Landscape landscape,
      List<RunRecord> runs,
      Optional<Long> proven,
      double aucTolerance) {
    Potential potential = model.potential();
    Optional<Network> network =
        potential instanceof Network it ? Optional.of(it) : Optional.empty();
    PointData points = new PointData(potential, landscape, aucTolerance);
    // Where all variables of another potential vanish, nothing is special.
    Optional<Integer> zero =
        network.isEmpty()
            ? Optional.empty()
            : landscape.minima().stream()
                .filter(PointQuantities::isZero)
                .map(StationaryPoint::id)
                .findFirst();
    return Json.line(
        new Page(
            source,
            TarnVersion.current(),
            network.isPresent() ? "nats" : "",
            potential.dimension(),
            network.map(it -> model(it, aucTolerance)),
            network.isPresent() ? List.of() : model.variables(),
            ClusterGroup.of(potential).map(group -> potential.dimension() / 3),
            network.map(it -> PointData.training(it.data())).orElse(List.of()),
            network.filter(Network::isXor).map(it -> map()),
            points.columns(),
            points.points(),
            points.degeneratePoints(),
            tree(DisconnectivityTree.of(landscape, id -> true)),
            zero,
            zero.map(id -> tree(DisconnectivityTree.of(landscape, other -> !id.equals(other)))),
            verdict(
                Completeness.of(
                    landscape,
                    potential.eulerCharacteristic(),
                    RunRecord.enumerated(runs, landscape)),
                runs),
            proven,
            harmonic(landscape, potential),
            runs.stream().map(ReportData::run).toList()));
  }

  /** Nothing where there are no minima, kinks, or no full spectra. */
  private static Optional<Harmonic> harmonic(Landscape landscape, Potential potential) {
    try {
      HarmonicModel model = HarmonicModel.of(landscape, potential);
      return Optional.of(
          new Harmonic(
              model.wells(),
              model.passes().stream()
                  .map(p -> new Pass(p.energy(), p.logWeight(), p.from(), p.to()))
                  .toList()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The inputs of the sensitivity map, and by rows which class is right there. */
  private static Square map() {
    InputGrid grid = InputGrid.ofThePaper();
    Region ones = XorProblem.ones();
    StringBuilder classes = new StringBuilder();
    for (int row = 0; row < grid.size(); row++) {
      for (int column = 0; column < grid.size(); column++) {
        classes.append(ones.contains(grid.at(column), grid.at(row)) ? 1 : 0);
      }
    }
    return new Square(grid.low(), grid.step(), grid.size(), classes.toString());
  }

  private static Model model(Network network, double aucTolerance) {
    return new Model(
        network.data().inputNames(),
        aucTolerance,
        PointQuantities.ZERO_WEIGHT,
        network.layout().isByUnit(),
        PointData.layers(network.architecture()));
  }

  private static Tree tree(DisconnectivityTree tree) {
    TreeLayout layout = new TreeLayout(tree);
    return new Tree(
        layout.width(),
        layout.gaps(),
        tree.nodes().stream()
            .map(
                node ->
                    new Node(
                        node.id(),
                        node.energy(),
                        node.minima(),
                        layout.place(node.number()),
                        node.parent(),
                        node.children()))
            .toList());
  }

  private static Verdict verdict(Completeness found, List<RunRecord> runs) {
    return new Verdict(
        runs.stream().anyMatch(run -> run.goal().equals(ExplorerSettings.Goal.ENUMERATE.label())),
        found.morseSum().toString(),
        found.expectedSum().stream().mapToObj(Long::toString).findFirst(),
        found.complete(),
        found.morseSumWithDegenerate().toString(),
        found.estimatedMissing());
  }

  private static Run run(RunRecord run) {
    return new Run(
        run.id(),
        run.goal(),
        run.status(),
        run.effort(),
        Long.toString(run.seed()),
        run.threads(),
        run.jobs(),
        run.searches(),
        run.quiet(),
        run.degenerate(),
        run.failedPaths(),
        run.version(),
        run.java(),
        run.started().toString(),
        run.finished().map(Object::toString),
        run.configuration());
  }
}
