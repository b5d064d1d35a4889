package dev.tarn.network.pattern;

import dev.tarn.potential.Potential;
import java.util.Optional;

/**
 * What patterns must know of a family of networks with one hidden layer that differ in the number
 * of its units, every weight regularised. Points are those of the space that searches run in (with
 * centred outputs where there is a reduction), or full: those of the network itself.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface UnitFamily {

  /** The number of inputs. */
  int inputs();

  /** The number of outputs in the space that searches run in. */
  int outputs();

  /** The penalty's coefficients: links to the hidden layer, its biases, links from it, biases. */
  double[] penalties();

  /** Whether a unit with the opposite sign contributes the same. */
  boolean isOdd();

  /** Whether a unit without weights contributes nothing, wherever it stands, and smoothly. */
  boolean isZeroAtZero();

  /** The network of a number of units in the space that searches run in. */
  Potential potential(int units);

  /** A workspace for its data term there, if that splits up. */
  Optional<SplitLoss> split(int units);

  /** Where the components of each unit stand in that space, and after them the output biases. */
  int[][] places(int units);

  /** The full point of one of that space, a new array or the same one. */
  double[] lift(int units, double[] x);

  /** The point of that space of a full one, a new array or the same one. */
  double[] reduce(int units, double[] full);

  /**
   * For each unit of a full point the first one that it equals up to sign, itself if there is none
   * before it, and -1 for a unit without weights. Equal are numbers that differ by less than 1e-6.
   */
  int[] leaders(int units, double[] full);

  /** The number of transformations of inputs and outputs that leave the data as they are. */
  int symmetries();

  /** A full point of one unit under such a transformation, a new array; 0 is the identity. */
  double[] transform(int symmetry, double[] full);
}
