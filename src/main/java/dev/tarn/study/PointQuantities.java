package dev.tarn.study;

import dev.tarn.data.DataSet;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.network.OutputLayer;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import java.util.Optional;

/**
 * What the stationary points of a network, or of another potential, are like, in numbers.
 *
 * <p>Holds a workspace: for one thread. Each call costs one evaluation of the network on its data
 * at most.
 */
public final class PointQuantities {
  /** The magnitude up to which a weight counts as zero, as in the paper's section IV B. */
  public static final double ZERO_WEIGHT = 1e-10;

  private final Optional<Network> network;
  private final Optional<NetworkEvaluator> evaluator;
  private final Landscape landscape;
  private final double aucTolerance;

  /**
   * Makes the quantities of a landscape's points.
   *
   * @param potential the network, or the other potential, whose landscape it is
   * @param landscape where the points are from
   * @param aucTolerance the largest difference of two probabilities that counts as a tie, 0 or more
   */
  public PointQuantities(Potential potential, Landscape landscape, double aucTolerance) {
    network = network(potential);
    evaluator = network.map(Network::evaluator);
    this.landscape = landscape;
    this.aucTolerance = aucTolerance;
  }

  private static Optional<Network> network(Potential potential) {
    return potential instanceof Network network ? Optional.of(network) : Optional.empty();
  }

  /**
   * What a quantity is called in a legend.
   *
   * @param quantity which
   * @return plain text, with the unit where there is one: energies of networks are in nats, those
   *     of other potentials in units that only their author knows
   */
  public String title(Quantity quantity) {
    return quantity.title + (quantity == Quantity.ENERGY && network.isPresent() ? " / nats" : "");
  }

  /**
   * The value of a quantity.
   *
   * @param quantity which
   * @param point a point of the landscape
   * @return the value; NaN if the points of this potential have none ({@link #has})
   */
  public double value(Quantity quantity, StationaryPoint point) {
    return switch (quantity) {
      case AUC -> auc(point);
      case ACCURACY -> network.map(it -> accuracy(point, it.data())).orElse(Double.NaN);
      case UNITS -> network.isPresent() ? connectedUnits(point) : Double.NaN;
      case WEIGHTS -> point.coordinates().stream().filter(w -> Math.abs(w) > ZERO_WEIGHT).count();
      case PROBABILITY -> lowestProbability(point);
      case ENERGY -> point.energy();
      case ORBIT -> point.orbit().doubleValue();
      case HITS -> landscape.hits(point.id());
      case EIGENVALUE -> point.smallestMagnitude();
    };
  }

  /**
   * Whether the points of a potential have a quantity: AUC needs a network of two classes, accuracy
   * and probabilities one of classes, units and weights any network.
   *
   * @param quantity the quantity
   * @param potential the network, or another potential
   * @return false where the value would be NaN at every point
   */
  public static boolean has(Quantity quantity, Potential potential) {
    return switch (quantity) {
      case AUC ->
          network(potential)
              .filter(PointQuantities::classifies)
              .filter(it -> it.data().outputNames().size() == 2)
              .isPresent();
      case ACCURACY, PROBABILITY ->
          network(potential).filter(PointQuantities::classifies).isPresent();
      case UNITS, WEIGHTS -> network(potential).isPresent();
      default -> true;
    };
  }

  private static boolean classifies(Network network) {
    return network.architecture().output() != OutputLayer.LINEAR;
  }

  private boolean lacks(Quantity quantity) {
    return network.filter(it -> has(quantity, it)).isEmpty();
  }

  /**
   * The area under the ROC curve of p(class 1) on the training data.
   *
   * @param point a point of the landscape
   * @return the area, from 0 to 1; NaN unless there are two classes
   */
  public double auc(StationaryPoint point) {
    if (lacks(Quantity.AUC)) {
      return Double.NaN;
    }
    DataSet data = network.orElseThrow().data();
    double[] scores = new double[data.examples()];
    int[] classes = new int[scores.length];
    double[] x = point.coordinates().toArray();
    for (int d = 0; d < scores.length; d++) {
      scores[d] = evaluator.orElseThrow().answer(x, data.input(d))[1];
      classes[d] = data.classOf(d);
    }
    return RocCurve.area(scores, classes, aucTolerance);
  }

  /**
   * The part of some examples that is answered rightly: the right class has the highest
   * probability, the first one of several.
   *
   * @param point a point of the landscape
   * @param data the examples, which fit the network
   * @return from 0 to 1; NaN for a network that does not classify
   */
  public double accuracy(StationaryPoint point, DataSet data) {
    if (lacks(Quantity.ACCURACY)) {
      return Double.NaN;
    }
    return evaluator.orElseThrow().accuracy(point.coordinates().toArray(), data);
  }

  /**
   * How many hidden units have a weight or bias that is not zero, their links to the next layer
   * included.
   *
   * @param point a point of the landscape
   * @return from 0 to the number of hidden units
   * @throws java.util.NoSuchElementException if the potential is no network
   */
  public int connectedUnits(StationaryPoint point) {
    LayeredNetwork layers = LayeredNetwork.of(network.orElseThrow(), point.coordinates().toArray());
    int connected = 0;
    for (int column = 1; column < layers.layers().size(); column++) {
      for (int unit = 0; unit < layers.size(column); unit++) {
        connected += layers.isConnected(column, unit, ZERO_WEIGHT) ? 1 : 0;
      }
    }
    return connected;
  }

  /**
   * Whether this is the zero point, at which nothing is connected.
   *
   * @param point a point of the landscape
   * @return true if every weight and bias counts as zero
   */
  public static boolean isZero(StationaryPoint point) {
    return point.coordinates().stream().allMatch(w -> Math.abs(w) <= ZERO_WEIGHT);
  }

  private double lowestProbability(StationaryPoint point) {
    if (lacks(Quantity.PROBABILITY)) {
      return Double.NaN;
    }
    DataSet data = network.orElseThrow().data();
    double[] x = point.coordinates().toArray();
    double lowest = 1.0;
    for (int d = 0; d < data.examples(); d++) {
      lowest = Math.min(lowest, evaluator.orElseThrow().answer(x, data.input(d))[data.classOf(d)]);
    }
    return lowest;
  }

  /** A number that every stationary point has, to sort, colour or plot points by. */
  public enum Quantity {
    /** The area under the ROC curve on the training data ({@link RocCurve}). */
    AUC("AUC", Kind.SHARES),
    /** The part of the training examples whose class is answered rightly. */
    ACCURACY("accuracy", Kind.LINEAR),
    /** The number of hidden units with a weight or bias that is not zero. */
    UNITS("connected units", Kind.COUNTS),
    /** The number of weights and biases that are not zero. */
    WEIGHTS("non-zero weights", Kind.COUNTS),
    /** The lowest probability that the network gives to the right class of a training input. */
    PROBABILITY("lowest probability of the right class", Kind.LINEAR),
    /** The energy. */
    ENERGY("energy", Kind.LINEAR),
    /** The number of symmetry copies. */
    ORBIT("symmetry copies", Kind.LOGARITHMIC),
    /** The number of searches that ended at the point. */
    HITS("searches that ended here", Kind.LOGARITHMIC),
    /** The smallest magnitude of a Hessian eigenvalue. */
    EIGENVALUE("smallest |eigenvalue|", Kind.LOGARITHMIC);

    /** How the values of a quantity are best told apart. */
    public enum Kind {
      /** Shares, of which there are few. */
      SHARES,
      /** Whole numbers from 0 on, of which there may be few. */
      COUNTS,
      /** By their differences. */
      LINEAR,
      /** Positive, by their ratios. */
      LOGARITHMIC
    }

    private final String title;
    private final Kind kind;

    Quantity(String title, Kind kind) {
      this.title = title;
      this.kind = kind;
    }

    /**
     * What the quantity is called; {@link PointQuantities#title} adds the unit.
     *
     * @return plain text
     */
    public String title() {
      return title;
    }

    /**
     * How its values are told apart.
     *
     * @return the kind
     */
    public Kind kind() {
      return kind;
    }
  }
}
