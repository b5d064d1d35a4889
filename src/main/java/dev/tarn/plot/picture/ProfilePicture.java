package dev.tarn.plot.picture;

import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.EnergyProfile.Stop;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Energy profiles as a chart: the energy above the lowest minimum shown against the arc length, a
 * disc at each minimum, a diamond at each transition state, and their ids.
 *
 * <p>On a logarithmic scale the lowest minimum lies infinitely deep. The scale begins at a tenth of
 * the smallest energy of another stationary point, but no higher than a thousandth of the highest;
 * what lies lower is marked at the foot by a triangle that stands on its tip. Immutable.
 */
public final class ProfilePicture {
  private static final double LOWEST_SHARE = 1e-3;
  private static final double BELOW_OTHERS = 0.1;
  private static final double MARGIN = 0.09;

  /** Between points of which one is higher by this factor a logarithmic curve is bent. */
  private static final double BEND = 1.5;

  private static final int PIECES = 16;
  private static final String ENERGY = "energy above minimum ";

  private final List<Named> profiles;
  private final Stop lowest;
  private final double highest;
  private final boolean logarithmic;
  private final String unit;
  private final double foot;

  /**
   * A profile with its name.
   *
   * @param name what the legend says, with the marks of subscripts; not empty
   * @param profile the profile
   */
  public record Named(String name, EnergyProfile profile) {}

  private ProfilePicture(List<Named> profiles, boolean logarithmic, String unit) {
    this.profiles = profiles;
    this.logarithmic = logarithmic;
    this.unit = unit;
    List<Stop> stops = profiles.stream().flatMap(one -> one.profile().stops().stream()).toList();
    Stop deepest = stops.get(0);
    for (Stop stop : stops) {
      deepest = stop.energy() < deepest.energy() ? stop : deepest;
    }
    lowest = deepest;
    highest = stops.stream().mapToDouble(this::height).max().orElseThrow();
    double least =
        stops.stream()
            .mapToDouble(this::height)
            .filter(height -> height > 1e-12 * highest)
            .min()
            .orElseThrow();
    foot = Math.min(BELOW_OTHERS * least, LOWEST_SHARE * highest);
  }

  /**
   * Draws profiles on one chart.
   *
   * @param profiles the profiles, at least one
   * @param logarithmic whether the energy scale is logarithmic
   * @param unit the unit of the energy, for example {@code "nats"}; empty for none
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the chart
   * @throws IllegalArgumentException if there is no profile
   */
  public static Picture of(
      List<Named> profiles, boolean logarithmic, String unit, double width, String title) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("there is no profile to draw");
    }
    return new ProfilePicture(profiles, logarithmic, unit).chart(width, title);
  }

  private Chart chart(double width, String title) {
    List<Series> series = new ArrayList<>();
    boolean several = profiles.size() > 1;
    for (int k = 0; k < profiles.size(); k++) {
      Color colour = Palette.category(k);
      EnergyProfile profile = profiles.get(k).profile();
      Series.Line line = k % 2 == 0 ? Series.Line.SOLID : Series.Line.DASHED;
      series.add(curve(profile, several ? profiles.get(k).name() : "", colour, line));
      addStops(series, profile, several ? "" : "minimum", Marker.CIRCLE, colour, this::isDisc);
      addStops(
          series, profile, several ? "" : "lowest minimum", Marker.WEDGE, colour, this::isAtFoot);
      addStops(
          series,
          profile,
          several ? "" : "transition state",
          Marker.DIAMOND,
          colour,
          stop -> !stop.isMinimum());
    }
    Chart bare = new Chart(title, width, lengths(), energies(), series, List.of());
    return new Chart(title, width, bare.x(), bare.y(), series, notes(bare.frame()));
  }

  /** The ids, without those that would cover others. */
  private List<Chart.Note> notes(Frame frame) {
    List<Chart.Note> notes = new ArrayList<>();
    for (Named named : profiles) {
      for (Stop stop : named.profile().stops()) {
        Chart.Note note =
            new Chart.Note(
                stop.arcLength(), shown(stop), Integer.toString(stop.id()), !stop.isMinimum());
        if (notes.stream().noneMatch(other -> covers(frame, note, other))) {
          notes.add(note);
        }
      }
    }
    return notes;
  }

  private static boolean covers(Frame frame, Chart.Note one, Chart.Note other) {
    double across = Math.abs(frame.x(one.x()) - frame.x(other.x()));
    double up = Math.abs(frame.y(one.y()) - frame.y(other.y()));
    double both = Text.width(one.text(), Text.SIZE) + Text.width(other.text(), Text.SIZE);
    return one.above() == other.above() && across < 0.5 * both + 1.0 && up < Text.SIZE;
  }

  private void addStops(
      List<Series> series,
      EnergyProfile profile,
      String name,
      Marker marker,
      Color colour,
      Predicate<Stop> chosen) {
    List<Stop> stops = profile.stops().stream().filter(chosen).toList();
    if (!stops.isEmpty()) {
      series.add(
          Series.of(
              name,
              stops.stream().mapToDouble(Stop::arcLength).toArray(),
              stops.stream().mapToDouble(this::shown).toArray(),
              colour,
              marker,
              Series.Line.NONE));
    }
  }

  private Axis lengths() {
    double[] ends =
        profiles.stream()
            .flatMap(one -> one.profile().stops().stream())
            .mapToDouble(Stop::arcLength)
            .toArray();
    return Axis.around("arc length", ends);
  }

  private Axis energies() {
    String title = ENERGY + lowest.id() + (unit.isEmpty() ? "" : " / " + unit);
    return logarithmic
        ? new Axis(
            title, foot, highest * StrictMath.pow(highest / foot, MARGIN), Axis.Scale.LOGARITHMIC)
        : new Axis(title, -MARGIN * highest, (1.0 + MARGIN) * highest, Axis.Scale.LINEAR);
  }

  private double height(Stop stop) {
    return stop.energy() - lowest.energy();
  }

  private boolean isAtFoot(Stop stop) {
    return logarithmic && height(stop) <= foot;
  }

  private boolean isDisc(Stop stop) {
    return stop.isMinimum() && !isAtFoot(stop);
  }

  private double shown(Stop stop) {
    return isAtFoot(stop) ? foot : height(stop);
  }

  private Series curve(EnergyProfile profile, String name, Color colour, Series.Line line) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    double arc = profile.arcLengths().get(0);
    double root = root(profile, 0);
    for (int k = 0; k < profile.arcLengths().length(); k++) {
      double toArc = profile.arcLengths().get(k);
      double toRoot = root(profile, k);
      // Near a minimum the energy is a square, so its root is interpolated.
      double ratio = Math.max(root, toRoot) / Math.min(root, toRoot);
      int pieces = logarithmic && ratio * ratio > BEND ? PIECES : 1;
      for (int piece = 1; piece < pieces; piece++) {
        double share = (double) piece / pieces;
        double at = root + share * (toRoot - root);
        x.add(arc + share * (toArc - arc));
        y.add(at * at);
      }
      x.add(toArc);
      y.add(profile.energies().get(k) - lowest.energy());
      arc = toArc;
      root = toRoot;
    }
    double[] heights = y.build().toArray();
    if (logarithmic) {
      endAtFoot(heights);
    }
    return Series.of(name, x.build().toArray(), heights, colour, Marker.NONE, line);
  }

  private double root(EnergyProfile profile, int point) {
    return Math.sqrt(Math.max(0.0, profile.energies().get(point) - lowest.energy()));
  }

  /** A curve that falls below the foot ends there. */
  private void endAtFoot(double[] heights) {
    boolean before = false;
    for (int k = 0; k < heights.length; k++) {
      boolean here = heights[k] > foot;
      boolean after = k + 1 < heights.length && heights[k + 1] > foot;
      if (!here) {
        heights[k] = before || after ? foot : Double.NaN;
      }
      before = here;
    }
  }
}
