package dev.tarn.network;

import dev.tarn.linear.LinearAssignment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which unit of one point stands at which place of another, with which sign, in every layer; under
 * change. Inputs and outputs stay where they are. Units can be pinned to places.
 *
 * <p>Confined to one thread.
 */
final class Arrangement {
  private static final int FREE = -1;

  private final Layout layout;
  private final Architecture architecture;
  private final double[] x;
  private final double[] reference;
  // For each layer, inputs and outputs included, the unit that comes to a place and its sign.
  private final int[][] source;
  private final int[][] sign;
  private final int[][] pinned;
  private final int[][] pinnedSign;

  Arrangement(Layout layout, double[] x, double[] reference) {
    this.layout = layout;
    this.x = x;
    this.reference = reference;
    architecture = layout.architecture();
    List<Integer> widths = architecture.widths();
    source = new int[widths.size()][];
    sign = new int[widths.size()][];
    pinned = new int[widths.size()][];
    pinnedSign = new int[widths.size()][];
    for (int l = 0; l < widths.size(); l++) {
      source[l] = IntStream.range(0, widths.get(l)).toArray();
      sign[l] = new int[widths.get(l)];
      Arrays.fill(sign[l], 1);
      pinned[l] = new int[widths.get(l)];
      Arrays.fill(pinned[l], FREE);
      pinnedSign[l] = sign[l].clone();
    }
  }

  /** The arrangement as permutations of all layers. */
  List<SignedPermutation> permutations() {
    return IntStream.range(0, source.length)
        .mapToObj(l -> SignedPermutation.of(source[l], sign[l]))
        .toList();
  }

  /** Requires that a place gets a unit with a sign. */
  void pin(int layer, int place, int unit, int unitSign) {
    pinned[layer][place] = unit;
    pinnedSign[layer][place] = unitSign;
  }

  boolean isPinned(int layer, int place) {
    return pinned[layer][place] != FREE;
  }

  /** Whether a place is pinned to this unit with this sign. */
  boolean isPinnedTo(int layer, int place, int unit, int unitSign) {
    return pinned[layer][place] == unit && pinnedSign[layer][place] == unitSign;
  }

  /** Puts a unit at a place. */
  void put(int layer, int place, int unit, int unitSign) {
    source[layer][place] = unit;
    sign[layer][place] = unitSign;
  }

  /** Takes the unit away from a place. */
  void clear(int layer, int place) {
    source[layer][place] = FREE;
  }

  /** Whether a unit stands somewhere, or is pinned to stand somewhere. */
  boolean isTaken(int layer, int unit) {
    for (int k = 0; k < source[layer].length; k++) {
      if (source[layer][k] == unit || pinned[layer][k] == unit) {
        return true;
      }
    }
    return false;
  }

  /** Gives the free places of a layer the units that cost least in sum. */
  void assign(int layer, double[][] costs) {
    int units = source[layer].length;
    int[] freePlaces = IntStream.range(0, units).filter(k -> pinned[layer][k] == FREE).toArray();
    boolean[] bound = new boolean[units];
    for (int k = 0; k < units; k++) {
      if (pinned[layer][k] != FREE) {
        bound[pinned[layer][k]] = true;
        source[layer][k] = pinned[layer][k];
        sign[layer][k] = pinnedSign[layer][k];
      }
    }
    int[] freeUnits = IntStream.range(0, units).filter(j -> !bound[j]).toArray();
    double[][] table = new double[freeUnits.length][freePlaces.length];
    for (int j = 0; j < freeUnits.length; j++) {
      for (int k = 0; k < freePlaces.length; k++) {
        double[] unit = costs[freeUnits[j]];
        table[j][k] = Math.min(unit[2 * freePlaces[k]], unit[2 * freePlaces[k] + 1]);
      }
    }
    int[] rowOf = LinearAssignment.solve(table);
    for (int k = 0; k < freePlaces.length; k++) {
      int place = freePlaces[k];
      int unit = freeUnits[rowOf[k]];
      source[layer][place] = unit;
      sign[layer][place] = costs[unit][2 * place + 1] < costs[unit][2 * place] ? -1 : 1;
    }
  }

  /** What each unit costs at each place, laid out as in {@link UnitBounds#of}. */
  double[][] pairCosts(int layer) {
    int units = architecture.width(layer);
    double[][] costs = new double[units][2 * units];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < units; k++) {
        pairCosts(layer, j, k, costs[j]);
      }
    }
    return costs;
  }

  private void pairCosts(int layer, int unit, int place, double[] costs) {
    int below = architecture.width(layer - 1);
    int from = layout.link(layer, unit, 0);
    int to = layout.link(layer, place, 0);
    double bias = x[from + below];
    double plus = square(bias - reference[to + below]);
    double minus = square(bias + reference[to + below]);
    for (int m = 0; m < below; m++) {
      double mine = sign[layer - 1][m] * x[from + source[layer - 1][m]];
      plus += square(mine - reference[to + m]);
      minus += square(mine + reference[to + m]);
    }
    for (int i = 0; i < architecture.width(layer + 1); i++) {
      int above = source[layer + 1][i];
      double mine = sign[layer + 1][i] * x[layout.link(layer + 1, above, 0) + unit];
      double theirs = reference[layout.link(layer + 1, i, 0) + place];
      plus += square(mine - theirs);
      minus += square(mine + theirs);
    }
    costs[2 * place] = plus;
    costs[2 * place + 1] = UnitBounds.isOdd(architecture, layer) ? minus : Double.POSITIVE_INFINITY;
  }

  private static double square(double value) {
    return value * value;
  }

  /** The squared distance of the present arrangement. */
  double distance() {
    double sum = 0.0;
    for (int l = 1; l < source.length; l++) {
      int below = source[l - 1].length;
      for (int j = 0; j < source[l].length; j++) {
        int from = layout.link(l, source[l][j], 0);
        int to = layout.link(l, j, 0);
        for (int k = 0; k < below; k++) {
          double weight = sign[l - 1][k] * x[from + source[l - 1][k]];
          sum += square(sign[l][j] * weight - reference[to + k]);
        }
        sum += square(sign[l][j] * x[from + below] - reference[to + below]);
      }
    }
    return sum;
  }
}
