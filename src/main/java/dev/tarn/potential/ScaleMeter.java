package dev.tarn.potential;

import dev.tarn.linear.LbfgsDirection;
import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Measures the scales of a potential of which nothing is known.
 *
 * <p>From a few random points it goes down, without any unit: the first step is a small part of the
 * distance {@code |g| / |H g/|g||} over which the gradient would vanish, later ones are those of
 * L-BFGS, halved until the energy falls. Where it does not come to rest, the energy may have no
 * end. At each other end the secant curvature {@code s(d) = (g(x + d u) - g(x - d u)).u / 2d} along
 * random directions {@code u} is followed from large distances {@code d} down to where halving
 * {@code d} no longer changes it: the distance at which a quadratic model ceases to hold. The
 * length is the median of these distances, the energy the median of {@code |s| d^2}.
 *
 * <p>Where the ends are far from the origin, farther than random points are, random points are
 * better drawn around the ends.
 *
 * <p>Both are rounded to powers of two, and left at 1 where they are of order one.
 */
final class ScaleMeter {
  /** The longest random starts, in units of the length, hardly go beyond. */
  private static final double REACH = 32.0;

  private static final int STARTS = 64;
  private static final int ENDS = 5;
  private static final int DIRECTIONS = 2;
  private static final int STEPS = 400;
  private static final int HALVINGS = 70;
  private static final int CUTS = 40;
  private static final int MEMORY = 5;
  private static final double FIRST_STEP = 0.1;
  private static final double FALLEN = 1e-6;
  private static final double ARRIVED = 1e-3;
  private static final double SETTLED = 1e-6;
  private static final double SAME_CURVATURE = 0.1;
  private static final double CURVATURE_KEPT = 3;
  // What lies within these factors of 1 is of order one, which the searches' own ranges cover.
  private static final double ORDER_ONE_LENGTH = 64.0;
  private static final double ORDER_ONE_ENERGY = 1024.0;

  private final Potential potential;
  private final Evaluator evaluator;
  private final int n;
  private final RandomGenerator random = new SplittableRandom(1L);
  private final List<double[]> found = new ArrayList<>();
  private final List<double[]> ends = new ArrayList<>();

  private ScaleMeter(Potential potential) {
    this.potential = potential;
    evaluator = potential.evaluator();
    n = potential.dimension();
  }

  /**
   * What was measured.
   *
   * @param scales the scales
   * @param centre a place among the ends; the origin where they are within reach of it
   */
  record Measured(Potential.Scales scales, double[] centre) {}

  static Measured measure(Potential potential) {
    ScaleMeter meter = new ScaleMeter(potential);
    Potential.Scales scales = meter.scales();
    return new Measured(scales, meter.centre(scales.length()));
  }

  /** The median of each variable over the ends. */
  private double[] centre(double length) {
    double[] centre = new double[n];
    for (int i = 0; i < n && !ends.isEmpty(); i++) {
      int variable = i;
      double[] values = ends.stream().mapToDouble(end -> end[variable]).sorted().toArray();
      centre[i] = values[values.length / 2];
    }
    return Vectors.largest(centre) > REACH * length ? centre : new double[n];
  }

  /** Whether random points are those of the default, which know nothing of the potential. */
  static boolean startsAnywhere(Potential potential) {
    try {
      return potential
          .getClass()
          .getMethod("randomPoint", RandomGenerator.class, double[].class)
          .getDeclaringClass()
          .equals(Potential.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every potential has random points", e);
    }
  }

  private Potential.Scales scales() {
    for (int k = 0; k < STARTS && ends.size() < ENDS; k++) {
      double[] x = new double[n];
      potential.randomPoint(random, x);
      double reach = descend(x);
      if (reach > 0.0) {
        ends.add(x);
        for (int d = 0; d < DIRECTIONS; d++) {
          resolve(x, reach);
        }
      }
    }
    if (found.isEmpty()) {
      return Potential.Scales.ONE;
    }
    return new Potential.Scales(unit(0, ORDER_ONE_LENGTH), unit(1, ORDER_ONE_ENERGY));
  }

  private double unit(int which, double orderOne) {
    double[] values = found.stream().mapToDouble(pair -> pair[which]).sorted().toArray();
    double median = values[values.length / 2];
    if (!(median > Double.MIN_NORMAL && median < Double.MAX_VALUE)
        || (median <= orderOne && median >= 1.0 / orderOne)) {
      return 1.0;
    }
    return Math.scalb(1.0, Math.getExponent(median));
  }

  /** Goes down from a point, which is replaced; returns a length of its way, 0 if there is none. */
  private double descend(double[] x) {
    double[] start = x.clone();
    double[] g = new double[n];
    double[] trial = new double[n];
    double[] trialG = new double[n];
    double[] direction = new double[n];
    double energy = evaluator.gradient(x, g);
    double norm = Vectors.norm(g);
    double first = norm;
    double reach = reach(x, g, norm);
    if (!Double.isFinite(energy) || !(reach > 0.0)) {
      return 0.0;
    }
    boolean settled = false;
    LbfgsDirection history = new LbfgsDirection(n, MEMORY, FIRST_STEP * reach / norm);
    for (int k = 0; k < STEPS && !(norm <= FALLEN * first && settled); k++) {
      history.direction(g, direction);
      double factor = Vectors.dot(direction, g) > 0.0 ? -1.0 : 1.0;
      double trialEnergy = Double.NaN;
      for (int cut = 0; cut < CUTS; cut++) {
        for (int i = 0; i < n; i++) {
          trial[i] = x[i] + factor * direction[i];
        }
        trialEnergy = evaluator.gradient(trial, trialG);
        if (trialEnergy < energy && Double.isFinite(Vectors.norm(trialG))) {
          break;
        }
        factor *= 0.5;
      }
      if (!(trialEnergy < energy)) {
        // No shorter step goes down: the floor, or the end of numbers.
        settled |= norm <= FALLEN * first;
        break;
      }
      history.update(trial, x, trialG, g);
      System.arraycopy(trial, 0, x, 0, n);
      System.arraycopy(trialG, 0, g, 0, n);
      // A gradient that has fallen is not enough: the energy may be on its way down by decades.
      settled = energy - trialEnergy <= SETTLED * Math.abs(trialEnergy);
      energy = trialEnergy;
      norm = Vectors.norm(g);
    }
    boolean arrived = settled && Double.isFinite(energy) && norm <= ARRIVED * first;
    return arrived ? Math.max(reach, Vectors.distance(start, x)) : 0.0;
  }

  /** The distance along the gradient at which a quadratic model has it vanish. */
  private double reach(double[] x, double[] g, double norm) {
    double size = 0.0;
    for (double value : x) {
      size = Math.max(size, Math.abs(value));
    }
    double h = FiniteDifferences.step(size, evaluator.gradientNoise());
    double reach = 0.0;
    // The step is to be short on the scale that it measures.
    for (int k = 0; k < HALVINGS; k++) {
      double curvature = Math.abs(secant(x, g, norm, h));
      reach = norm / curvature;
      if (!Double.isFinite(norm) || !(norm > 0.0)) {
        return 0.0;
      }
      if (Double.isFinite(reach) && h <= FIRST_STEP * reach) {
        return reach;
      }
      h *= 0.25;
    }
    return 0.0;
  }

  /** The curvature along a direction between two points beside a third one. */
  private double secant(double[] x, double[] direction, double norm, double distance) {
    double[] point = new double[n];
    double[] g = new double[n];
    double difference = 0.0;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < n; i++) {
        point[i] = x[i] + side * distance / norm * direction[i];
      }
      evaluator.gradient(point, g);
      difference += side * Vectors.dot(g, direction) / norm;
    }
    return difference / (2.0 * distance);
  }

  /** Finds the distance up to which the curvature along a random direction stays the same. */
  private void resolve(double[] x, double reach) {
    double[] u = new double[n];
    for (int i = 0; i < n; i++) {
      u[i] = random.nextGaussian();
    }
    double norm = Vectors.norm(u);
    double distance = 16.0 * reach;
    double before = secant(x, u, norm, distance);
    int kept = 0;
    for (int k = 0; k < HALVINGS; k++) {
      distance *= 0.5;
      double here = secant(x, u, norm, distance);
      boolean same = Math.abs(here - before) <= SAME_CURVATURE * Math.abs(here);
      kept = same && here != 0.0 ? kept + 1 : 0;
      if (kept == CURVATURE_KEPT) {
        double length = distance * (1 << kept);
        found.add(new double[] {length, Math.abs(here) * length * length});
        return;
      }
      before = here;
    }
  }

  @Override
  public String toString() {
    return "scales from " + found.stream().map(Arrays::toString).toList();
  }
}
