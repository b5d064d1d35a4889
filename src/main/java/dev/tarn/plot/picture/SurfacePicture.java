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
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A surface of two variables: the energy as colour and as lines at equal distances, white above the
 * highest of them, with stationary points by their index and steepest-descent paths on top.
 * Immutable.
 */
public final class SurfacePicture extends TitledPicture {
  private static final double MARGIN = 3.0;
  private static final double BAR_GAP = 7.0;
  private static final double BAR = 7.0;
  private static final double GAP = 2.5;
  private static final double CONTOUR = 0.35;
  private static final double PATH = 1.2;
  private static final double RIM = 2.4;
  private static final double MARKER = 5.0;
  private static final int BAR_STEPS = 64;

  /** Beyond these ratios of the sides a surface is not drawn to scale. */
  private static final double FLATTEST = 0.4;

  private static final double TALLEST = 2.0;

  private final EnergyGrid grid;
  private final Drawn drawn;
  private final Frame frame;
  private final Frame bar;
  private final Key key;

  /**
   * A stationary point.
   *
   * @param label what stands beside it; empty for nothing
   * @param x where it is
   * @param y where it is
   * @param index its index
   */
  public record Mark(String label, double x, double y, int index) {}

  /**
   * What is drawn on a surface.
   *
   * @param window the part of the plane
   * @param lowest the energy where the colours begin
   * @param highest the energy where they end, above the lowest one
   * @param contours the number of lines, 0 or more
   * @param marks the stationary points
   * @param paths the points of each path one after the other, as {@code x_0, y_0, x_1, ...}
   * @param names the names of the two variables
   * @param unit the unit of the energy; empty for none
   */
  public record Drawn(
      EnergyGrid.Window window,
      double lowest,
      double highest,
      int contours,
      List<Mark> marks,
      List<Vector> paths,
      List<String> names,
      String unit) {
    /** Copies the lists. */
    public Drawn {
      marks = List.copyOf(marks);
      paths = List.copyOf(paths);
      names = List.copyOf(names);
    }
  }

  /**
   * Prepares the picture.
   *
   * @param grid the energies in the window
   * @param drawn what is drawn
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @throws IllegalArgumentException if the energies do not ascend
   */
  public SurfacePicture(EnergyGrid grid, Drawn drawn, double width, String title) {
    super(title, width);
    this.grid = grid;
    this.drawn = drawn;
    EnergyGrid.Window window = drawn.window();
    Axis x = new Axis(drawn.names().get(0), window.left(), window.right(), Axis.Scale.LINEAR);
    Axis y = new Axis(drawn.names().get(1), window.bottom(), window.top(), Axis.Scale.LINEAR);
    String name = drawn.unit().isEmpty() ? "energy" : "energy / " + drawn.unit();
    Axis energy = new Axis(name, drawn.lowest(), drawn.highest(), Axis.Scale.LINEAR);
    double left = MARGIN + Frame.left(y, width);
    double room = BAR_GAP + Frame.left(energy, width) + BAR + MARGIN;
    double wide = width - left - room;
    double ratio = Math.min(Math.max(window.height() / window.width(), FLATTEST), TALLEST);
    double top = MARGIN + 0.5 * Text.SIZE;
    frame = new Frame(new Rectangle2D.Double(left, top, wide, ratio * wide), x, y);
    bar =
        new Frame(
            new Rectangle2D.Double(width - MARGIN - BAR, top, BAR, ratio * wide), energy, energy);
    key = new Key(items(drawn), width - 2.0 * MARGIN);
  }

  @Override
  public double bottom() {
    return keyTop() + key.height() + MARGIN;
  }

  private double keyTop() {
    return frame.area().getMaxY() + Frame.below(frame.x()) + GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    Shape clip = g.getClip();
    g.clip(frame.area());
    drawImage(g);
    drawContours(g);
    Shape paths = path(drawn.paths());
    g.setColor(Color.WHITE);
    g.setStroke(Palette.line(RIM));
    g.draw(paths);
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(PATH));
    g.draw(paths);
    g.setClip(clip);
    for (Mark mark : drawn.marks()) {
      drawMark(g, mark);
    }
    frame.draw(g);
    drawBar(g);
    key.draw(g, MARGIN, keyTop());
  }

  private void drawImage(Graphics2D g) {
    int size = grid.size();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        image.setRGB(i, size - 1 - j, colour(grid.energy(i, j)).getRGB());
      }
    }
    // A sample is the middle of its cell, so that the outermost ones reach over the frame.
    Rectangle2D area = frame.area();
    double across = area.getWidth() / (size - 1);
    double up = area.getHeight() / (size - 1);
    AffineTransform place =
        AffineTransform.getTranslateInstance(area.getX() - 0.5 * across, area.getY() - 0.5 * up);
    place.scale(across, up);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(image, place, null);
  }

  /** White above the highest level; grey where there is no number. */
  private Color colour(double energy) {
    if (Double.isNaN(energy)) {
      return Palette.MUTED;
    }
    return energy > drawn.highest() ? Color.WHITE : Palette.area(bar.y().share(energy));
  }

  private void drawContours(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(CONTOUR));
    for (int k = 1; k <= drawn.contours(); k++) {
      double level = drawn.lowest() + (drawn.highest() - drawn.lowest()) * k / drawn.contours();
      g.draw(path(grid.lines(level)));
    }
  }

  private Shape path(List<Vector> lines) {
    Path2D path = new Path2D.Double();
    for (Vector line : lines) {
      for (int k = 0; k + 1 < line.length(); k += 2) {
        double x = frame.x(line.get(k));
        double y = frame.y(line.get(k + 1));
        if (k == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
    return path;
  }

  private void drawMark(Graphics2D g, Mark mark) {
    double x = frame.x(mark.x());
    double y = frame.y(mark.y());
    if (!frame.area().contains(x, y)) {
      return;
    }
    marker(mark.index()).draw(g, x, y, MARKER, Color.WHITE, Palette.INK);
    if (!mark.label().isEmpty()) {
      double size = Text.SIZE;
      double high = Text.DIGIT_HEIGHT * size;
      double wide = Text.width(mark.label(), size);
      double left = x + MARKER;
      double base = y - 0.4 * MARKER;
      g.setColor(Color.WHITE);
      g.fill(new Rectangle2D.Double(left - 1.0, base - high - 1.0, wide + 2.0, high + 2.0));
      g.setColor(Palette.INK);
      Text.draw(g, mark.label(), left, base, size, Text.Anchor.START);
    }
  }

  private void drawBar(Graphics2D g) {
    Rectangle2D area = bar.area();
    double part = area.getHeight() / BAR_STEPS;
    for (int k = 0; k < BAR_STEPS; k++) {
      g.setColor(Palette.area((k + 0.5) / BAR_STEPS));
      double y = area.getMaxY() - (k + 1) * part;
      // A little overlap leaves no seams between the steps.
      double high = Math.min(1.3 * part, area.getMaxY() - y);
      g.fill(new Rectangle2D.Double(area.getX(), y, BAR, high));
    }
    bar.drawBoxed(g);
  }

  private static Marker marker(int index) {
    return switch (index) {
      case 0 -> Marker.CIRCLE;
      case 1 -> Marker.CROSS;
      default -> Marker.TRIANGLE;
    };
  }

  /** What there is to be seen. */
  private static List<Key.Item> items(Drawn drawn) {
    List<Key.Item> items = new ArrayList<>();
    List<String> names = List.of("minimum", "transition state", "maximum");
    for (int index = 0; index < names.size(); index++) {
      int wanted = index;
      if (drawn.marks().stream().anyMatch(mark -> mark.index() == wanted)) {
        items.add(
            new Key.Item(
                names.get(index),
                (g, x, y) -> marker(wanted).draw(g, x, y, MARKER, Color.WHITE, Palette.INK)));
      }
    }
    if (!drawn.paths().isEmpty()) {
      items.add(
          new Key.Item(
              "steepest descent",
              (g, x, y) -> {
                g.setColor(Palette.INK);
                g.setStroke(Palette.line(PATH));
                g.draw(new Line2D.Double(x - 0.5 * Key.SYMBOL, y, x + 0.5 * Key.SYMBOL, y));
              }));
    }
    return items;
  }
}
