package dev.tarn.plot.picture;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Node;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import java.util.List;

/**
 * The energy scale of a disconnectivity graph: which energies it shows, and its thresholds.
 *
 * @param zero the energy of the lowest minimum
 * @param axis the energy above it
 * @param thresholds the thresholds, ascending; empty for exact barriers
 */
record TreeScale(double zero, Axis axis, double[] thresholds) {
  private static final double MARGIN = 0.04;

  /**
   * How far below what it is to show a logarithmic scale begins, as a ratio. From a mark of 1, 2 or
   * 5 at most as high on, the next one is shown as well.
   */
  private static final double BELOW = 0.4;

  static TreeScale of(DisconnectivityTree tree, TreeStyle style) {
    List<Node> nodes = tree.nodes();
    double zero = nodes.get(0).energy();
    double top = 0.0;
    double smallest = Double.POSITIVE_INFINITY;
    double highestBarrier = zero;
    for (Node node : nodes) {
      double above = node.energy() - zero;
      top = Math.max(top, above);
      smallest = above > 0.0 ? Math.min(smallest, above) : smallest;
      highestBarrier = node.isLeaf() ? highestBarrier : Math.max(highestBarrier, node.energy());
    }
    if (top == 0.0) {
      // A lone minimum has no scale of its own.
      top = zero == 0.0 ? 1.0 : Math.abs(zero);
      smallest = 0.1 * top;
    }
    String title = style.what() + style.behind(" / ");
    Axis axis;
    if (style.logarithmic()) {
      double low = style.lowest().orElse(markBelow(smallest));
      // On to a mark of the axis, nothing but the trunk would be seen.
      double end = top * StrictMath.pow(top / low, MARGIN / (1.0 - MARGIN));
      double high = style.highest().orElse(top > low ? end : 10.0 * low);
      axis = new Axis(title, low, high, Axis.Scale.LOGARITHMIC);
    } else {
      double low = style.lowest().orElse(0.0);
      double high = style.highest().orElse(Math.max(top, low * 1.1) * (1.0 + MARGIN));
      axis = new Axis(title, low, high, Axis.Scale.LINEAR);
    }
    return new TreeScale(zero, axis, thresholds(style, axis, zero, highestBarrier));
  }

  /** The mark where a logarithmic scale begins that is to show energies from one on. */
  static double markBelow(double lowest) {
    return Axis.aroundLogarithms("", BELOW * lowest).low();
  }

  /** The tree that is drawn. */
  DisconnectivityTree seen(DisconnectivityTree tree) {
    return thresholds.length == 0 ? tree : tree.at(thresholds);
  }

  /** Where an energy stands: 0 at the foot of the scale, 1 at its top; below the foot at it. */
  double share(double energy) {
    double above = energy - zero;
    return above <= axis.low() ? 0.0 : axis.share(above);
  }

  /** Whether an energy lies below what the scale shows. */
  boolean isBelow(double energy) {
    return energy - zero < axis.low();
  }

  /** The highest threshold below that of a superbasin. */
  double before(double threshold) {
    double before = Double.NEGATIVE_INFINITY;
    for (double level : thresholds) {
      before = level < threshold ? level : before;
    }
    return before;
  }

  /**
   * Equally spaced on the scale. The last one is the highest barrier itself, so that whatever is
   * joined at all is joined in the tree, if need be above the picture.
   */
  private static double[] thresholds(TreeStyle style, Axis axis, double zero, double highest) {
    int count = style.thresholds();
    if (count == 0 || highest <= zero) {
      return new double[0];
    }
    double top = Math.min(axis.high(), highest - zero);
    double[] levels = new double[count];
    for (int k = 0; k < count; k++) {
      double share = k / (count - 1.0);
      double above =
          style.logarithmic()
              ? axis.low() * StrictMath.pow(Math.max(top / axis.low(), 1.0), share)
              : axis.low() + Math.max(top - axis.low(), 0.0) * share;
      levels[k] = zero + above;
    }
    levels[count - 1] = highest;
    return levels;
  }
}
