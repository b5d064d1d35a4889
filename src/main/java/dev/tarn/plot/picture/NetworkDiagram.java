package dev.tarn.plot.picture;

import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.LayeredNetwork.Layer;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Key;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A network as nodes and links, as in the insets of figures 2 to 6 of Mehta, Zhao, Bernal and Wales
 * (2018): inputs on the left, outputs on the right, and above each column the bias of the next one,
 * a square.
 *
 * <p>A link is drawn where the weight's magnitude is beyond a cutoff, solid for a positive weight
 * and dashed for a negative one, as wide as the magnitude says; one thinner than 0.2 points is
 * drawn that thin. A node without links is drawn hollow. Units are counted from 0 and inputs from
 * 1, as in the names of the weights. Readable up to {@link #READABLE} units in a column; more are
 * drawn closer, from some number on without their names. Immutable.
 */
public final class NetworkDiagram extends TitledPicture {
  /** How many units of a column can be told apart in a picture of a journal's column width. */
  public static final int READABLE = 20;

  private static final double MARGIN = 4.0;
  private static final double SMALLEST_NAMED = 4.5;
  private static final double WIDEST_LINK = 3.0;
  private static final double THINNEST_LINK = 0.2;
  private static final double OUTLINE = 0.7;
  private static final double KEY_GAP = 8.0;
  private static final Color BIAS = Palette.ORANGE;

  private final LayeredNetwork network;
  private final List<Integer> multiplicities;
  private final double cutoff;
  private final DiagramLayout layout;
  private final double largest;
  private final Key key;

  /** A link to be drawn. */
  private record Link(double x1, double y1, double x2, double y2, double weight) {}

  /**
   * Prepares the picture.
   *
   * @param network the weights
   * @param cutoff the largest magnitude that counts as zero, 0 or more; the paper takes 1e-10
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @throws IllegalArgumentException if the cutoff is negative or no number
   */
  public NetworkDiagram(LayeredNetwork network, double cutoff, double width, String title) {
    this(network, List.of(), cutoff, width, title);
  }

  /**
   * Prepares the picture of a network in which each node of the first hidden layer stands for a
   * number of equal units, which takes the place of its name.
   *
   * @param network the weights, each unit once
   * @param multiplicities how many units each node stands for; empty to name the nodes
   * @param cutoff as above
   * @param width as above
   * @param title as above
   * @throws IllegalArgumentException if the cutoff is negative or no number
   */
  public NetworkDiagram(
      LayeredNetwork network,
      List<Integer> multiplicities,
      double cutoff,
      double width,
      String title) {
    super(title, width);
    if (!(cutoff >= 0.0)) {
      throw new IllegalArgumentException("the cutoff of weights is 0 or more, not " + cutoff);
    }
    this.network = network;
    this.multiplicities = List.copyOf(multiplicities);
    this.cutoff = cutoff;
    layout = new DiagramLayout(network, width);
    largest = network.largest();
    key = new Key(items(), width - 2.0 * MARGIN);
  }

  /** The same diagram without the key below it, for a place that explains the signs itself. */
  NetworkDiagram bare() {
    return new NetworkDiagram(this);
  }

  private NetworkDiagram(NetworkDiagram whole) {
    super(whole.title(), whole.width());
    network = whole.network;
    multiplicities = whole.multiplicities;
    cutoff = whole.cutoff;
    layout = whole.layout;
    largest = whole.largest;
    key = new Key(List.of(), width());
  }

  @Override
  public double bottom() {
    return (key.height() > 0.0 ? keyTop() + key.height() : layout.bottom()) + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    List<Link> links = links();
    // Strong links lie lowest, so that they hide no weak ones.
    links.sort(Comparator.comparingDouble(link -> -Math.abs(link.weight())));
    for (Link link : links) {
      drawLink(g, link);
    }
    int last = network.layers().size();
    for (int column = 0; column <= last; column++) {
      for (int node = 0; node < network.size(column); node++) {
        drawNode(g, column, node);
      }
      if (column < last) {
        drawBias(g, layout.x(column), layout.biasY(), isBiasConnected(column));
      }
    }
    key.draw(g, MARGIN, keyTop());
  }

  private double keyTop() {
    return layout.bottom() + KEY_GAP;
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int column = 0; column < network.layers().size(); column++) {
      Layer layer = network.layers().get(column);
      for (int unit = 0; unit < layer.size(); unit++) {
        double x2 = layout.x(column + 1);
        double y2 = layout.y(column + 1, unit);
        Vector weights = layer.links().get(unit);
        for (int node = 0; node < weights.length(); node++) {
          add(links, new Link(layout.x(column), layout.y(column, node), x2, y2, weights.get(node)));
        }
        add(links, new Link(layout.x(column), layout.biasY(), x2, y2, layer.biases().get(unit)));
      }
    }
    return links;
  }

  private void add(List<Link> links, Link link) {
    if (Math.abs(link.weight()) > cutoff) {
      links.add(link);
    }
  }

  private boolean isBiasConnected(int column) {
    return network.layers().get(column).biases().stream().anyMatch(b -> Math.abs(b) > cutoff);
  }

  private boolean anyUnconnected() {
    boolean any = false;
    for (int column = 0; column <= network.layers().size(); column++) {
      for (int node = 0; node < network.size(column); node++) {
        any |= !network.isConnected(column, node, cutoff);
      }
      any |= column < network.layers().size() && !isBiasConnected(column);
    }
    return any;
  }

  private void drawLink(Graphics2D g, Link link) {
    g.setColor(colour(link.weight()));
    g.setStroke(stroke(link.weight(), thickness(link.weight())));
    g.draw(new Line2D.Double(link.x1(), link.y1(), link.x2(), link.y2()));
  }

  private double thickness(double weight) {
    double widest = WIDEST_LINK * layout.scale();
    return Math.max(THINNEST_LINK, widest * Math.abs(weight) / largest);
  }

  private static Color colour(double weight) {
    return weight > 0.0 ? Palette.VERMILION : Palette.BLUE;
  }

  private static BasicStroke stroke(double weight, double thickness) {
    return weight > 0.0
        ? Palette.line(thickness)
        : Palette.dashed(thickness, 3.0 + 1.2 * thickness, 1.8 + 0.6 * thickness);
  }

  private void drawNode(Graphics2D g, int column, int node) {
    double x = layout.x(column);
    double y = layout.y(column, node);
    double radius = layout.radius(column);
    boolean connected = network.isConnected(column, node, cutoff);
    drawShape(
        g,
        new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius),
        connected,
        Palette.FAINT);
    drawName(g, name(column, node), x, y, radius, connected);
  }

  private String name(int column, int node) {
    if (column == 0) {
      return "x_{" + (node + 1) + "}";
    }
    if (column == 1 && !multiplicities.isEmpty()) {
      return multiplicities.get(node) + "×";
    }
    return (column == network.layers().size() ? "y_{" : "h_{") + node + "}";
  }

  private static void drawBias(Graphics2D g, double x, double y, boolean connected) {
    double half = 0.88 * DiagramLayout.RADIUS;
    drawShape(
        g, new Rectangle2D.Double(x - half, y - half, 2.0 * half, 2.0 * half), connected, BIAS);
    drawName(g, "b", x, y, DiagramLayout.RADIUS, connected);
  }

  private static void drawShape(Graphics2D g, Shape shape, boolean connected, Color fill) {
    g.setColor(connected ? fill : Color.WHITE);
    g.fill(shape);
    g.setColor(connected ? Palette.INK : Palette.MUTED);
    g.setStroke(connected ? Palette.line(OUTLINE) : Palette.dashed(OUTLINE, 1.6, 1.4));
    g.draw(shape);
  }

  private static void drawName(
      Graphics2D g, String name, double x, double y, double radius, boolean connected) {
    if (radius >= SMALLEST_NAMED) {
      double size = Text.SIZE * radius / DiagramLayout.RADIUS;
      g.setColor(connected ? Palette.INK : Palette.MUTED);
      double base = y + 0.5 * Text.DIGIT_HEIGHT * size;
      Text.draw(g, name, x, base, size, Text.Anchor.MIDDLE);
    }
  }

  private List<Key.Item> items() {
    List<Key.Item> items = new ArrayList<>();
    if (largest > cutoff) {
      items.add(line("positive weight", colour(1.0), stroke(1.0, 1.2)));
      items.add(line("negative weight", colour(-1.0), stroke(-1.0, 1.2)));
      items.add(
          line(
              "|w| = " + Axis.label(largest) + ", the largest",
              Palette.MUTED,
              stroke(1.0, thickness(largest))));
      items.add(new Key.Item("bias", (g, x, y) -> drawShape(g, small(x, y), true, BIAS)));
    }
    if (anyUnconnected()) {
      items.add(
          new Key.Item(
              "no |w| above " + Axis.label(cutoff),
              (g, x, y) ->
                  drawShape(
                      g, new Ellipse2D.Double(x - 3.5, y - 3.5, 7.0, 7.0), false, Color.WHITE)));
    }
    return items;
  }

  private static Shape small(double x, double y) {
    return new Rectangle2D.Double(x - 3.0, y - 3.0, 6.0, 6.0);
  }

  private static Key.Item line(String text, Color colour, BasicStroke stroke) {
    double half = 0.5 * (Key.SYMBOL - stroke.getLineWidth());
    return new Key.Item(
        text,
        (g, x, y) -> {
          g.setColor(colour);
          g.setStroke(stroke);
          g.draw(new Line2D.Double(x - half, y, x + half, y));
        });
  }
}
