package dev.tarn.plot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.explore.Goal;
import dev.tarn.landscape.Completeness;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.NetworkModel;
import dev.tarn.network.XorNetwork;
import dev.tarn.plot.picture.TreeLayout;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.ExactJson;
import dev.tarn.store.ModelDescription;
import dev.tarn.store.RunRecord;
import dev.tarn.store.TarnVersion;
import dev.tarn.study.InputGrid;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.Quantity;
import dev.tarn.study.Region;
import dev.tarn.xor.XorProblem;
import java.util.List;
import java.util.Optional;

/** Everything that the page shows, as one JSON object. */
final class ReportData {
  private static final JsonMapper MAPPER = ExactJson.mapper();

  private ReportData() {}

  /** The object as text. */
  static String of(
      String source,
      ModelDescription model,
      Landscape landscape,
      List<RunRecord> runs,
      double aucTolerance) {
    ObjectNode data = MAPPER.createObjectNode();
    data.put("source", source);
    data.put("version", TarnVersion.current());
    NetworkModel network = model.network();
    data.set("network", network(model, network, aucTolerance));
    data.set("training", PointData.training(network.data()));
    if (network instanceof XorNetwork) {
      data.set("map", map());
    }
    data.set("quantities", quantities(network));
    PointData points = new PointData(network, landscape, aucTolerance);
    data.set("points", points.points());
    data.set("degenerate", points.degeneratePoints());
    data.set("tree", tree(DisconnectivityTree.of(landscape, id -> true)));
    Optional<StationaryPoint> zero =
        landscape.minima().stream().filter(PointQuantities::isZero).findFirst();
    if (zero.isPresent()) {
      int id = zero.get().id();
      data.put("zero", id);
      data.set("treeWithoutZero", tree(DisconnectivityTree.of(landscape, other -> other != id)));
    }
    data.set("completeness", completeness(Completeness.of(landscape, runs), runs));
    ArrayNode history = data.putArray("runs");
    runs.forEach(run -> history.add(run(run)));
    try {
      return MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The inputs of the sensitivity map, and by rows which class is right there. */
  private static ObjectNode map() {
    InputGrid grid = InputGrid.ofThePaper();
    Region ones = XorProblem.ones();
    StringBuilder classes = new StringBuilder();
    for (int row = 0; row < grid.size(); row++) {
      for (int column = 0; column < grid.size(); column++) {
        classes.append(ones.contains(grid.at(column), grid.at(row)) ? 1 : 0);
      }
    }
    return MAPPER
        .createObjectNode()
        .put("low", grid.low())
        .put("step", grid.step())
        .put("size", grid.size())
        .put("classes", classes.toString());
  }

  private static ObjectNode network(
      ModelDescription model, NetworkModel network, double aucTolerance) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("title", model.toString());
    node.put("dimension", network.dimension());
    network.data().inputNames().forEach(node.putArray("inputs")::add);
    node.put("aucTolerance", aucTolerance);
    node.put("zeroWeight", PointQuantities.ZERO_WEIGHT);
    node.set("layers", PointData.layers(network.architecture()));
    return node;
  }

  private static ArrayNode quantities(NetworkModel network) {
    ArrayNode all = MAPPER.createArrayNode();
    for (Quantity quantity : PointData.quantities(network)) {
      all.addObject()
          .put("key", quantity.name())
          .put("title", quantity.title())
          .put("kind", quantity.kind().name());
    }
    return all;
  }

  private static ObjectNode tree(DisconnectivityTree tree) {
    TreeLayout layout = new TreeLayout(tree);
    ObjectNode whole = MAPPER.createObjectNode();
    whole.put("width", layout.width());
    ArrayNode gaps = whole.putArray("gaps");
    layout.gaps().forEach(gaps::add);
    ArrayNode nodes = whole.putArray("nodes");
    for (DisconnectivityTree.Node node : tree.nodes()) {
      ObjectNode json = nodes.addObject();
      json.put("id", node.id());
      json.put("energy", node.energy());
      json.put("minima", node.minima());
      json.put("place", layout.place(node.number()));
      json.put("parent", node.parent());
      ArrayNode children = json.putArray("children");
      node.children().forEach(children::add);
    }
    return whole;
  }

  private static ObjectNode completeness(Completeness found, List<RunRecord> runs) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put(
        "enumerated", runs.stream().anyMatch(run -> run.goal().equals(Goal.ENUMERATE.label())));
    node.put("morseSum", found.morseSum().toString());
    node.put("complete", found.complete());
    node.put("morseSumWithDegenerate", found.morseSumWithDegenerate().toString());
    node.put("estimatedMissing", found.estimatedMissing());
    return node;
  }

  private static ObjectNode run(RunRecord run) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", run.id());
    node.put("goal", run.goal());
    node.put("status", run.status());
    node.put("effort", run.effort());
    node.put("seed", Long.toString(run.seed()));
    node.put("threads", run.threads());
    node.put("jobs", run.jobs());
    node.put("searches", run.searches());
    node.put("quiet", run.quiet());
    node.put("degenerate", run.degenerate());
    node.put("failedPaths", run.failedPaths());
    node.put("version", run.version());
    node.put("java", run.java());
    node.put("started", run.started().toString());
    run.finished().ifPresent(end -> node.put("finished", end.toString()));
    node.put("configuration", run.configuration());
    return node;
  }
}
