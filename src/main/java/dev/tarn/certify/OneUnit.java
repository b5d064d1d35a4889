package dev.tarn.certify;

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
import java.util.function.DoubleConsumer;

/**
 * All stationary points of the XOR network with one hidden unit, by exhaustion.
 *
 * <p>In the variables of {@link UnitContractor} they lie in a bounded region. {@code S} and {@code
 * C} minimise the energy at fixed {@code h}, which is {@code ln 2} where both are zero, so that
 * {@code lambda (S^2 + C^2) / 2 <= ln 2}; and {@code 8 lambda |S| <= |T| <= 4}. With {@code r_d = S
 * n_d s_d / (16 lambda)}
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
 * <p>Changing all signs, and exchanging the inputs, takes every point to one with {@code w_1 >=
 * |w_2|}: a quarter of the region is enough.
 */
public final class OneUnit {
  /** The least and the largest lambda that the arithmetic serves. */
  public static final double LEAST = 1e-8;

  public static final double MOST = 1e300;

  /** Into how many parts the region is cut, whatever the number of threads. */
  private static final int PARTS = 256;

  private static final double SMALL = 0.1;

  private final Network network;
  private final List<Zero> zeros = new ArrayList<>();
  private final List<ProvenPoint> points = new ArrayList<>();
  private long examined;
  private long excluded;
  private long around;
  private long undecided;
  private int unproven;

  private OneUnit(double lambda) {
    network = Network.xor(1, lambda);
  }

  /**
   * Proves the list for one lambda.
   *
   * @param lambda the regularisation, from {@link #LEAST} to {@link #MOST}
   * @param most the largest number of boxes to examine, about
   * @param threads how many threads search; what is proven does not depend on it
   * @param cancellation ends the search early, without a proof
   * @param progress receives the share of the region that is done, piece by piece, from any thread
   */
  public static OneUnit prove(
      double lambda, long most, int threads, Cancellation cancellation, DoubleConsumer progress) {
    OneUnit proof = new OneUnit(lambda);
    UnitSearch first = new UnitSearch(lambda);
    List<Interval[]> parts = first.split(region(lambda), PARTS);
    proof.add(first.found());
    Shared shared = new Shared(new AtomicLong(proof.examined), most, cancellation, progress);
    OrderedJobs.run(
        parts.size(),
        threads,
        () -> part -> new UnitSearch(lambda).run(parts.get(part), 1.0 / parts.size(), shared),
        proof::add);
    proof.findClasses();
    return proof;
  }

  private static Interval[] region(double lambda) {
    double output = Math.min(Math.sqrt(1.3863 / lambda), 0.5001 / lambda);
    double reach = Math.max(0.2, 0.5 * Math.log(0.5 * output / (lambda * SMALL)) + 1e-3);
    double weight = 2.0 * reach;
    double middle = 14.0 * reach;
    return new Interval[] {
      Interval.of(-middle, middle),
      Interval.of(0.0, weight),
      Interval.of(-weight, weight),
      Interval.of(-output, output),
      Interval.of(-output, output)
    };
  }

  private void add(Result result) {
    examined += result.examined();
    excluded += result.excluded();
    around += result.around();
    undecided += result.undecided();
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
      x[last[0]] = -zero.get(3).hi();
      x[last[1]] = -zero.get(4).hi();
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
}
