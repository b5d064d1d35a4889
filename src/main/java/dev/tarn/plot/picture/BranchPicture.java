package dev.tarn.plot.picture;

import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Notes;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.study.Branches;
import dev.tarn.study.PointQuantities;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The branches of stationary points against lambda: minima solid, transition states dashed, saddles
 * of higher index thin and grey; a ring where two points merge, a diamond where branches cross. The
 * ids of the points stand where their branches begin, as far as there is room. Immutable.
 */
public final class BranchPicture extends TitledPicture {
  /** What is drawn upwards. */
  public enum Height {
    /** The energy, in nats. */
    ENERGY("energy / nats"),
    /** The Euclidean norm of all weights and biases. */
    NORM("norm of the weights");

    private final String title;

    Height(String title) {
      this.title = title;
    }

    /** The name as it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double MARGIN = 3.0;
  private static final double LABEL = 6.0;
  private static final double LABEL_GAP = 3.0;

  /** The part of the axis that is left free for the ids. */
  private static final double LABEL_ROOM = 0.08;

  private static final double ROOM = 0.02;
  private static final int FEW_MARKERS = 40;
  private static final double SMALLEST_MARKER = 1.6;

  /** The legend begins with the minima, which are not what is drawn first. */
  private static final int[] IN_LEGEND = {1, 2, 0, 3, 4, 5};

  private final Height height;
  private final int highestIndex;
  private final Branches branches;
  private final List<Branches.Curve> curves;
  private final Chart chart;
  private final Notes notes;

  /**
   * Prepares the picture.
   *
   * @param branches the branches, of at least one point
   * @param height what is drawn upwards
   * @param range which part of it
   * @param highestIndex the highest index of a saddle that is drawn, 0 or more
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @throws IllegalArgumentException if nothing is left to be drawn
   */
  public BranchPicture(
      Branches branches, Height height, Range range, int highestIndex, double width, String title) {
    super(title, width);
    this.height = height;
    this.highestIndex = highestIndex;
    this.branches = branches;
    curves = branches.curves();
    chart = new Chart(title, width, lambdaAxis(branches), axis(range), series(), List.of());
    List<String> all = new ArrayList<>();
    long split = branches.diagram().born().size();
    if (split > 0) {
      all.add(
          split == 1
              ? "1 branch begins at a branch point on the way"
              : split + " branches begin at branch points on the way");
    }
    long doubtful =
        branches.diagram().branches().stream().filter(Diagram.Followed::doubtful).count();
    if (doubtful > 0) {
      all.add("branches that contradict another one: " + doubtful);
    }
    notes = new Notes(all, width - 2.0 * MARGIN);
  }

  @Override
  public double bottom() {
    return chart.height() + notes.height();
  }

  @Override
  public void paint(Graphics2D g) {
    chart.paint(g);
    drawIds(g);
    notes.draw(g, MARGIN, chart.height());
  }

  /** From the lowest start upwards, each id that does not touch the last one. */
  private void drawIds(Graphics2D g) {
    Frame frame = chart.frame();
    boolean rising = branches.to() > branches.from();
    double x = frame.x(branches.from()) + (rising ? -LABEL_GAP : LABEL_GAP);
    List<Diagram.Followed> starts = new ArrayList<>(branches.diagram().branches());
    starts.sort(Comparator.comparingDouble(one -> value(one.branch().samples().get(0))));
    double free = Double.POSITIVE_INFINITY;
    g.setColor(Palette.MUTED);
    for (Diagram.Followed start : starts) {
      Branch.Sample first = start.branch().samples().get(0);
      double value = value(first);
      boolean shown = first.index() <= highestIndex && chart.y().shows(value);
      double y = shown ? frame.y(value) : Double.NaN;
      if (y <= free && y >= frame.area().getY() && y <= frame.area().getMaxY()) {
        double base = y + 0.5 * Text.DIGIT_HEIGHT * LABEL;
        Text.Anchor anchor = rising ? Text.Anchor.END : Text.Anchor.START;
        Text.draw(g, Integer.toString(start.id()), x, base, LABEL, anchor);
        free = y - LABEL;
      }
    }
  }

  private List<Branches.Piece> drawn(Branches.Curve curve) {
    return curve.pieces().stream().filter(piece -> piece.index() <= highestIndex).toList();
  }

  private static Axis lambdaAxis(Branches branches) {
    double low = Math.min(branches.from(), branches.to());
    double high = Math.max(branches.from(), branches.to());
    boolean rising = branches.to() > branches.from();
    double range = high / low;
    return new Axis(
        "\u03bb",
        low / StrictMath.pow(range, rising ? LABEL_ROOM : ROOM),
        high * StrictMath.pow(range, rising ? ROOM : LABEL_ROOM),
        Axis.Scale.LOGARITHMIC);
  }

  private Axis axis(Range range) {
    double[] values =
        curves.stream()
            .flatMap(curve -> drawn(curve).stream())
            .flatMap(piece -> piece.samples().stream())
            .mapToDouble(this::value)
            .toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "no branch has a piece of index " + highestIndex + " or less");
    }
    return Axis.in(range, height.title, values);
  }

  private List<Series> series() {
    Lines minima = new Lines();
    Lines transitionStates = new Lines();
    Lines higher = new Lines();
    Lines lost = new Lines();
    for (Branches.Curve curve : curves) {
      for (Branches.Piece piece : drawn(curve)) {
        Lines lines = piece.index() == 0 ? minima : piece.index() == 1 ? transitionStates : higher;
        piece.samples().forEach(sample -> lines.add(sample.mu(), value(sample)));
        lines.interrupt();
      }
      Branch.Sample last = curve.samples().get(curve.samples().size() - 1);
      if (last.index() <= highestIndex
          && curve.end() != Branch.End.ARRIVED
          && curve.end() != Branch.End.RETURNED) {
        lost.add(last.mu(), value(last));
      }
    }
    Lines folds = new Lines();
    Lines branchPoints = new Lines();
    for (Branch.CriticalPoint place : branches.places()) {
      if (Math.min(place.indexBefore(), place.indexAfter()) <= highestIndex) {
        (place.kind() == Branch.CriticalPoint.Kind.FOLD ? folds : branchPoints)
            .add(place.mu(), value(place.energy(), place.coordinates()));
      }
    }
    List<Series> drawn =
        List.of(
            // A dashed line on top of a solid one leaves both to be seen.
            higher.series("higher index", Palette.MUTED, Marker.NONE, Series.Line.THIN),
            minima.series("minimum", Palette.BLUE, Marker.NONE, Series.Line.SOLID),
            transitionStates.series(
                "transition state", Palette.VERMILION, Marker.NONE, Series.Line.DASHED),
            branchPoints.series("branch point", Palette.INK, Marker.DIAMOND, Series.Line.NONE),
            folds.series("fold", Palette.INK, Marker.CIRCLE, Series.Line.NONE).withHollowMarkers(),
            lost.series("not followed further", Palette.PURPLE, Marker.CROSS, Series.Line.NONE));
    double size = markerSize(branchPoints.count() + folds.count());
    List<Series> series = new ArrayList<>();
    for (int number : IN_LEGEND) {
      if (!drawn.get(number).x().isEmpty()) {
        series.add(drawn.get(number).withoutPoints());
      }
    }
    drawn.stream()
        .filter(one -> !one.x().isEmpty())
        .forEach(one -> series.add(one.withoutName().withMarkerSize(size)));
    return series;
  }

  /** Many markers are small ones, so that lines are seen between them. */
  private static double markerSize(int count) {
    double share = Math.sqrt((double) FEW_MARKERS / Math.max(FEW_MARKERS, count));
    return Math.max(SMALLEST_MARKER, share * Series.MARKER_SIZE);
  }

  private double value(Branch.Sample sample) {
    return value(sample.energy(), sample.coordinates());
  }

  private double value(double energy, Vector coordinates) {
    if (height == Height.ENERGY) {
      return energy;
    }
    // The reduced space keeps lengths. Rounding moves the zero point by next to nothing.
    boolean zero = coordinates.stream().allMatch(w -> Math.abs(w) <= PointQuantities.ZERO_WEIGHT);
    return zero ? 0.0 : Math.sqrt(coordinates.stream().map(w -> w * w).sum());
  }

  /** Places of one series, with interruptions. */
  private final class Lines {
    private final DoubleStream.Builder x = DoubleStream.builder();
    private final DoubleStream.Builder y = DoubleStream.builder();
    private int count;

    void add(double mu, double value) {
      x.add(branches.lambda(mu));
      y.add(value);
      count++;
    }

    void interrupt() {
      x.add(branches.to());
      y.add(Double.NaN);
      count++;
    }

    int count() {
      return count;
    }

    Series series(String name, Color colour, Marker marker, Series.Line line) {
      return Series.of(name, x.build().toArray(), y.build().toArray(), colour, marker, line);
    }
  }
}
