package dev.tarn.certify;

import static dev.tarn.certify.UnitContractor.S;
import static dev.tarn.certify.UnitShape.M;
import static dev.tarn.certify.UnitShape.W1;
import static dev.tarn.certify.UnitShape.W2;
import static dev.tarn.certify.UnitSlopes.OF_UNIT;

import dev.tarn.certify.UnitSearch.Box;
import dev.tarn.certify.UnitSearch.Result;
import dev.tarn.certify.UnitSearch.Shared;
import dev.tarn.interval.Interval;
import dev.tarn.job.Cancellation;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.network.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleConsumer;

/**
 * All stationary points of the XOR network with one hidden unit or a few, by exhaustion.
 *
 * <p>In the variables of {@link UnitSlopes} they lie in a bounded region. The tangent of the convex
 * loss at a point gives {@code lambda (C^2 + sum S_j^2) <= ln 2} ({@link EveryWidth}); and {@code 8
 * lambda |S_j| <= sum |n_d| <= 4}. For each unit, with {@code r_d = S n_d s_d / (16 lambda)},
 *
 * <pre>
 *   b = r_00 + r_01 + r_10 + r_11,   w_1 = r_10 + r_11,   w_2 = r_01 + r_11,   |r_d| <= |S| e^(-2 |p_d|) / (2 lambda)
 * </pre>
 *
 * <p>Choose {@code l >= 0.2} such that {@code |r_d| <= 0.1} where {@code |p_d| > l}. Then {@code
 * |w_k| <= 2 l}: if {@code w_1 > 2 l} were the larger one, at most one of {@code p_00, p_10} and
 * one of {@code p_01, p_11} would be within {@code l}, since they differ by {@code w_1}; each
 * choice of these gives all three weights by at most two of the r, and leads to a {@code p_d} that
 * is not within. And {@code |b| <= 5 l}, since otherwise all r are small.
 *
 * <p>Changing signs, and exchanging the inputs or units, takes every point to a part of the region:
 * a quarter for one unit, {@code w_1 >= |w_2|}, and a sixteenth for two ({@link UnitsContractor}).
 */
public final class FewUnits {
  /** The least and the largest lambda that the arithmetic serves. */
  public static final double LEAST = 1e-8;

  public static final double MOST = 1e300;

  /** The largest number of units. */
  public static final int MOST_UNITS = 2;

  /** Into how many parts the region is cut, whatever the number of threads. */
  private static final int PARTS = 256;

  private static final double SMALL = 0.1;

  private final int units;
  private final Network network;
  private final List<Zero> zeros = new ArrayList<>();
  private final List<ProvenPoint> points = new ArrayList<>();
  private final DoubleAdder done = new DoubleAdder();
  private long examined;
  private long excluded;
  private long around;
  private long undecided;
  private int deepest;
  private int unproven;

  private FewUnits(int units, double lambda) {
    this.units = units;
    network = Network.xor(units, lambda);
  }

  /**
   * Proves the list for one lambda.
   *
   * @param units the number of hidden units, from 1 to {@link #MOST_UNITS}
   * @param lambda the regularisation, from {@link #LEAST} to {@link #MOST}
   * @param most the largest number of boxes to examine, about
   * @param threads how many threads search; what is proven does not depend on it
   * @param cancellation ends the search early, without a proof
   * @param progress receives the share of the region that is done, piece by piece, from any thread
   */
  public static FewUnits prove(
      int units,
      double lambda,
      long most,
      int threads,
      Cancellation cancellation,
      DoubleConsumer progress) {
    FewUnits proof = new FewUnits(units, lambda);
    DoubleConsumer both =
        share -> {
          proof.done.add(share);
          progress.accept(share);
        };
    UnitSearch first = new UnitSearch(lambda, units);
    List<Box> parts = first.split(region(units, lambda), PARTS);
    both.accept(first.done());
    proof.add(first.found());
    Shared shared = new Shared(new AtomicLong(proof.examined), most, cancellation, both);
    OrderedJobs.run(
        parts.size(),
        threads,
        () -> part -> new UnitSearch(lambda, units).run(parts.get(part), shared),
        proof::add);
    proof.findClasses();
    return proof;
  }

  private static Interval[] region(int units, double lambda) {
    double output = Math.min(Math.sqrt(0.6932 / lambda), 0.5001 / lambda);
    double reach = Math.max(0.2, 0.5 * Math.log(0.5 * output / (lambda * SMALL)) + 1e-3);
    double weight = 2.0 * reach;
    double middle = 14.0 * reach;
    Interval[] region = new Interval[OF_UNIT * units + 1];
    for (int j = 0; j < units; j++) {
      region[OF_UNIT * j + M] = Interval.of(-middle, middle);
      region[OF_UNIT * j + W1] = Interval.of(j == 0 ? 0.0 : -weight, weight);
      region[OF_UNIT * j + W2] = Interval.of(-weight, weight);
      region[OF_UNIT * j + S] = Interval.of(-output, output);
    }
    region[OF_UNIT * units] = Interval.of(-output, output);
    return region;
  }

  private void add(Result result) {
    examined += result.examined();
    excluded += result.excluded();
    around += result.around();
    undecided += result.undecided();
    deepest = Math.max(deepest, result.deepest());
    for (Zero zero : result.points()) {
      if (zeros.stream().noneMatch(other -> Boxes.areOne(other, zero))) {
        zeros.add(zero);
      }
    }
  }

  private void findClasses() {
    Prover prover = Prover.of(network);
    DenseEnergy energy = new DenseEnergy(network);
    int[] places = energy.places();
    int[] last = energy.lastOutput();
    for (Zero zero : zeros) {
      double[] x = new double[network.dimension()];
      for (int i = 0; i < places.length; i++) {
        x[places[i]] = zero.get(i).hi();
      }
      // The other output is minus the first.
      for (int k = 0; k < last.length; k++) {
        x[last[k]] = -zero.get(places.length - last.length + k).hi();
      }
      try {
        ProvenPoint point = prover.prove(x);
        if (points.stream().allMatch(other -> prover.areDifferent(other, point))) {
          points.add(point);
        }
      } catch (NotProven e) {
        unproven++;
      }
    }
    points.sort(Comparator.comparingDouble(point -> point.energy().middle()));
  }

  /** The points with their indices and copies, one of each class, by energy. */
  public List<ProvenPoint> points() {
    return List.copyOf(points);
  }

  /** Whether no box is left, and of every point found index and copies are proven. */
  public boolean isComplete() {
    return undecided == 0 && unproven == 0;
  }

  /** How many boxes were examined. */
  public long examined() {
    return examined;
  }

  /** How many boxes were found to hold no stationary point. */
  public long excluded() {
    return excluded;
  }

  /** How many boxes lie where a proven point is the only one. */
  public long around() {
    return around;
  }

  /** How many boxes were left. */
  public long undecided() {
    return undecided;
  }

  /** How many stationary points were found, every copy counted. */
  public BigInteger found() {
    return points.stream().map(ProvenPoint::orbit).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The number of hidden units. */
  public int units() {
    return units;
  }

  /** The largest number of cuts that led to a box. */
  public int deepest() {
    return deepest;
  }

  /** The share of the region that is decided; a box that {@code k} cuts led to counts 2^-k. */
  public double decided() {
    return isComplete() ? 1.0 : Math.min(1.0, done.sum());
  }
}
