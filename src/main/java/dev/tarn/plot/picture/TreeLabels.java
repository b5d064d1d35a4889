package dev.tarn.plot.picture;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Node;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.font.Text;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ids below the branches of a disconnectivity graph: level where they fit side by side, upright
 * where only that fits, and none where branches are closer still. Immutable.
 */
final class TreeLabels {
  private static final double LARGEST = Text.SIZE;
  private static final double SMALLEST = 4.0;
  private static final double GAP = 2.5;

  private final List<Node> leaves;
  private final boolean wanted;
  private final boolean upright;
  private final double size;
  private final double longest;

  TreeLabels(DisconnectivityTree tree, boolean wanted, double spacing) {
    leaves = tree.leaves();
    this.wanted = wanted;
    double widest = 0.0;
    for (Node leaf : leaves) {
      widest = Math.max(widest, Text.width(Integer.toString(leaf.id()), 1.0));
    }
    upright = widest * LARGEST + GAP > spacing;
    size = upright ? Math.min(LARGEST, spacing / 1.05) : LARGEST;
    longest = widest * size;
  }

  /** Whether labels were asked for and do not fit. */
  boolean leftOut() {
    return wanted && size < SMALLEST;
  }

  /** The height that they need below the lowest branch. */
  double height() {
    return !shown() ? 0.0 : GAP + (upright ? longest : size);
  }

  void draw(Graphics2D g, ToDoubleFunction<Node> x, ToDoubleFunction<Node> y) {
    if (!shown()) {
      return;
    }
    g.setColor(Palette.INK);
    for (Node leaf : leaves) {
      String text = Integer.toString(leaf.id());
      double at = x.applyAsDouble(leaf);
      double top = y.applyAsDouble(leaf) + GAP;
      double half = 0.5 * Text.DIGIT_HEIGHT * size;
      if (upright) {
        Text.drawUpwards(g, text, at + half, top, size, Text.Anchor.END);
      } else {
        Text.draw(g, text, at, top + 2.0 * half, size, Text.Anchor.MIDDLE);
      }
    }
  }

  private boolean shown() {
    return wanted && size >= SMALLEST;
  }
}
