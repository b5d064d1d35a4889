package dev.tarn.network.kinds;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.PatternPotential;
import dev.tarn.network.pattern.UnitBlocks;
import dev.tarn.network.pattern.UnitSpace;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Vector;
import dev.tarn.saddle.AnyIndexSearch;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Searches for stationary points by kinds of units, brings what is found into its simplest pattern
 * and characterises it. Not thread-safe.
 */
final class KindSolver {
  /** How much larger the gradient may be at the end of a search than after the polish. */
  private static final double NEAR = 10.0;

  private final UnitSpace space;
  private final Tolerances tolerances;
  // Units that are this close are one kind; a unit this short is none.
  private final double alike;
  private final Map<Integer, Tools> tools = new HashMap<>();
  private final UnitBlocks unitBlocks;

  /** What works on patterns of one number of kinds. */
  private static final class Tools {
    final PatternPotential pattern;
    final Evaluator evaluator;
    final AnyIndexSearch search;
    final StationaryPolish polish;
    final double[] y;
    final double[] gradient;
    final double[] hessian;
    final SymmetricEigen eigen;

    Tools(UnitSpace space, int kinds, Tolerances tolerances) {
      pattern = new PatternPotential(space, kinds);
      evaluator = pattern.evaluator();
      search =
          new AnyIndexSearch(
              pattern,
              SaddleSettings.defaults().withTolerance(NEAR * tolerances.gradient()),
              tolerances);
      polish = StationaryPolish.newton(pattern, tolerances);
      int n = pattern.dimension();
      y = new double[n];
      gradient = new double[n];
      hessian = new double[n * n];
      eigen = new SymmetricEigen(n);
    }

    /** Moves along an eigenvector of the Hessian, counted from the softest. */
    void push(int mode, double length) {
      evaluator.hessian(y, gradient, hessian);
      eigen.decompose(hessian);
      double[] values = eigen.values();
      int which =
          IntStream.range(0, y.length)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> Math.abs(values[k])))
              .skip(mode)
              .findFirst()
              .orElse(0);
      for (int i = 0; i < y.length; i++) {
        y[i] += length * eigen.vectors()[which * y.length + i];
      }
    }
  }

  KindSolver(UnitSpace space, Tolerances tolerances) {
    this.space = space;
    this.tolerances = tolerances;
    alike = tolerances.distance();
    unitBlocks = new UnitBlocks(space);
  }

  private Tools tools(int kinds) {
    return tools.computeIfAbsent(kinds, count -> new Tools(space, count, tolerances));
  }

  /** A stationary point before its characterisation. */
  record Find(KindPoint point, double energy) implements Serializable {}

  /** Searches from a start; empty if nothing is found. */
  Optional<Find> search(KindStart from) {
    KindPoint start = from.point();
    int kinds = Math.max(1, start.kinds());
    Tools own = tools(kinds);
    load(start, own);
    if (from.length() != 0.0) {
      own.push(from.mode(), from.length());
    }
    if (!own.search.approach(own.y)) {
      return Optional.empty();
    }
    double[] end = own.search.point();
    KindPoint simple = simplify(own.pattern, end, start);
    if (simple.kinds() == kinds) {
      return Optional.of(new Find(simple, own.evaluator.energy(end)));
    }
    return settled(simple);
  }

  /** A point with its energy, searched for anew from where it is; empty if it does not stay. */
  private Optional<Find> settled(KindPoint point) {
    Tools own = tools(Math.max(1, point.kinds()));
    load(point, own);
    return own.search.approach(own.y) && stayed(own.search.point(), own)
        ? Optional.of(new Find(point, own.evaluator.energy(own.search.point())))
        : Optional.empty();
  }

  private boolean stayed(double[] end, Tools own) {
    return Vectors.distance(end, own.y) <= 100.0 * alike;
  }

  private void load(KindPoint point, Tools own) {
    if (point.kinds() == 0) {
      // One unit without weights stands for none: the gradient leaves it where it is.
      own.pattern.setMultiplicities(new int[] {1});
      own.pattern.enter(List.of(new double[space.size()]), point.biases(), own.y);
    } else {
      own.pattern.setMultiplicities(point.multiplicities());
      own.pattern.enter(point.all(), point.biases(), own.y);
    }
  }

  /** Newton's method in the pattern of a point; empty if it does not stay there. */
  private Optional<PolishedPoint> polish(KindPoint point) {
    Tools own = tools(Math.max(1, point.kinds()));
    load(point, own);
    PolishedPoint polished = own.polish.polish(own.y);
    return polished.converged() && stayed(polished.coordinates(), own)
        ? Optional.of(polished)
        : Optional.empty();
  }

  /** Takes units without weights out, puts equal ones together, and sorts by multiplicity. */
  private KindPoint simplify(PatternPotential pattern, double[] y, KindPoint start) {
    List<double[]> units = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int j = 0; j < start.kinds(); j++) {
      double[] unit = pattern.unit(y, j);
      if (space.hasZeroUnits() && Vectors.norm(unit) <= alike) {
        continue;
      }
      int same = 0;
      while (same < units.size() && KindPoint.apart(units.get(same), unit, space.isOdd()) > alike) {
        same++;
      }
      if (same < units.size()) {
        counts.set(same, counts.get(same) + start.multiplicity(j));
      } else {
        units.add(oriented(unit));
        counts.add(start.multiplicity(j));
      }
    }
    List<Integer> order =
        IntStream.range(0, units.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer j) -> -counts.get(j)))
            .toList();
    return new KindPoint(
        order.stream().map(units::get).toList(),
        order.stream().mapToInt(counts::get).toArray(),
        pattern.biases(y));
  }

  /** The first component that is not zero is positive, where units may change sign. */
  private double[] oriented(double[] unit) {
    for (int k = 0; space.isOdd() && k < unit.length; k++) {
      if (Math.abs(unit[k]) > alike) {
        return unit[k] > 0.0 ? unit : Arrays.stream(unit).map(value -> -value).toArray();
      }
    }
    return unit;
  }

  /** Polishes a point and computes all that is to be known of it; empty if it is no point. */
  Optional<KindClass> characterise(KindPoint rough) {
    Optional<PolishedPoint> found = polish(rough);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PolishedPoint polished = found.get();
    KindPoint point =
        rough.kinds() == 0
            ? new KindPoint(List.of(), new int[0], tools(1).pattern.biases(polished.coordinates()))
            : simplify(tools(rough.kinds()).pattern, polished.coordinates(), rough);
    if (point.kinds() < rough.kinds()) {
      // Units that became equal only now: their pattern has other eigenvalues.
      return characterise(point);
    }
    List<Vector> blocks = unitBlocks.of(point).stream().map(UnitBlocks.Block::eigenvalues).toList();
    Vector zeroBlock = space.hasZeroUnits() ? blocks.get(point.kinds()) : Vector.of();
    Vector own =
        rough.kinds() == 0
            ? biasEigenvalues(polished, zeroBlock)
            : Vector.of(polished.eigenvalues());
    return Optional.of(
        new KindClass(
            new KindClass.Parts(
                point.all().stream().map(Vector::of).toList(),
                Arrays.stream(point.multiplicities()).boxed().toList(),
                Vector.of(point.biases()),
                polished.energy(),
                polished.rms(),
                own,
                blocks.subList(0, point.kinds()),
                zeroBlock,
                images(point),
                space.isOdd())));
  }

  /** The pattern of one zero unit has that unit's eigenvalues too: they are taken out. */
  private static Vector biasEigenvalues(PolishedPoint polished, Vector zeroBlock) {
    List<Double> rest = new ArrayList<>();
    for (double value : polished.eigenvalues()) {
      rest.add(value);
    }
    for (double known : zeroBlock.asList()) {
      rest.remove(
          rest.stream()
              .min(Comparator.comparingDouble(value -> Math.abs(value - known)))
              .orElseThrow());
    }
    return Vector.of(DoubleStream.of(rest.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** How many different points the symmetries of the data make of one. */
  private int images(KindPoint point) {
    long fixing =
        space.images(point).stream()
            .filter(image -> image.matches(point, space.isOdd(), alike))
            .count();
    return space.symmetries() / Math.toIntExact(fixing);
  }
}
