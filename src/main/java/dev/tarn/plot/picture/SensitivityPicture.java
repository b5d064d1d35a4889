package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Key;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.InputGrid;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's answers over the plane of its inputs: the probability of class 1 as colour, blue for
 * 0, white for 0.5, red for 1; a solid line where it is 0.5 and dashed ones where the right answer
 * changes; on top the training points, triangles for class 0 and squares for class 1. Below stands
 * which part of the square is answered right, and how far from a training point the nearest wrong
 * answer is.
 *
 * <p>Each input of the grid is a cell of one colour around it. The lines tell the classes apart in
 * print without colour, where blue and red look the same. Immutable.
 */
public final class SensitivityPicture extends TitledPicture {
  private static final double MARGIN = 3.0;
  private static final double BAR_GAP = 7.0;
  private static final double BAR = 7.0;
  private static final double BAR_ROOM = 40.0;

  /** Half of the last number of the axis. */
  private static final double BARE_RIGHT = 8.0;

  private static final double TICK = 2.5;
  private static final double GAP = 2.5;
  private static final double LINE = 0.8;
  private static final double RIM = 1.9;
  private static final double MARKER = 6.0;
  private static final int BAR_STEPS = 64;
  private static final double CAPTION_ROW = 9.5;

  private final SensitivityMap map;
  private final Frame frame;
  private final Key key;
  private final boolean explained;

  /**
   * Prepares the picture.
   *
   * @param map the answers
   * @param width the width in points
   * @param title as in {@link Picture#title}
   */
  public SensitivityPicture(SensitivityMap map, double width, String title) {
    this(map, width, title, true);
  }

  private SensitivityPicture(SensitivityMap map, double width, String title, boolean explained) {
    super(title, width);
    this.map = map;
    this.explained = explained;
    double right = explained ? BAR_ROOM : BARE_RIGHT;
    Axis second = axis("x_{2}");
    double left = MARGIN + Frame.left(second, width - right);
    double side = width - left - right;
    frame =
        new Frame(
            new Rectangle2D.Double(left, MARGIN + 0.5 * Text.SIZE, side, side),
            axis("x_{1}"),
            second);
    key = new Key(items(map), width - 2.0 * MARGIN);
  }

  /**
   * A map as wide as this one without colour bar, key and caption, for a place that explains
   * colours and signs itself.
   */
  SensitivityPicture bare() {
    return new SensitivityPicture(map, width(), title(), false);
  }

  @Override
  public double bottom() {
    return (explained ? captionTop() + 2.0 * CAPTION_ROW : keyTop()) + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    Shape clip = g.getClip();
    g.clip(frame.area());
    drawImage(g);
    Shape desired = path(map.desired());
    Shape decision = path(map.decision());
    // A light rim keeps a dark line visible where the colours are dark.
    g.setColor(Color.WHITE);
    g.setStroke(Palette.line(RIM));
    g.draw(desired);
    g.draw(decision);
    g.setColor(Palette.INK);
    g.setStroke(dashes());
    g.draw(desired);
    g.setStroke(Palette.line(LINE));
    g.draw(decision);
    g.setClip(clip);
    for (SensitivityMap.Margin margin : map.margins()) {
      SensitivityMap.TrainingPoint point = margin.point();
      shape(point.label())
          .draw(g, frame.x(point.x()), frame.y(point.y()), MARKER, Color.WHITE, Palette.INK);
    }
    frame.draw(g);
    if (explained) {
      drawColourBar(g);
      key.draw(g, MARGIN, keyTop());
      drawCaption(g);
    }
  }

  /** From the edge of the first cell to that of the last. */
  private Axis axis(String name) {
    InputGrid grid = map.grid();
    return new Axis(
        name,
        grid.low() - 0.5 * grid.step(),
        grid.at(grid.size() - 1) + 0.5 * grid.step(),
        Axis.Scale.LINEAR);
  }

  private double keyTop() {
    return frame.area().getMaxY() + Frame.below(frame.x()) + GAP;
  }

  private double captionTop() {
    return keyTop() + key.height() + GAP;
  }

  private void drawImage(Graphics2D g) {
    int size = map.grid().size();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        image.setRGB(i, size - 1 - j, Palette.diverging(map.probability(i, j)).getRGB());
      }
    }
    Rectangle2D area = frame.area();
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    place.scale(area.getWidth() / size, area.getHeight() / size);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(image, place, null);
  }

  private Shape path(List<Vector> lines) {
    Path2D path = new Path2D.Double();
    for (Vector line : lines) {
      path.moveTo(frame.x(line.get(0)), frame.y(line.get(1)));
      for (int k = 2; k < line.length(); k += 2) {
        path.lineTo(frame.x(line.get(k)), frame.y(line.get(k + 1)));
      }
    }
    return path;
  }

  private void drawColourBar(Graphics2D g) {
    Rectangle2D area = frame.area();
    double left = area.getMaxX() + BAR_GAP;
    double part = area.getHeight() / BAR_STEPS;
    for (int k = 0; k < BAR_STEPS; k++) {
      g.setColor(Palette.diverging((k + 0.5) / BAR_STEPS));
      // A little overlap leaves no seams between the steps.
      double y = area.getMaxY() - (k + 1) * part;
      double high = Math.min(1.3 * part, area.getMaxY() - y);
      g.fill(new Rectangle2D.Double(left, y, BAR, high));
    }
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(0.6));
    g.draw(new Rectangle2D.Double(left, area.getY(), BAR, area.getHeight()));
    double end = left + BAR + TICK + GAP;
    for (double p : new double[] {0.0, 0.5, 1.0}) {
      double y = area.getMaxY() - p * area.getHeight();
      g.draw(new Line2D.Double(left + BAR, y, left + BAR + TICK, y));
      double base = y + 0.5 * Text.DIGIT_HEIGHT * Text.SIZE;
      Text.draw(g, Axis.label(p), end, base, Text.SIZE, Text.Anchor.START);
    }
    double at = end + Text.width("0.5", Text.SIZE) + Text.SIZE;
    Text.drawUpwards(g, "p(class 1)", at, area.getCenterY(), Text.SIZE, Text.Anchor.MIDDLE);
  }

  private void drawCaption(Graphics2D g) {
    g.setColor(Palette.INK);
    double base = captionTop() + Text.SIZE;
    String right = "answered right: " + Axis.label(map.fractionRight());
    Text.draw(g, right, MARGIN, base, Text.SIZE, Text.Anchor.START);
    String nearest =
        map.smallestMargin().isPresent()
            ? "nearest wrong answer at " + Axis.label(map.smallestMargin().getAsDouble())
            : "no wrong answer";
    Text.draw(g, nearest, MARGIN, base + CAPTION_ROW, Text.SIZE, Text.Anchor.START);
  }

  /** What there is to be seen. */
  private static List<Key.Item> items(SensitivityMap map) {
    List<Key.Item> items = new ArrayList<>();
    items.add(marker("class 0", Marker.TRIANGLE));
    items.add(marker("class 1", Marker.SQUARE));
    if (!map.decision().isEmpty()) {
      items.add(line("p = 0.5", Palette.line(LINE)));
    }
    items.add(line("border of the right answers", dashes()));
    return items;
  }

  private static Marker shape(int label) {
    return label == 0 ? Marker.TRIANGLE : Marker.SQUARE;
  }

  private static Stroke dashes() {
    return Palette.dashed(LINE, 4.0, 3.0);
  }

  private static Key.Item marker(String text, Marker marker) {
    return new Key.Item(text, (g, x, y) -> marker.draw(g, x, y, MARKER, Color.WHITE, Palette.INK));
  }

  private static Key.Item line(String text, Stroke stroke) {
    return new Key.Item(
        text,
        (g, x, y) -> {
          g.setColor(Palette.INK);
          g.setStroke(stroke);
          g.draw(new Line2D.Double(x - 0.5 * Key.SYMBOL, y, x + 0.5 * Key.SYMBOL, y));
        });
  }
}
