package dev.tarn.analysis;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.network.XorNetwork;

/**
 * What the stationary points of a network are like, in numbers.
 *
 * <p>Keeps no state of its own; not safe for use by several threads at once, as the network is not.
 * Each call costs one evaluation of the network on its data at most.
 */
public final class PointQuantities {
  /** The magnitude up to which a weight counts as zero, as in the paper's section IV B. */
  public static final double ZERO_WEIGHT = 1e-10;

  private final XorNetwork network;
  private final Landscape landscape;
  private final double aucTolerance;

  /**
   * Makes the quantities of a landscape's points.
   *
   * @param network the network whose landscape it is
   * @param landscape where the points are from
   * @param aucTolerance the largest difference of two probabilities that counts as a tie, 0 or more
   */
  public PointQuantities(XorNetwork network, Landscape landscape, double aucTolerance) {
    this.network = network;
    this.landscape = landscape;
    this.aucTolerance = aucTolerance;
  }

  /**
   * The value of a quantity.
   *
   * @param quantity which
   * @param point a point of the landscape
   * @return the value
   */
  public double value(Quantity quantity, StationaryPoint point) {
    return switch (quantity) {
      case AUC -> auc(point);
      case UNITS -> connectedUnits(point);
      case WEIGHTS -> point.coordinates().stream().filter(w -> Math.abs(w) > ZERO_WEIGHT).count();
      case PROBABILITY -> lowestProbability(point);
      case ENERGY -> point.energy();
      case ORBIT -> point.orbit().doubleValue();
      case HITS -> landscape.hits(point.id());
      case EIGENVALUE -> point.smallestMagnitude();
    };
  }

  /**
   * The area under the ROC curve of p(class 1) on the training data.
   *
   * @param point a point of the landscape
   * @return the area, from 0 to 1
   */
  public double auc(StationaryPoint point) {
    return RocCurve.area(probabilities(point), XorNetwork.classes(), aucTolerance);
  }

  /**
   * The probability of class 1 on the training inputs.
   *
   * @param point a point of the landscape
   * @return a new array, in the order of the data
   */
  public double[] probabilities(StationaryPoint point) {
    return network.probabilities(point.coordinates().toArray());
  }

  /**
   * How many hidden units have a weight or bias that is not zero.
   *
   * @param point a point of the landscape
   * @return from 0 to the number of hidden units
   */
  public int connectedUnits(StationaryPoint point) {
    return network.parameters().connectedUnits(point.coordinates().toArray(), ZERO_WEIGHT).size();
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
    double[] p = probabilities(point);
    int[] classes = XorNetwork.classes();
    double lowest = 1.0;
    for (int d = 0; d < p.length; d++) {
      lowest = Math.min(lowest, classes[d] == 1 ? p[d] : 1.0 - p[d]);
    }
    return lowest;
  }
}
