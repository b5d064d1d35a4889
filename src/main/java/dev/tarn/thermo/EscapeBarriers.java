package dev.tarn.thermo;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Node;
import dev.tarn.potential.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Barriers out of each well, exactly, from the disconnectivity tree. Immutable.
 *
 * @param lowest from each well the lowest barrier to any other one; infinite where no pass is known
 * @param persistence the barrier to the first lower well, the persistence of the well; infinite for
 *     the lowest one and where no pass leads lower
 * @param toLowest the barrier to the lowest well of all; 0 for itself, infinite where no path is
 *     known
 */
public record EscapeBarriers(Vector lowest, Vector persistence, Vector toLowest) {

  /**
   * The barriers of a model.
   *
   * @param model the model
   * @return a barrier for each well, in the order of the wells
   */
  public static EscapeBarriers of(HarmonicModel model) {
    DisconnectivityTree tree = tree(model);
    List<Node> nodes = tree.nodes();
    Map<Integer, Integer> leaves = new HashMap<>();
    tree.leaves().forEach(leaf -> leaves.put(leaf.id(), leaf.number()));
    int size = model.wells().size();
    int ground = nodes.get(0).number();
    double[] lowest = infinite(size);
    double[] persistence = infinite(size);
    double[] toLowest = infinite(size);
    for (int k = 0; k < size; k++) {
      Node leaf = nodes.get(leaves.getOrDefault(model.wells().get(k).id(), 0));
      toLowest[k] = leaf.number() == ground ? 0.0 : toLowest[k];
      for (int up = leaf.parent(); up != DisconnectivityTree.NONE; up = nodes.get(up).parent()) {
        Node node = nodes.get(up);
        double barrier = node.energy() - leaf.energy();
        lowest[k] = Math.min(lowest[k], barrier);
        if (node.lowest() != leaf.number()) {
          persistence[k] = Math.min(persistence[k], barrier);
        }
        if (node.lowest() == ground) {
          toLowest[k] = Math.min(toLowest[k], barrier);
        }
      }
    }
    return new EscapeBarriers(Vector.of(lowest), Vector.of(persistence), Vector.of(toLowest));
  }

  private static double[] infinite(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.POSITIVE_INFINITY);
    return values;
  }

  private static DisconnectivityTree tree(HarmonicModel model) {
    return DisconnectivityTree.of(
        model.wells().stream()
            .map(well -> new DisconnectivityTree.Minimum(well.id(), well.energy()))
            .toList(),
        model.passes().stream()
            .map(
                pass ->
                    new DisconnectivityTree.Barrier(
                        pass.id(),
                        pass.energy(),
                        model.wells().get(pass.from()).id(),
                        model.wells().get(pass.to()).id()))
            .toList());
  }

  /**
   * The frustration index (de Souza, Stevenson, Niblett, Farrell and Wales, J. Chem. Phys. 146,
   * 124103, 2017): {@code sum p_i B_i / (E_i - E_0)} over all wells but the lowest, {@code B_i} the
   * barrier to the lowest. Wells without a known path to it, and wells of the same energy, are left
   * out.
   *
   * @param model the model that these barriers are of
   * @param occupations the share of each well
   * @return the index; 0 for a single well
   */
  public double frustration(HarmonicModel model, Vector occupations) {
    return frustration(model, occupations, 0.0);
  }

  /**
   * The frustration index with barriers as a grid of thresholds sees them, which PATHSAMPLE takes.
   *
   * @param model the model that these barriers are of
   * @param occupations the share of each well
   * @param step the distance of thresholds, the first of which is the lowest energy; 0 for exact
   *     barriers
   * @return the index; 0 for a single well
   */
  double frustration(HarmonicModel model, Vector occupations, double step) {
    double ground = model.wells().stream().mapToDouble(well -> well.energy()).min().orElseThrow();
    double sum = 0.0;
    for (int k = 0; k < model.wells().size(); k++) {
      double above = model.wells().get(k).energy() - ground;
      if (above > 0.0 && Double.isFinite(toLowest.get(k))) {
        double top = above + toLowest.get(k);
        double seen = step > 0.0 ? step * Math.ceil(top / step) : top;
        sum += occupations.get(k) * (seen - above) / above;
      }
    }
    return sum;
  }
}
