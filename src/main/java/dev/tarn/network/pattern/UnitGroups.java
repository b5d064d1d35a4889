package dev.tarn.network.pattern;

import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The units of a point of a network by kinds: which units are one kind, each with its sign relative
 * to the first of them, and which have no weights. Without any kind, a zero unit stands for one.
 * Immutable.
 */
final class UnitGroups {
  private final UnitSpace space;
  private final int hidden;
  private final int[][] places;
  private final List<int[]> members = new ArrayList<>();
  private final int[] signs;
  private final int[] zeros;
  private final KindPoint point;
  private final boolean withoutKinds;

  /** The units of a full point of the network of a number of hidden units. */
  UnitGroups(UnitSpace space, int hidden, double[] full) {
    this.space = space;
    this.hidden = hidden;
    places = space.places(hidden);
    int[] leaders = space.family().leaders(hidden, full);
    signs = new int[hidden];
    Arrays.fill(signs, 1);
    int[] idle = IntStream.range(0, hidden).filter(j -> leaders[j] < 0).toArray();
    for (int j = 0; j < hidden; j++) {
      int leader = j;
      if (leaders[j] == j) {
        members.add(IntStream.range(j, hidden).filter(k -> leaders[k] == leader).toArray());
      }
    }
    withoutKinds = members.isEmpty();
    if (withoutKinds) {
      members.add(new int[] {idle[0]});
      idle = Arrays.copyOfRange(idle, 1, idle.length);
    }
    zeros = idle;
    double[] x = space.family().reduce(hidden, full);
    List<double[]> units = new ArrayList<>();
    for (int[] kind : members) {
      double[] first = unit(x, kind[0]);
      double[] mean = new double[space.size()];
      for (int j : kind) {
        double[] own = unit(x, j);
        signs[j] = space.isOdd() && Vectors.dot(first, own) < 0.0 ? -1 : 1;
        Vectors.add(mean, (double) signs[j] / kind.length, own);
      }
      units.add(mean);
    }
    point =
        new KindPoint(units, members.stream().mapToInt(kind -> kind.length).toArray(), biases(x));
  }

  private double[] unit(double[] x, int j) {
    double[] unit = new double[space.size()];
    for (int k = 0; k < unit.length; k++) {
      unit[k] = x[places[j][k]];
    }
    return unit;
  }

  private double[] biases(double[] x) {
    double[] biases = new double[space.outputs()];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = x[places[hidden][i]];
    }
    return biases;
  }

  /** One unit of each kind, with multiplicities. */
  KindPoint point() {
    return point;
  }

  int kinds() {
    return members.size();
  }

  /** Whether no unit has weights, so that the one kind there is stands for none. */
  boolean isWithoutKinds() {
    return withoutKinds;
  }

  /** The units of a kind. */
  int[] members(int kind) {
    return members.get(kind);
  }

  /** The units without weights that stand for no kind. */
  int[] zeros() {
    return zeros;
  }

  /** The full point, or the change of one, with units and biases given by kind. */
  double[] full(List<double[]> units, double[] biases) {
    double[] x = new double[hidden * space.size() + space.outputs()];
    for (int kind = 0; kind < members.size(); kind++) {
      for (int j : members.get(kind)) {
        put(units.get(kind), 1.0, j, x);
      }
    }
    for (int i = 0; i < biases.length; i++) {
      x[places[hidden][i]] = biases[i];
    }
    return space.family().lift(hidden, x);
  }

  /** The full change in which some units move along a vector, each as far as its share says. */
  double[] full(double[] direction, int[] units, double[] shares) {
    double[] x = new double[hidden * space.size() + space.outputs()];
    for (int k = 0; k < units.length; k++) {
      put(direction, shares[k], units[k], x);
    }
    return space.family().lift(hidden, x);
  }

  private void put(double[] unit, double factor, int j, double[] x) {
    for (int k = 0; k < unit.length; k++) {
      x[places[j][k]] = factor * signs[j] * unit[k];
    }
  }

  /** The mean of the units of each kind in a full point, and its biases, without multiplicities. */
  KindPoint means(double[] full) {
    double[] x = space.family().reduce(hidden, full);
    List<double[]> units = new ArrayList<>();
    for (int[] kind : members) {
      double[] mean = new double[space.size()];
      for (int j : kind) {
        Vectors.add(mean, (double) signs[j] / kind.length, unit(x, j));
      }
      units.add(mean);
    }
    return new KindPoint(units, point.multiplicities(), biases(x));
  }

  /** The part of a full vector in which some units move along a unit vector. */
  void addShare(double[] full, double[] direction, int[] units, boolean apart, double[] out) {
    double[] x = space.family().reduce(hidden, full);
    double[] shares = new double[units.length];
    double mean = 0.0;
    for (int k = 0; k < units.length; k++) {
      shares[k] = signs[units[k]] * Vectors.dot(direction, unit(x, units[k]));
      mean += shares[k] / units.length;
    }
    for (int k = 0; k < units.length; k++) {
      shares[k] -= apart ? mean : 0.0;
    }
    Vectors.add(out, 1.0, full(direction, units, shares));
  }
}
