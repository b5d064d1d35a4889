package dev.tarn.study;

import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What a network answers when its inputs are perturbed: section IV D of Mehta, Zhao, Bernal and
 * Wales, Phys. Rev. E 97, 052307 (2018).
 *
 * <p>The probability {@code p} of class 1 is computed for every input of a square grid. The answer
 * is class 1 where {@code p > 0.5} and class 0 where {@code p < 0.5}. At {@code p = 0.5} exactly
 * the network gives no answer, which counts as wrong for either class. What is right, a region says
 * in which class 1 is. The fraction answered right counts each point of the grid once.
 *
 * <p>The distance of a training point from a wrong answer is that from the set of all wrong inputs,
 * not only those of the grid. Answers turn wrong at the line {@code p = 0.5} and at the border of
 * the region, so for a point answered right it is the smaller one of its distances from the two
 * lines (good to 1e-9). They are looked for in the square of the grid and one step beyond it.
 *
 * <p>Immutable. Cost: two probabilities for each point of the grid and some thousands for each
 * training point; a few milliseconds for the grid of the paper and ten hidden units.
 */
public final class SensitivityMap {
  private static final double UNDECIDED = 0.5;

  private final InputGrid grid;
  private final Vector probabilities;
  private final int right;
  private final RegionBorder decision;
  private final RegionBorder desired;
  private final List<Margin> margins;

  /**
   * An input whose class is known.
   *
   * @param x the first input
   * @param y the second input
   * @param label the class, 0 or 1
   */
  public record TrainingPoint(double x, double y, int label) {
    /**
     * Checks the class.
     *
     * @param x as above
     * @param y as above
     * @param label as above
     * @throws IllegalArgumentException if the class is neither 0 nor 1
     */
    public TrainingPoint {
      if (label != 0 && label != 1) {
        throw new IllegalArgumentException("a class is 0 or 1, not " + label);
      }
    }
  }

  /**
   * How far a training point is from a wrong answer.
   *
   * @param point the training point
   * @param probability the probability of class 1 that the network gives it
   * @param distance the distance of the nearest wrong inputs, 0 if it is answered wrong itself;
   *     empty if there is no wrong answer in the square
   */
  public record Margin(TrainingPoint point, double probability, OptionalDouble distance) {}

  private SensitivityMap(
      InputGrid grid,
      Vector probabilities,
      int right,
      RegionBorder decision,
      RegionBorder desired,
      List<Margin> margins) {
    this.grid = grid;
    this.probabilities = probabilities;
    this.right = right;
    this.decision = decision;
    this.desired = desired;
    this.margins = List.copyOf(margins);
  }

  /**
   * Computes a map.
   *
   * @param classifier the network; used by this thread only
   * @param ones the region in which class 1 is the right answer; elsewhere it is class 0
   * @param training the training points
   * @param grid the inputs
   * @return the map
   * @throws IllegalArgumentException if a probability is not a number from 0 to 1
   */
  public static SensitivityMap of(
      Classifier classifier, Region ones, List<TrainingPoint> training, InputGrid grid) {
    int size = grid.size();
    int right = 0;
    DoubleStream.Builder probabilities = DoubleStream.builder();
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        double p = checked(classifier, grid.at(i), grid.at(j));
        probabilities.add(p);
        right += isRight(p, ones.contains(grid.at(i), grid.at(j))) ? 1 : 0;
      }
    }
    RegionBorder decision =
        RegionBorder.of((x, y) -> classifier.probability(x, y) > UNDECIDED, grid);
    RegionBorder desired = RegionBorder.of(ones, grid);
    List<Margin> margins = new ArrayList<>();
    for (TrainingPoint point : training) {
      double p = checked(classifier, point.x(), point.y());
      OptionalDouble distance =
          isRight(p, ones.contains(point.x(), point.y()))
              ? smaller(
                  decision.distance(point.x(), point.y()), desired.distance(point.x(), point.y()))
              : OptionalDouble.of(0.0);
      margins.add(new Margin(point, p, distance));
    }
    return new SensitivityMap(
        grid, Vector.of(probabilities.build()), right, decision, desired, margins);
  }

  /**
   * The inputs.
   *
   * @return the grid of both axes
   */
  public InputGrid grid() {
    return grid;
  }

  /**
   * The probability of class 1 at a point of the grid.
   *
   * @param i the number of the first input, from 0
   * @param j the number of the second input, from 0
   * @return from 0 to 1
   */
  public double probability(int i, int j) {
    return probabilities.get(j * grid.size() + i);
  }

  /**
   * How many points of the grid are answered right.
   *
   * @return from 0 to the number of points
   */
  public int right() {
    return right;
  }

  /**
   * Which part of the grid is answered right.
   *
   * @return from 0 to 1
   */
  public double fractionRight() {
    return (double) right / probabilities.length();
  }

  /**
   * The distance of each training point from a wrong answer.
   *
   * @return one entry for each, in the order given
   */
  public List<Margin> margins() {
    return margins;
  }

  /**
   * The smallest distance of a training point from a wrong answer.
   *
   * @return the distance; empty without training points or wrong answers
   */
  public OptionalDouble smallestMargin() {
    OptionalDouble smallest = OptionalDouble.empty();
    for (Margin margin : margins) {
      smallest = smaller(smallest, margin.distance());
    }
    return smallest;
  }

  /**
   * Where the network changes its answer: the line {@code p = 0.5}.
   *
   * @return for each piece of it its points one after the other, as {@code x_0, y_0, x_1, y_1,
   *     ...}; a closed one ends with its first point
   */
  public List<Vector> decision() {
    return decision.lines();
  }

  /**
   * Where the right answer changes: the border of the region of class 1.
   *
   * @return its pieces, as {@link #decision}
   */
  public List<Vector> desired() {
    return desired.lines();
  }

  private static boolean isRight(double p, boolean one) {
    return one ? p > UNDECIDED : p < UNDECIDED;
  }

  private static double checked(Classifier classifier, double x, double y) {
    double p = classifier.probability(x, y);
    if (!(p >= 0.0 && p <= 1.0)) {
      throw new IllegalArgumentException(
          "a probability is from 0 to 1, not " + p + ", which is that of (" + x + ", " + y + ")");
    }
    return p;
  }

  private static OptionalDouble smaller(OptionalDouble a, OptionalDouble b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return OptionalDouble.of(Math.min(a.getAsDouble(), b.getAsDouble()));
  }

  /**
   * Inputs at equal distances, the same on both axes: {@code low + k step} for {@code k = 0, 1,
   * ...} as long as that is not above {@code high}.
   *
   * @param low the first input
   * @param high what the last input does not exceed; above {@code low}
   * @param step the distance of neighbours; positive
   */
  public record InputGrid(double low, double high, double step) {
    /** The largest number of inputs on an axis. */
    public static final int MAX_SIZE = 2000;

    private static final double ROUNDING = 1e-9;

    /**
     * Checks the range.
     *
     * @param low as above
     * @param high as above
     * @param step as above
     * @throws IllegalArgumentException if a number is not finite, {@code high} is not above {@code
     *     low}, the step is not positive, or there are fewer than 2 or more than {@link #MAX_SIZE}
     *     inputs on an axis
     */
    public InputGrid {
      if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
        throw new IllegalArgumentException(
            "inputs go from a lower to a higher number, not from " + low + " to " + high);
      }
      double count = Math.floor((high - low) / step + ROUNDING) + 1.0;
      if (!(step > 0.0 && count >= 2.0 && count <= MAX_SIZE)) {
        throw new IllegalArgumentException(
            "the step of the inputs leaves from 2 to "
                + MAX_SIZE
                + " of them from "
                + low
                + " to "
                + high
                + "; "
                + step
                + " does not");
      }
    }

    /**
     * The grid of section IV D of Mehta, Zhao, Bernal and Wales (2018): from -0.5 to 1.5 in steps
     * of 0.015, which are 134 inputs on an axis, the last one at 1.495.
     *
     * @return the grid
     */
    public static InputGrid ofThePaper() {
      return new InputGrid(-0.5, 1.5, 0.015);
    }

    /**
     * How many inputs there are on an axis.
     *
     * @return from 2 to {@link #MAX_SIZE}
     */
    public int size() {
      return (int) Math.floor((high - low) / step + ROUNDING) + 1;
    }

    /**
     * An input.
     *
     * @param k its number, from 0; one outside the grid gives the place where it would be
     * @return {@code low + k step}
     */
    public double at(int k) {
      return low + k * step;
    }
  }

  /** A region of the plane of inputs. */
  @FunctionalInterface
  public interface Region {
    /**
     * Whether a point belongs to the region.
     *
     * @param x the first input
     * @param y the second input
     * @return true for a point of the region
     */
    boolean contains(double x, double y);
  }

  /** A trained network with two inputs and two classes, seen from outside. */
  @FunctionalInterface
  public interface Classifier {
    /**
     * The probability of class 1.
     *
     * @param x the first input
     * @param y the second input
     * @return a number from 0 to 1
     */
    double probability(double x, double y);
  }
}
