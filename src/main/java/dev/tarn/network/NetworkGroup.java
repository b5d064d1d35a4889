package dev.tarn.network;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.stationary.OrbitIndex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The symmetry group of a network's energy; {@link NetworkTransformation} is one element of it.
 *
 * <p>The units of each hidden layer can be permuted, each can change the sign of all its weights
 * where the activation is odd, and inputs and outputs can be permuted (and change sign) as the data
 * allow, which is found out from the data ({@link #dataSymmetries()}). The order is the product of
 * {@code N!}, times {@code 2^N} where the activation is odd, over the hidden layers, times the
 * number of the data's symmetries; for the XOR network {@code 2^N_h N_h! 2}, as its two inputs can
 * be exchanged. All elements are isometries, and all are symmetries whatever the coefficients of
 * the {@link Penalty}, since they keep the sum of squares of each group.
 *
 * <p>Maps that keep the energy but are no isometries are left out on purpose, such as the rescaling
 * of a ReLU unit, or with free hidden biases the complement {@code x_k -> 1 - x_k} of an input of
 * XOR, which they can absorb: {@code (w, b) -> (-w, b + w)}. Distances, Hessian eigenvalues and
 * steepest-descent paths of a point are not those of such an image, so the two are not one point of
 * the landscape.
 *
 * <p>Where free parameters leave directions along which the energy does not change ({@link
 * Network#nullDirections()}), these are divided out: points that differ along them only are taken
 * as equal.
 *
 * <p><b>Guarantees.</b> With at most one hidden layer nearest copies, orbit sizes and classes are
 * exact: one assignment problem, {@code O(N^3)}, for each symmetry of the data. With more, they
 * come from branch and bound over the arrangements of every second hidden layer (with two, of the
 * one with fewer arrangements). They are exact whenever these and the data's symmetries give at
 * most 100,000 cases, and beyond that if the search ends within {@value DeepLayers#BUDGET} steps,
 * which it nearly always does for two points of one class. Otherwise the nearest copy is the best
 * one found, and classes may be counted more than once, never taken together wrongly. A copy nearer
 * than 1e-8 is taken at once.
 *
 * <p>Canonical form: for each symmetry of the data, layer after layer, every unit gets the sign
 * that makes its first non-zero number positive and units are sorted in descending lexicographic
 * order of their numbers, as these stand in the {@link Layout}; the lexicographically largest
 * result is taken. Components are compared in steps of 2^-20.
 *
 * <p>Immutable, may be shared between threads. No argument is modified unless it is said to receive
 * a result.
 */
public final class NetworkGroup implements SymmetryGroup {
  private final Layout layout;
  private final Architecture architecture;
  private final NullSpace nullSpace;
  private final boolean complete;
  private final List<NetworkTransformation> dataSymmetries;
  private final Arrangements arrangements;

  NetworkGroup(Layout layout, DataSymmetries found, NullSpace nullSpace) {
    this.layout = layout;
    this.nullSpace = nullSpace;
    architecture = layout.architecture();
    complete = found.complete();
    NetworkTransformation identity = NetworkTransformation.identity(layout);
    List<NetworkTransformation> all = new ArrayList<>();
    for (DataSymmetries.Element element : found.elements()) {
      List<SignedPermutation> nodes = new ArrayList<>(identity.nodes());
      nodes.set(0, element.inputs());
      nodes.set(architecture.layers(), element.outputs());
      all.add(new NetworkTransformation(layout, nodes));
    }
    dataSymmetries = List.copyOf(all);
    arrangements =
        architecture.hidden().size() > 1
            ? new DeepLayers(layout, dataSymmetries)
            : new OneLayer(layout, dataSymmetries);
  }

  /**
   * The symmetries that come from the data: permutations of the inputs, with signs, together with
   * one of the outputs, that map the examples to themselves.
   *
   * @return the elements that leave the hidden units in place, the identity first
   */
  public List<NetworkTransformation> dataSymmetries() {
    return dataSymmetries;
  }

  /**
   * Whether all symmetries of the data are known.
   *
   * @return false if the search was given up (more than 64 inputs and outputs, more than 5040
   *     symmetries, or too many examples to look through); only the identity is known then
   */
  public boolean isComplete() {
    return complete;
  }

  @Override
  public BigInteger order() {
    BigInteger order = BigInteger.valueOf(dataSymmetries.size());
    for (int l = 1; l < architecture.layers(); l++) {
      order = order.multiply(DeepMatching.layerOrder(architecture, l));
    }
    return order;
  }

  @Override
  public NetworkTransformation identity() {
    return dataSymmetries.get(0);
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] best = arrangements.canonical(nullSpace.without(x));
    for (int i = 0; i < best.length; i++) {
      // Not a negative zero.
      canonical[i] = best[i] + 0.0;
    }
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return order().divide(arrangements.stabiliser(nullSpace.without(x)).order());
  }

  /**
   * {@inheritDoc}
   *
   * <p>With one hidden layer: each zero unit may change its sign, units that are equal up to sign
   * may be exchanged, and a symmetry of the data counts if some permutation with signs undoes it.
   */
  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return List.copyOf(arrangements.stabiliser(nullSpace.without(x)).generators());
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] moved;
    if (nullSpace.isTrivial()) {
      moved = arrangements.nearestCopy(x, reference);
    } else {
      double[] across = nullSpace.without(reference);
      moved = arrangements.nearest(nullSpace.without(x), across).apply(x);
      nullSpace.remove(moved);
      for (int i = 0; i < moved.length; i++) {
        moved[i] += reference[i] - across[i];
      }
    }
    System.arraycopy(moved, 0, copy, 0, moved.length);
    return Vectors.distance(copy, reference);
  }

  /**
   * An element that takes one point to another.
   *
   * <p>Any two such elements differ by one of the stabiliser. With at most one hidden layer this is
   * the simplest one: that with the least sum of 2 for each unit moved, 1 for each unit that
   * changes sign and 1 for a symmetry of the data; two linear assignments for each of these find
   * it.
   *
   * @param x a point
   * @param y a point of the same length
   * @return an element {@code g} with {@code g(x) = y}, each unit and what belongs to none (with
   *     several hidden layers, the whole point) to within {@link OrbitIndex#DISTANCE_TOLERANCE},
   *     and up to the null directions; empty if the two are not of one class
   */
  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    return arrangements
        .transporter(nullSpace.without(x), nullSpace.without(y))
        .map(Function.identity());
  }

  @Override
  public NetworkTransformation randomElement(RandomGenerator random) {
    return randomElement(random, 1.0);
  }

  /** An element that moves only some of the units, how many on average being drawn as well. */
  NetworkTransformation randomPartialElement(RandomGenerator random) {
    return randomElement(random, random.nextDouble());
  }

  private NetworkTransformation randomElement(RandomGenerator random, double share) {
    NetworkTransformation element = dataSymmetries.get(random.nextInt(dataSymmetries.size()));
    List<SignedPermutation> nodes = new ArrayList<>(element.nodes());
    for (int l = 1; l < architecture.layers(); l++) {
      nodes.set(l, randomPermutation(random, l, share));
    }
    return new NetworkTransformation(layout, nodes);
  }

  private SignedPermutation randomPermutation(RandomGenerator random, int layer, double share) {
    int units = architecture.width(layer);
    boolean odd = UnitBounds.isOdd(architecture, layer);
    int[] source = new int[units];
    int[] sign = new int[units];
    int[] moved = new int[units];
    int count = 0;
    for (int j = 0; j < units; j++) {
      source[j] = j;
      sign[j] = 1;
      if (share < 1.0 && random.nextDouble() >= share) {
        continue;
      }
      moved[count++] = j;
      int k = moved[random.nextInt(count)];
      source[j] = source[k];
      source[k] = j;
      sign[j] = !odd || random.nextBoolean() ? 1 : -1;
    }
    return SignedPermutation.unchecked(source, sign);
  }

  @Override
  public Projection fixedSpace(double[] x) {
    Projection average =
        new FixedSpace(x.length, arrangements.stabiliser(nullSpace.without(x)).generators());
    if (nullSpace.isTrivial()) {
      return average;
    }
    return point -> {
      double[] rest = nullSpace.without(point);
      double[] projected = rest.clone();
      average.apply(projected);
      for (int i = 0; i < point.length; i++) {
        point[i] += projected[i] - rest[i];
      }
    };
  }
}
