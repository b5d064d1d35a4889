package dev.tarn.network.pattern;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of the Hessian that belong to one unit each: how the energy changes where a unit moves
 * against the others of its kind. Not thread-safe.
 */
public final class UnitBlocks {
  private final UnitSpace space;
  private final SymmetricEigen eigen;
  private final Map<Integer, Split> splits = new HashMap<>();

  /** A pattern with room for each kind twice, and a zero unit. */
  private static final class Split {
    final PatternPotential pattern;
    final Evaluator evaluator;
    final double[] y;
    final double[] gradient;
    final double[] hessian;

    Split(UnitSpace space, int kinds) {
      pattern = new PatternPotential(space, kinds);
      evaluator = pattern.evaluator();
      int n = pattern.dimension();
      y = new double[n];
      gradient = new double[n];
      hessian = new double[n * n];
    }
  }

  /**
   * A unit's block.
   *
   * @param eigenvalues ascending
   * @param eigenvectors one after the other, of unit length
   */
  public record Block(Vector eigenvalues, double[] eigenvectors) {

    /** The eigenvector of a number. */
    public double[] direction(int number) {
      int size = eigenvalues.length();
      return Arrays.copyOfRange(eigenvectors, number * size, (number + 1) * size);
    }

    /** The number of the eigenvalue that is nearest to zero. */
    public int softest() {
      int softest = 0;
      for (int k = 1; k < eigenvalues.length(); k++) {
        if (Math.abs(eigenvalues.get(k)) < Math.abs(eigenvalues.get(softest))) {
          softest = k;
        }
      }
      return softest;
    }
  }

  public UnitBlocks(UnitSpace space) {
    this.space = space;
    eigen = new SymmetricEigen(space.size());
  }

  /**
   * The block of a unit of each kind and, last, of a zero unit. A kind is split in two halves:
   * where the halves move against each other only their blocks count, so the block is the
   * difference of the Hessian's block on the diagonal and the one beside it.
   */
  public List<Block> of(KindPoint point) {
    int kinds = point.kinds();
    List<double[]> units = new ArrayList<>(point.all());
    units.addAll(point.all());
    double[] counts = new double[2 * kinds + (space.hasZeroUnits() ? 1 : 0)];
    for (int j = 0; j < kinds; j++) {
      counts[j] = 0.5 * point.multiplicity(j);
      counts[kinds + j] = counts[j];
    }
    if (space.hasZeroUnits()) {
      units.add(new double[space.size()]);
      counts[2 * kinds] = 1.0;
    }
    Split split = splits.computeIfAbsent(counts.length, count -> new Split(space, count));
    PatternPotential pattern = split.pattern;
    pattern.setMultiplicities(counts);
    int n = pattern.dimension();
    pattern.enter(units, point.biases(), split.y);
    split.evaluator.hessian(split.y, split.gradient, split.hessian);
    List<Block> blocks = new ArrayList<>();
    for (int j = 0; j < kinds; j++) {
      blocks.add(block(split.hessian, n, pattern.places(j), pattern.places(kinds + j)));
    }
    if (space.hasZeroUnits()) {
      blocks.add(block(split.hessian, n, pattern.places(2 * kinds), new int[0]));
    }
    return blocks;
  }

  private Block block(double[] hessian, int n, int[] at, int[] beside) {
    int size = at.length;
    double[] block = new double[size * size];
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        block[r * size + c] =
            hessian[at[r] * n + at[c]]
                - (beside.length == 0 ? 0.0 : hessian[at[r] * n + beside[c]]);
      }
    }
    eigen.decompose(block);
    return new Block(Vector.of(eigen.values().clone()), eigen.vectors().clone());
  }
}
