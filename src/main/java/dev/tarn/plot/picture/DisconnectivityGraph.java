package dev.tarn.plot.picture;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Node;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Notes;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disconnectivity graph (Becker and Karplus 1997; Wales, Miller and Walsh 1998): energy upwards,
 * a branch that ends at its energy for each minimum, branches joined at the lowest threshold at
 * which transition states join their minima. Horizontal distances mean nothing.
 *
 * <p>With thresholds, branches run together between the last threshold at which they are apart and
 * the first at which they are one; without, they are joined by level lines at exactly the barrier.
 * On a logarithmic scale the lowest minimum lies infinitely deep: its branch ends in an arrow at
 * the foot. Parts that no known transition state joins are drawn apart, with a dashed line between
 * them, and the note below says so. Immutable.
 */
public final class DisconnectivityGraph extends TitledPicture {
  private static final double MARGIN = 3.0;
  private static final double RIGHT = 6.0;
  private static final double HIGHEST = 330.0;
  private static final double PROPORTION = 0.85;
  private static final int FEW = 2;
  private static final double PROPORTION_OF_FEW = 0.5;
  private static final double GAP = 3.0;
  private static final double BAR_ROOM = 42.0;

  private final TreeStyle style;
  private final TreeScale scale;
  private final DisconnectivityTree tree;
  private final TreeLayout layout;
  private final Notes notes;
  private final TreeLegend legend;
  private final Rectangle2D area;
  private final TreeLabels labels;

  /**
   * Prepares the picture.
   *
   * @param tree the tree of exact barriers, of at least one minimum
   * @param style how to draw it
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @param notes sentences to be printed below, such as what was left out
   * @throws IllegalArgumentException if the tree has no minimum
   */
  public DisconnectivityGraph(
      DisconnectivityTree tree, TreeStyle style, double width, String title, List<String> notes) {
    super(title, width);
    if (tree.leafCount() == 0) {
      throw new IllegalArgumentException("a disconnectivity graph needs at least one minimum");
    }
    this.style = style;
    scale = TreeScale.of(tree, style);
    this.tree = scale.seen(tree);
    layout = new TreeLayout(this.tree);
    List<String> sentences = new ArrayList<>(notes);
    int parts = this.tree.roots().size();
    if (parts > 1) {
      sentences.add(parts + " parts that no known transition state joins");
    }
    double height = Math.min(HIGHEST, PROPORTION * width);
    if (tree.leafCount() <= FEW) {
      height = Math.min(height, PROPORTION_OF_FEW * Math.max(width, Picture.COLUMN));
    }
    double areaHeight = Math.rint(height);
    double left =
        MARGIN + (style.scaleBar() ? BAR_ROOM : Frame.left(scale.axis(), areaHeight) + GAP);
    legend = new TreeLegend(style.colouring(), width - left - RIGHT);
    area =
        new Rectangle2D.Double(
            left, MARGIN + legend.height() + 0.5 * Text.SIZE, width - left - RIGHT, areaHeight);
    labels = new TreeLabels(this.tree, style.labels(), area.getWidth() / layout.width());
    if (labels.leftOut()) {
      sentences.add("labels left out: " + this.tree.leafCount() + " minima");
    }
    this.notes = new Notes(sentences, area.getWidth());
  }

  /**
   * The picture of a landscape in the default style, one column wide.
   *
   * @param landscape a landscape with at least one minimum
   * @param unit the unit of the energy; empty for none
   * @return the picture of all its minima
   * @throws IllegalArgumentException if it has no minimum
   */
  public static DisconnectivityGraph of(Landscape landscape, String unit) {
    return new DisconnectivityGraph(
        DisconnectivityTree.of(landscape, id -> true),
        TreeStyle.in(unit),
        Picture.COLUMN,
        "Disconnectivity graph",
        List.of());
  }

  @Override
  public double bottom() {
    return area.getMaxY() + GAP + labels.height() + notes.height() + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    legend.draw(g, area.getX(), MARGIN);
    drawGaps(g);
    drawBranches(g);
    labels.draw(g, this::x, node -> y(node.energy()) + arrow(node));
    if (style.scaleBar()) {
      drawScaleBar(g);
    } else {
      // Beside the area, or it would run through the first label.
      Rectangle2D beside =
          new Rectangle2D.Double(area.getX() - GAP, area.getY(), area.getWidth(), area.getHeight());
      new Frame(beside, scale.axis(), scale.axis()).drawLeft(g);
    }
    notes.draw(g, area.getX(), area.getMaxY() + GAP + labels.height());
  }

  private double x(Node node) {
    return area.getX() + area.getWidth() * layout.place(node.number()) / layout.width();
  }

  private double y(double energy) {
    return area.getMaxY() - area.getHeight() * scale.share(energy);
  }

  private void drawBranches(Graphics2D g) {
    Color[] colours = colours();
    double weight = Math.min(0.9, Math.max(0.12, 0.25 * area.getWidth() / layout.width()));
    g.setStroke(Palette.line(weight));
    Shape clip = g.getClip();
    g.clip(
        new Rectangle2D.Double(
            area.getX(), area.getY(), area.getWidth(), area.getHeight() + 2.0 * GAP));
    for (Node node : tree.nodes()) {
      g.setColor(colours[node.number()]);
      g.draw(branch(node));
      if (arrow(node) > 0.0) {
        drawArrow(g, x(node), area.getMaxY());
      }
    }
    g.setClip(clip);
  }

  /** From where a superbasin or minimum begins up to the superbasin that it becomes part of. */
  private Shape branch(Node node) {
    double x = x(node);
    if (node.parent() == DisconnectivityTree.NONE) {
      return new Line2D.Double(x, y(node.energy()), x, area.getY());
    }
    Node parent = tree.nodes().get(node.parent());
    Path2D path = new Path2D.Double();
    path.moveTo(x, y(node.energy()));
    boolean exact = scale.thresholds().length == 0;
    double shoulder = exact ? parent.energy() : scale.before(parent.energy());
    if (shoulder > node.energy()) {
      path.lineTo(x, y(shoulder));
    }
    path.lineTo(x(parent), y(parent.energy()));
    return path;
  }

  /** A superbasin has the colour of its minima where they are of one. */
  private Color[] colours() {
    List<Node> nodes = tree.nodes();
    Color[] colours = new Color[nodes.size()];
    for (Node node : nodes) {
      Color colour =
          node.isLeaf()
              ? style.colouring().map(c -> c.colour(node.id())).orElse(Palette.INK)
              : colours[node.children().get(0)];
      for (int child : node.children()) {
        colour = colours[child].equals(colour) ? colour : Palette.INK;
      }
      colours[node.number()] = colour;
    }
    return colours;
  }

  /** How far the arrow of a branch that goes on below the scale reaches beyond its foot. */
  private double arrow(Node node) {
    return node.isLeaf() && scale.isBelow(node.energy()) ? GAP : 0.0;
  }

  private static void drawArrow(Graphics2D g, double x, double y) {
    Path2D tip = new Path2D.Double();
    tip.moveTo(x - 0.6 * GAP, y);
    tip.lineTo(x, y + GAP);
    tip.lineTo(x + 0.6 * GAP, y);
    tip.closePath();
    g.fill(tip);
  }

  private void drawGaps(Graphics2D g) {
    g.setColor(Palette.MUTED);
    g.setStroke(Palette.dashed(0.4, 2.0, 2.0));
    for (double gap : layout.gaps()) {
      double x = area.getX() + area.getWidth() * gap / layout.width();
      g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
    }
  }

  /** A bar of a round length: about a fifth of a linear scale, a factor of ten on the other. */
  private void drawScaleBar(Graphics2D g) {
    Axis axis = scale.axis();
    double length;
    String label;
    if (style.logarithmic()) {
      length = axis.share(10.0 * axis.low());
      label = "factor 10";
    } else {
      Axis fifth = Axis.aroundLogarithms("", 0.2 * (axis.high() - axis.low()));
      length = fifth.low() / (axis.high() - axis.low());
      label = Axis.label(fifth.low()) + style.behind(" ");
    }
    double x = area.getX() - 0.35 * BAR_ROOM;
    double middle = area.getMaxY() - 0.3 * area.getHeight();
    double half = 0.5 * length * area.getHeight();
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(1.6));
    g.draw(new Line2D.Double(x, middle - half, x, middle + half));
    Text.drawUpwards(g, label, x - 2.0 * GAP, middle, Text.SIZE, Text.Anchor.MIDDLE);
  }

  /**
   * How a disconnectivity graph is drawn.
   *
   * @param logarithmic whether the energy above the lowest minimum is on a logarithmic scale
   * @param thresholds how many thresholds there are, at least 2, or 0 to let every superbasin form
   *     at exactly its barrier
   * @param lowest where the scale begins, in energy above the lowest minimum; without it where the
   *     tree does
   * @param highest where the scale ends, in energy above the lowest minimum; without it just above
   *     the highest barrier
   * @param scaleBar whether a bar with its length stands for the scale, instead of an axis
   * @param labels whether the minima's ids are shown where they fit
   * @param colouring the colours of the branches; without it all are of one colour
   * @param unit the unit of the energy, for example {@code "nats"}; empty for none
   * @param what what the scale shows, without its unit
   */
  public record TreeStyle(
      boolean logarithmic,
      int thresholds,
      Optional<Double> lowest,
      Optional<Double> highest,
      boolean scaleBar,
      boolean labels,
      Optional<Colouring> colouring,
      String unit,
      String what) {
    private static final String ENERGY = "energy above the lowest minimum";

    /** With energies above that of the lowest minimum on the scale. */
    public TreeStyle(
        boolean logarithmic,
        int thresholds,
        Optional<Double> lowest,
        Optional<Double> highest,
        boolean scaleBar,
        boolean labels,
        Optional<Colouring> colouring,
        String unit) {
      this(logarithmic, thresholds, lowest, highest, scaleBar, labels, colouring, unit, ENERGY);
    }

    /**
     * Checks the numbers.
     *
     * @param logarithmic as above
     * @param thresholds as above
     * @param lowest as above
     * @param highest as above
     * @param scaleBar as above
     * @param labels as above
     * @param colouring as above
     * @param unit as above
     * @throws IllegalArgumentException if there is one threshold or a negative number of them, or
     *     the range is not ascending, or not positive on a logarithmic scale
     */
    public TreeStyle {
      if (thresholds < 0 || thresholds == 1) {
        throw new IllegalArgumentException(
            "the number of thresholds is 0, for exact barriers, or at least 2, not " + thresholds);
      }
      double low = lowest.orElse(0.0);
      if (!(low >= 0.0) || (lowest.isPresent() && logarithmic && low == 0.0)) {
        throw new IllegalArgumentException(
            "the lowest energy is 0 or more above the lowest minimum, on a logarithmic scale more"
                + " than 0, not "
                + low);
      }
      double high = highest.orElse(Double.POSITIVE_INFINITY);
      if (!(high > low) || (highest.isPresent() && Double.isInfinite(high))) {
        throw new IllegalArgumentException(
            "the highest energy is above the lowest, " + low + ", and finite, not " + high);
      }
    }

    /** The unit behind a number or a word, if there is one. */
    String behind(String separator) {
      return unit.isEmpty() ? "" : separator + unit;
    }

    /**
     * Linear, 60 thresholds, the whole range, an axis, labels, one colour, no unit.
     *
     * @return the style
     */
    public static TreeStyle defaults() {
      return in("");
    }

    /** The same with a unit. */
    static TreeStyle in(String unit) {
      return new TreeStyle(
          false, 60, Optional.empty(), Optional.empty(), false, true, Optional.empty(), unit);
    }
  }
}
