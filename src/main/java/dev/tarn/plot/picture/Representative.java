package dev.tarn.plot.picture;

import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.PointQuantities;
import dev.tarn.study.RocCurve;
import dev.tarn.study.SensitivityMap;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.xor.XorProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks a few minima that show what a landscape holds: the lowest, the sparsest, the most and the
 * least robust against changes of the input, and the highest; then others by energy.
 *
 * @param point the minimum
 * @param roles why it was picked; empty for those that fill up
 * @param units the number of connected hidden units
 * @param fractionRight the fraction of the inputs of its {@link SensitivityMap} that it answers
 *     right
 */
record Representative(StationaryPoint point, List<String> roles, int units, double fractionRight) {

  /**
   * Picks minima, the zero point apart.
   *
   * @param network the network
   * @param landscape its landscape; not modified
   * @param count how many to pick at most, at least 1
   * @return the picked minima, by energy
   */
  public static List<Representative> of(Network network, Landscape landscape, int count) {
    PointQuantities quantities =
        new PointQuantities(network, landscape, RocCurve.DEFAULT_TOLERANCE);
    List<Representative> all = new ArrayList<>();
    for (StationaryPoint point : landscape.minima()) {
      if (!PointQuantities.isZero(point)) {
        double right =
            XorProblem.sensitivity(network, point.coordinates().toArray(), InputGrid.ofThePaper())
                .fractionRight();
        all.add(new Representative(point, List.of(), quantities.connectedUnits(point), right));
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<String>> roles = new LinkedHashMap<>();
    Comparator<Representative> energy = Comparator.comparingDouble(r -> r.point().energy());
    Comparator<Representative> robust = Comparator.comparingDouble(Representative::fractionRight);
    Comparator<Representative> sparse = Comparator.comparingInt(Representative::units);
    pick(roles, "lowest", all, energy);
    if (all.stream().mapToInt(Representative::units).distinct().count() > 1) {
      pick(roles, "sparsest", all, sparse.thenComparing(energy));
    }
    pick(roles, "most robust", all, robust.reversed().thenComparing(energy));
    pick(roles, "least robust", all, robust.thenComparing(energy));
    pick(roles, "highest", all, energy.reversed());
    all.forEach(r -> roles.computeIfAbsent(r.point().id(), id -> new ArrayList<>()));
    List<Integer> picked = roles.keySet().stream().limit(count).toList();
    return all.stream()
        .filter(r -> picked.contains(r.point().id()))
        .map(
            r ->
                new Representative(
                    r.point(),
                    List.copyOf(roles.get(r.point().id())),
                    r.units(),
                    r.fractionRight()))
        .toList();
  }

  private static void pick(
      Map<Integer, List<String>> roles,
      String role,
      List<Representative> all,
      Comparator<Representative> order) {
    Representative first = all.stream().min(order).orElseThrow();
    roles.computeIfAbsent(first.point().id(), id -> new ArrayList<>()).add(role);
  }
}
