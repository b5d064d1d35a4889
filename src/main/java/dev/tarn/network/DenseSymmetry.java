package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.OrbitIndex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The symmetry group of a fully connected network's energy.
 *
 * <p>The units of each hidden layer can be permuted, each can change the sign of all its weights
 * where the activation is odd, and inputs and outputs can be permuted (and change sign) as the data
 * allow, which is found out from the data ({@link #dataSymmetries()}). The order is the product of
 * {@code N!}, times {@code 2^N} where the activation is odd, over the hidden layers, times the
 * number of the data's symmetries. All elements are isometries, and all are symmetries whatever the
 * coefficients of the {@link Penalty}, since they keep the sum of squares of each group. Maps that
 * keep the energy but are no isometries, such as the complement of an input or the rescaling of a
 * ReLU unit, are left out on purpose.
 *
 * <p>Where free parameters leave directions along which the energy does not change ({@link
 * DenseNetwork#nullDirections()}), these are divided out: points that differ along them only are
 * taken as equal.
 *
 * <p><b>Guarantees.</b> With at most one hidden layer nearest copies, orbit sizes and classes are
 * exact: one assignment problem, {@code O(N^3)}, for each symmetry of the data. With more, they
 * come from branch and bound over the arrangements of every second hidden layer (with two, of the
 * one with fewer arrangements). They are exact whenever these and the data's symmetries give at
 * most 100,000 cases, and beyond that if the search ends within {@value #BUDGET} steps, which it
 * nearly always does for two points of one class. Otherwise the nearest copy is the best one found,
 * and classes may be counted more than once, never taken together wrongly. A copy nearer than 1e-8
 * is taken at once.
 *
 * <p>Canonical form: for each symmetry of the data, layer after layer, every unit gets the sign
 * that makes its first non-zero number positive and units are sorted in descending lexicographic
 * order of what comes in, their bias and what goes out; the lexicographically largest result is
 * taken. Components are compared in steps of 2^-20.
 *
 * <p>Immutable, may be shared between threads. No argument is modified unless it is said to receive
 * a result.
 */
public final class DenseSymmetry implements SymmetryGroup {
  private static final int BUDGET = 500_000;
  private static final double CLOSE = 1e-16;

  private final DenseParameters parameters;
  private final Architecture architecture;
  private final NullSpace nullSpace;
  private final boolean complete;
  private final List<DenseElement> dataSymmetries = new ArrayList<>();

  DenseSymmetry(DenseParameters parameters, DataSet data, NullSpace nullSpace) {
    this.parameters = parameters;
    this.nullSpace = nullSpace;
    architecture = parameters.architecture();
    DataSymmetries found = DataSymmetries.find(architecture, data);
    complete = found.complete();
    DenseElement identity = DenseElement.identity(parameters);
    for (DataSymmetries.Element element : found.elements()) {
      List<SignedPermutation> nodes = new ArrayList<>(identity.nodes());
      nodes.set(0, element.inputs());
      nodes.set(architecture.layers(), element.outputs());
      dataSymmetries.add(new DenseElement(parameters, nodes));
    }
  }

  /**
   * The symmetries that come from the data: permutations of the inputs, with signs, together with
   * one of the outputs, that map the examples to themselves.
   *
   * @return the elements that leave the hidden units in place, the identity first
   */
  public List<DenseElement> dataSymmetries() {
    return List.copyOf(dataSymmetries);
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
      order = order.multiply(DenseMatching.layerOrder(architecture, l));
    }
    return order;
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] point = nullSpace.without(x);
    double[] best = new UnitOrder(parameters, point).sorted();
    for (DenseElement element : dataSymmetries.subList(1, dataSymmetries.size())) {
      double[] other = new UnitOrder(parameters, element.apply(point)).sorted();
      if (UnitOrder.compare(other, best) > 0) {
        best = other;
      }
    }
    System.arraycopy(best, 0, canonical, 0, best.length);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return order().divide(stabiliser(x).order());
  }

  /**
   * Generators of the stabiliser: the elements that leave a point in place.
   *
   * @param x the point; components that agree to 1e-6 are taken as equal
   * @return elements that generate the stabiliser, none of them the identity; none for a point that
   *     only the identity leaves in place
   */
  public List<DenseElement> stabiliserGenerators(double[] x) {
    return List.copyOf(stabiliser(x).generators());
  }

  private DenseStabiliser stabiliser(double[] x) {
    DenseStabiliser stabiliser = new DenseStabiliser(parameters, nullSpace.without(x), BUDGET);
    stabiliser.include(dataSymmetries);
    return stabiliser;
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] moved = nearestElement(x, reference).apply(x);
    if (!nullSpace.isTrivial()) {
      double[] along = reference.clone();
      nullSpace.remove(moved);
      nullSpace.remove(along);
      for (int i = 0; i < moved.length; i++) {
        moved[i] += reference[i] - along[i];
      }
    }
    System.arraycopy(moved, 0, copy, 0, moved.length);
    return Vectors.distance(copy, reference);
  }

  /**
   * An element that takes one point to another.
   *
   * @param x a point
   * @param y a point of the same length
   * @return an element {@code g} with {@code g(x) = y} to within {@link
   *     OrbitIndex#DISTANCE_TOLERANCE}, and up to the null directions; empty if the two are not of
   *     one class
   */
  public Optional<DenseElement> transporter(double[] x, double[] y) {
    DenseElement element = nearestElement(x, y);
    double[] moved = nullSpace.without(element.apply(x));
    boolean near = Vectors.distance(moved, nullSpace.without(y)) <= OrbitIndex.DISTANCE_TOLERANCE;
    return near ? Optional.of(element) : Optional.empty();
  }

  /** The element that brings a point nearest to another, the null directions left aside. */
  private DenseElement nearestElement(double[] x, double[] reference) {
    double[] from = nullSpace.without(x);
    double[] to = nullSpace.without(reference);
    List<DenseMatching> matchings = new ArrayList<>();
    int best = 0;
    for (int k = 0; k < dataSymmetries.size(); k++) {
      DenseMatching matching =
          new DenseMatching(parameters, k == 0 ? from : dataSymmetries.get(k).apply(from), to);
      matching.improve();
      matchings.add(matching);
      best = matching.best() < matchings.get(best).best() ? k : best;
    }
    if (architecture.hidden().size() > 1) {
      // Equal points first: that search is short, as nearly everything is ruled out at once.
      double equal = OrbitIndex.DISTANCE_TOLERANCE * OrbitIndex.DISTANCE_TOLERANCE;
      best = searched(matchings, best, Math.min(equal, matchings.get(best).best()));
      best = searched(matchings, best, Double.POSITIVE_INFINITY);
    }
    if (matchings.get(best).best() == Double.POSITIVE_INFINITY) {
      // Only for points that are not finite.
      return dataSymmetries.get(0);
    }
    DenseElement arrangement = new DenseElement(parameters, matchings.get(best).arrangement());
    return best == 0 ? arrangement : arrangement.after(dataSymmetries.get(best));
  }

  /** Looks for something nearer, for all symmetries of the data; returns the best of these. */
  private static int searched(List<DenseMatching> matchings, int start, double below) {
    int best = start;
    long left = BUDGET;
    for (int k = 0; k < matchings.size() && left > 0; k++) {
      double least = matchings.get(best).best();
      if (least <= CLOSE) {
        break;
      }
      left -= matchings.get(k).search(Math.min(below, least), CLOSE, left);
      best = matchings.get(k).best() < least ? k : best;
    }
    return best;
  }

  @Override
  public void randomCopy(RandomGenerator random, double[] x, double[] copy) {
    double[] moved = randomElement(random).apply(x);
    System.arraycopy(moved, 0, copy, 0, moved.length);
  }

  /**
   * An element drawn uniformly from the group.
   *
   * @param random the source of randomness
   * @return the element
   */
  public DenseElement randomElement(RandomGenerator random) {
    return randomElement(random, 1.0);
  }

  /** An element that moves only some of the units, how many on average being drawn as well. */
  DenseElement randomPartialElement(RandomGenerator random) {
    return randomElement(random, random.nextDouble());
  }

  private DenseElement randomElement(RandomGenerator random, double share) {
    DenseElement element = dataSymmetries.get(random.nextInt(dataSymmetries.size()));
    List<SignedPermutation> nodes = new ArrayList<>(element.nodes());
    for (int l = 1; l < architecture.layers(); l++) {
      int units = architecture.width(l);
      SignedPermutation identity = SignedPermutation.identity(units);
      int[] source = identity.sources().toArray();
      int[] sign = identity.signs().toArray();
      List<Integer> moved = new ArrayList<>();
      for (int j = 0; j < units; j++) {
        if (share < 1.0 && random.nextDouble() >= share) {
          continue;
        }
        moved.add(j);
        int k = moved.get(random.nextInt(moved.size()));
        source[j] = source[k];
        source[k] = j;
        sign[j] = UnitBounds.isOdd(architecture, l) && random.nextBoolean() ? -1 : 1;
      }
      nodes.set(l, SignedPermutation.of(source, sign));
    }
    return new DenseElement(parameters, nodes);
  }

  @Override
  public Projection fixedSpace(double[] x) {
    Projection average = new FixedSpace(x.length, stabiliser(x).generators());
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
