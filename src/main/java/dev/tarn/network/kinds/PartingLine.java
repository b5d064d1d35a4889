package dev.tarn.network.kinds;

import dev.tarn.linear.Vectors;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.PatternPotential;
import dev.tarn.network.pattern.UnitSpace;
import dev.tarn.potential.space.Resolvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line on which some copies of a unit move away from the others of their kind, in the variables
 * of a pattern with one kind more.
 *
 * <p>At a distance {@code t} along the unit vector {@code e} the other variables take the place
 * where the gradient {@code g} has no component across {@code e}, by one step of Newton's method
 * from where they were at the distance before: {@code H d + m e = -g, e.d = 0}. The slope that is
 * left is {@code -m = e.H^-1 g / e.H^-1 e}. Cost: a Hessian and two linear systems for each
 * distance. Not thread-safe.
 */
final class PartingLine {
  private static final double SHORTEST = 3e-4;
  private static final double GROWTH = 1.25;
  private static final int LENGTHS = 42;
  // Where the other variables go further than this, they have lost their branch.
  private static final double FARTHEST = 1.0;
  // What the Hessian is shifted by against eigenvalues of exactly zero, in rounding errors.
  private static final double ROUNDINGS = 256.0;

  private final int kinds;
  private final PatternPotential pattern;
  private final int n;
  private final double[] start;
  private final double[] along;
  private final double[] y;
  private final double[] previous;
  private final double[] ofGradient;
  private final double[] ofLine;
  private final Resolvent form;
  private int[] counts = {};

  PartingLine(UnitSpace space, int kinds) {
    this.kinds = kinds;
    pattern = new PatternPotential(space, kinds);
    n = pattern.dimension();
    start = new double[n];
    along = new double[n];
    y = new double[n];
    previous = new double[n];
    ofGradient = new double[n];
    ofLine = new double[n];
    form = Resolvent.of(pattern);
  }

  /** Takes a point, of one kind less, of which some copies of a kind are to move in a direction. */
  void begin(KindPoint point, int kind, int away, double[] direction) {
    counts = Arrays.copyOf(point.multiplicities(), kinds);
    counts[kind] -= away;
    counts[kinds - 1] = away;
    List<double[]> units = point.all();
    units.add(point.unit(kind));
    pattern.setMultiplicities(counts);
    pattern.enter(units, point.biases(), start);
    Arrays.fill(along, 0.0);
    // The mean of the copies stays; coordinates are those of a unit times the multiplicity's root.
    int[] staying = pattern.places(kind);
    int[] leaving = pattern.places(kinds - 1);
    for (int k = 0; k < direction.length; k++) {
      along[staying[k]] = -Math.sqrt(away) * direction[k];
      along[leaving[k]] = Math.sqrt(counts[kind]) * direction[k];
    }
    Vectors.normalise(along);
  }

  /** The point at a distance, all else where it was. */
  KindPoint at(double distance) {
    System.arraycopy(start, 0, y, 0, n);
    Vectors.add(y, distance, along);
    return point();
  }

  private KindPoint point() {
    return new KindPoint(
        IntStream.range(0, kinds).mapToObj(j -> pattern.unit(y, j)).toList(),
        counts.clone(),
        pattern.biases(y));
  }

  /** The points where the slope passes zero, on both sides. */
  List<KindPoint> zeros() {
    List<KindPoint> zeros = new ArrayList<>();
    for (int sign = -1; sign <= 1; sign += 2) {
      System.arraycopy(start, 0, y, 0, n);
      double before = 0.0;
      double distance = 0.0;
      double next = sign * SHORTEST;
      for (int k = 0; k < LENGTHS; k++) {
        System.arraycopy(y, 0, previous, 0, n);
        Vectors.add(y, next - distance, along);
        distance = next;
        double slope = giveWay();
        if (Double.isNaN(slope)) {
          break;
        }
        if (slope * before < 0.0) {
          zeros.add(between(slope / (slope - before)));
        }
        before = slope;
        next *= GROWTH;
      }
    }
    return zeros;
  }

  /** A point between the last two, as far back from the last one as a share says. */
  private KindPoint between(double share) {
    double[] last = y.clone();
    for (int i = 0; i < n; i++) {
      y[i] -= share * (y[i] - previous[i]);
    }
    giveWay();
    KindPoint zero = point();
    System.arraycopy(last, 0, y, 0, n);
    return zero;
  }

  /** One step of the other variables; returns the slope along the line, NaN where they are lost. */
  private double giveWay() {
    form.moveTo(y);
    form.take(y);
    double shift = ROUNDINGS * Math.ulp(1.0) * form.norm();
    form.solve(shift, ofGradient);
    form.solve(along, shift, ofLine);
    double slope = Vectors.dot(along, ofGradient) / Vectors.dot(along, ofLine);
    double moved = 0.0;
    for (int i = 0; i < n; i++) {
      double step = slope * ofLine[i] - ofGradient[i];
      moved += step * step;
      ofGradient[i] = step;
    }
    if (!(moved < FARTHEST * FARTHEST)) {
      return Double.NaN;
    }
    Vectors.add(y, 1.0, ofGradient);
    return slope;
  }
}
