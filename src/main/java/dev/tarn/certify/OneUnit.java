package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.network.Network;
import dev.tarn.network.Penalty;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All stationary points of the XOR network with one hidden unit, by exhaustion.
 *
 * <p>Variables are the unit's weights {@code w_1, w_2, b}, its weight {@code v} to the first output
 * and that output's bias {@code B}; the second output is the negative of the first. Where the
 * energy is {@code D + lambda (w_1^2 + w_2^2 + b^2 + 2 v^2 + 2 B^2)}, a stationary point is a fixed
 * point of {@code x_i = -D_i(x) / (2 lambda)}, for {@code v} and {@code B} of {@code -D_i(x) / (4
 * lambda)}. The loss of an example changes by at most 2 with {@code B}, so that {@code |v|, |B| <=
 * 1 / (2 lambda)} and {@code |w_i|, |b| <= |v| / lambda}: the region is finite, and so is the list.
 *
 * @param search how many boxes there were, and what was found
 * @param points the points with their indices and copies; one of each class
 */
public record OneUnit(Exhaustion search, List<ProvenPoint> points) {
  private static final int CONTRACTIONS = 3;

  /** Keeps an unmodifiable copy of the list. */
  public OneUnit {
    points = List.copyOf(points);
  }

  /**
   * Proves the list for one lambda.
   *
   * @param lambda the regularisation, positive
   * @param most the largest number of boxes to examine
   */
  public static OneUnit prove(double lambda, long most) {
    Network network = Network.xor(1, lambda);
    DenseEnergy data = new DenseEnergy(network.withPenalty(Penalty.none(network.architecture())));
    JetEquations slopes = new JetEquations(data, data.size());
    double outer = Math.nextUp(0.5 / lambda);
    double inner = Math.nextUp(outer / lambda);
    double[] reach = {inner, inner, inner, outer, outer};
    Interval[] region = new Interval[reach.length];
    Arrays.setAll(region, i -> Interval.of(-reach[i], 1.01 * reach[i]));
    Exhaustion search =
        Exhaustion.of(
            new DenseEnergy(network), region, box -> contracted(slopes, box, lambda), most);
    return new OneUnit(search, classes(network, search));
  }

  private static Optional<Interval[]> contracted(
      JetEquations slopes, Interval[] given, double lambda) {
    Interval[] box = given.clone();
    for (int round = 0; round < CONTRACTIONS; round++) {
      Interval[] gradient = slopes.slopes(box);
      for (int i = 0; i < box.length; i++) {
        Interval divisor = Interval.of(i < 3 ? 2.0 : 4.0).times(lambda);
        Interval image = gradient[i].negate().dividedBy(divisor);
        if (!image.meets(box[i])) {
          return Optional.empty();
        }
        double low = Math.max(image.lower(), box[i].lower());
        double high = Math.min(image.upper(), box[i].upper());
        box[i] = Interval.of(low, high);
      }
    }
    return Optional.of(box);
  }

  private static List<ProvenPoint> classes(Network network, Exhaustion search) {
    Prover prover = Prover.of(network);
    List<ProvenPoint> classes = new ArrayList<>();
    int[] places = new DenseEnergy(network).places();
    int[] last = new DenseEnergy(network).lastOutput();
    for (Zero zero : search.points()) {
      double[] x = new double[network.dimension()];
      for (int i = 0; i < places.length; i++) {
        x[places[i]] = zero.get(i).hi();
      }
      x[last[0]] = -zero.get(3).hi();
      x[last[1]] = -zero.get(4).hi();
      try {
        ProvenPoint point = prover.prove(x);
        if (classes.stream().allMatch(other -> prover.areDifferent(other, point))) {
          classes.add(point);
        }
      } catch (NotProven e) {
        // Its class is missing then, and the copies of the others are too few: not complete.
      }
    }
    return classes;
  }

  /** Whether no box is left, and the points found are all copies of the classes. */
  public boolean isComplete() {
    return search.isComplete()
        && points.stream()
            .map(ProvenPoint::orbit)
            .reduce(BigInteger.ZERO, BigInteger::add)
            .equals(BigInteger.valueOf(search.points().size()));
  }

  /** How many boxes were examined. */
  public long examined() {
    return search.examined();
  }

  /** How many boxes were left. */
  public long undecided() {
    return search.undecided();
  }

  /** How many stationary points were found, every copy counted. */
  public int found() {
    return search.points().size();
  }
}
