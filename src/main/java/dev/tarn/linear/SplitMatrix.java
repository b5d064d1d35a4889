package dev.tarn.linear;

/**
 * A symmetric matrix {@code A = B + W W'}: blocks of {@value #SIZE} rows along the diagonal and one
 * number after them, {@code B}, and {@value #TERMS} terms {@code w w'} besides. Its arrays are
 * there to be filled; {@link ShiftedBlocks} and {@link DefiniteBlocks} solve equations with it. Not
 * thread-safe.
 */
public final class SplitMatrix {
  /** The number of rows of a block. */
  public static final int SIZE = 4;

  /** The number of terms. */
  public static final int TERMS = 4;

  /** The number of entries of a block: its lower triangle, column by column. */
  public static final int ENTRIES = 10;

  private final int count;
  private final double[] blocks;
  private final double[] last = new double[1];
  private final double[] terms;

  /**
   * Makes a matrix of zeros.
   *
   * @param count the number of blocks
   */
  public SplitMatrix(int count) {
    this.count = count;
    blocks = new double[ENTRIES * count];
    terms = new double[TERMS * (SIZE * count + 1)];
  }

  /** The number of blocks. */
  public int count() {
    return count;
  }

  /** The number of rows. */
  public int dimension() {
    return SIZE * count + 1;
  }

  /** The blocks, one after the other; this object's own array, to be filled. */
  public double[] blocks() {
    return blocks;
  }

  /** The number after the blocks; this object's own array, to be filled. */
  public double[] last() {
    return last;
  }

  /** For each row its component of every term; this object's own array, to be filled. */
  public double[] terms() {
    return terms;
  }

  /**
   * The norm of the blocks and that of the terms together: at least the Frobenius norm of the
   * matrix, and more where they cancel.
   */
  public double norm() {
    double squares = last[0] * last[0];
    for (double entry : blocks) {
      squares += 2.0 * entry * entry;
    }
    double size = Vectors.norm(terms);
    return Math.sqrt(squares) + size * size;
  }
}
