package dev.tarn.plot.picture;

import com.google.common.collect.ImmutableMap;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Legend;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Series;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Colours points by a number, with what a legend needs to explain them. Shares of halves, quarters
 * and eighths, and counts up to 7, have a colour each, the same in every picture; all others are on
 * a ramp. Immutable.
 */
public final class Colouring {
  /** An area of 1, 3/4 or 1/2 looks the same in every picture. */
  private static final List<Double> SHARES =
      List.of(1.0, 0.75, 0.5, 0.875, 0.625, 0.375, 0.25, 0.125);

  private static final double RESOLUTION = 1e6;

  /** Stands for zero on a logarithmic scale. */
  private static final double SMALLEST = 1e-15;

  private final String title;
  private final Quantity.Kind kind;
  private final ImmutableMap<Integer, Double> values;
  private final List<Double> categories;
  private final Axis axis;

  /**
   * Colours points.
   *
   * @param quantity what the values are
   * @param values the value of each point, by id, at least one
   */
  public Colouring(Quantity quantity, Map<Integer, Double> values) {
    this(quantity.title(), quantity.kind(), values, values.values());
  }

  /**
   * Colours points by numbers from 0 to 1, on a ramp that always spans all of that.
   *
   * @param title what the values are
   * @param values the value of each point, by id
   * @return the colours
   */
  public static Colouring ofShares(String title, Map<Integer, Double> values) {
    return new Colouring(title, Quantity.Kind.LINEAR, values, List.of(0.0, 1.0));
  }

  private Colouring(
      String title, Quantity.Kind kind, Map<Integer, Double> values, Collection<Double> scale) {
    this.title = title;
    this.kind = kind;
    this.values = ImmutableMap.copyOf(values);
    TreeSet<Double> different = new TreeSet<>();
    scale.forEach(value -> different.add(rounded(value)));
    categories =
        different.stream().allMatch(value -> place(value) >= 0)
            ? List.copyOf(different)
            : List.of();
    boolean logarithmic = kind == Quantity.Kind.LOGARITHMIC;
    double[] all =
        scale.stream()
            .mapToDouble(value -> logarithmic ? Math.max(value, SMALLEST) : value)
            .toArray();
    axis = logarithmic ? Axis.aroundLogarithms(title, all) : Axis.around(title, all);
  }

  /**
   * Colours the minima of a tree. Others have no part in it: only what is drawn is explained.
   *
   * @param quantity what the minima are coloured by
   * @param quantities the values
   * @param landscape where the minima are from
   * @param tree the tree, of at least one minimum
   * @return the colours of its leaves
   */
  public static Colouring of(
      Quantity quantity,
      PointQuantities quantities,
      Landscape landscape,
      DisconnectivityTree tree) {
    Map<Integer, Double> values = new LinkedHashMap<>();
    for (DisconnectivityTree.Node leaf : tree.leaves()) {
      values.put(leaf.id(), quantities.value(quantity, landscape.get(leaf.id())));
    }
    return new Colouring(quantities.title(quantity), quantity.kind(), values, values.values());
  }

  /** The number of a value's own colour, -1 if it has none. */
  private int place(double value) {
    return switch (kind) {
      case SHARES -> SHARES.indexOf(value);
      case COUNTS -> value >= 0.0 && value < Palette.CATEGORIES.size() ? (int) value : -1;
      default -> -1;
    };
  }

  /** The values of the points. */
  Collection<Double> values() {
    return values.values();
  }

  /**
   * The same points in one picture among several that share their colours.
   *
   * @param scale the values of all pictures, at least one
   */
  Colouring among(Collection<Double> scale) {
    return new Colouring(title, kind, values, scale);
  }

  /** The colour of a point, or of the ink where nothing is known of it. */
  Color colour(int id) {
    Double value = values.get(id);
    if (value == null) {
      return Palette.INK;
    }
    return categories.isEmpty()
        ? Palette.ramp(axis.share(Math.max(value, axis.low())))
        : Palette.category(place(rounded(value)));
  }

  /** The categories for a legend; empty if the colours are a ramp. */
  List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (double category : categories) {
      if (values.values().stream().anyMatch(value -> rounded(value) == category)) {
        String name = (entries.isEmpty() ? title + " " : "") + Axis.label(category);
        entries.add(
            new Legend.Entry(
                name, Palette.category(place(category)), Marker.NONE, Series.Line.SOLID));
      }
    }
    return entries;
  }

  /** The axis of the ramp, if the colours are one. */
  Optional<Axis> ramp() {
    return categories.isEmpty() ? Optional.of(axis) : Optional.empty();
  }

  /** Values that differ by rounding are one category. */
  private static double rounded(double value) {
    return Math.rint(value * RESOLUTION) / RESOLUTION;
  }
}
