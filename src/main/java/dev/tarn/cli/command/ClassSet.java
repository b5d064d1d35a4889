package dev.tarn.cli.command;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.PointQuantities.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of classes of minima as a user names it. Stateless. */
final class ClassSet {
  static final String FORMS =
      "ids (1,4), lowest, rest, a quantity (energy<0.1, AUC>0.9), or a superbasin (basin:4<0.2, the"
          + " minima that paths below 0.2 join to 4)";

  private static final Pattern IDS = Pattern.compile("\\d{1,9}(,\\d{1,9})*");
  private static final Pattern COMPARED = Pattern.compile("([A-Za-z]+)([<>])(.+)");
  private static final Pattern BASIN = Pattern.compile("basin:(\\d{1,9})<(.+)");

  private ClassSet() {}

  /**
   * The ids of a set.
   *
   * @param text what the user typed
   * @param other the set that {@code rest} leaves out
   * @param tolerance for the AUC
   */
  static Set<Integer> of(
      DatabaseCommand command,
      String option,
      String text,
      Landscape landscape,
      Potential potential,
      Set<Integer> other,
      double tolerance) {
    List<StationaryPoint> minima = landscape.minima();
    Matcher basin = BASIN.matcher(text);
    Matcher compared = COMPARED.matcher(text);
    if (text.equals("lowest")) {
      return Set.of(minima.get(0).id());
    }
    if (text.equals("rest")) {
      return ids(minima, point -> !other.contains(point.id()));
    }
    if (IDS.matcher(text).matches()) {
      Set<Integer> ids = new TreeSet<>();
      for (String id : text.split(",", -1)) {
        StationaryPoint point = command.point(landscape, Integer.parseInt(id));
        if (!point.isMinimum()) {
          throw command.badInput(option + ": point " + id + " is no minimum");
        }
        ids.add(point.id());
      }
      return ids;
    }
    if (basin.matches()) {
      int id = Integer.parseInt(basin.group(1));
      double energy = number(command, option, basin.group(2));
      if (!command.point(landscape, id).isMinimum()) {
        throw command.badInput(option + ": point " + id + " is no minimum");
      }
      return DisconnectivityTree.of(landscape, any -> true).superbasins(energy).stream()
          .filter(members -> members.contains(id))
          .findFirst()
          .orElseThrow(
              () -> command.badInput(option + ": minimum " + id + " lies above " + energy));
    }
    if (compared.matches()) {
      double bound = number(command, option, compared.group(3));
      boolean below = compared.group(2).equals("<");
      ToDoubleFunction<StationaryPoint> value =
          value(command, option, compared.group(1), landscape, potential, tolerance);
      return ids(
          minima,
          point -> below ? value.applyAsDouble(point) < bound : value.applyAsDouble(point) > bound);
    }
    throw command.badInput(option + " is one of: " + FORMS + "; not " + text);
  }

  /** A quantity of points by its name. */
  static ToDoubleFunction<StationaryPoint> value(
      DatabaseCommand command,
      String option,
      String name,
      Landscape landscape,
      Potential potential,
      double tolerance) {
    Quantity quantity =
        Arrays.stream(Quantity.values())
            .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    command.badInput(
                        option
                            + ": there is no quantity "
                            + name
                            + "; there are "
                            + Arrays.stream(Quantity.values())
                                .map(Quantity::name)
                                .collect(Collectors.joining(", "))));
    if (quantity == Quantity.ENERGY) {
      return StationaryPoint::energy;
    }
    if (potential instanceof Network network && PointQuantities.has(quantity, network)) {
      PointQuantities quantities = new PointQuantities(network, landscape, tolerance);
      return point -> quantities.value(quantity, point);
    }
    throw command.badInput(option + ": " + name + " is not known of these points");
  }

  private static double number(DatabaseCommand command, String option, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isNaN(value)) {
        throw new NumberFormatException();
      }
      return value;
    } catch (NumberFormatException e) {
      throw command.badInput(option + ": " + text + " is no number");
    }
  }

  private static Set<Integer> ids(List<StationaryPoint> minima, Predicate<StationaryPoint> wanted) {
    return minima.stream()
        .filter(wanted)
        .map(StationaryPoint::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
