package dev.tarn.network;

import com.google.common.collect.ImmutableList;
import dev.tarn.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The symmetries of a data set that a network's weights can follow: signed permutations of the
 * inputs, together with one of the outputs, that map the set of examples to itself.
 *
 * <p>For softmax the outputs are permuted as the classes are; a logistic output changes its sign as
 * the two classes are exchanged; linear outputs are permuted and change sign as the targets do. The
 * loss is the same, since every example has a partner with the same loss.
 *
 * <p>The search assigns column after column of the table of examples and goes on only where the
 * rows up to there still match as a multiset; what it finds is then checked exactly, value by
 * value. It gives up, and leaves the identity alone, for more than {@value #MAX_COLUMNS} columns,
 * more than {@value #MAX_ELEMENTS} symmetries, or too much work. All that is found is then still a
 * symmetry, but some may be missing.
 *
 * @param elements the symmetries, the identity first
 * @param complete whether the search came to its end
 */
record DataSymmetries(ImmutableList<Element> elements, boolean complete) {
  private static final int MAX_COLUMNS = 64;
  private static final int MAX_ELEMENTS = 5040;
  private static final long MAX_WORK = 50_000_000L;

  /** What happens to inputs and outputs. */
  record Element(SignedPermutation inputs, SignedPermutation outputs) {}

  static DataSymmetries find(Architecture architecture, DataSet data) {
    int columns = architecture.inputs() + architecture.outputs();
    if (columns <= MAX_COLUMNS) {
      Search search = new Search(architecture, data);
      if (search.extend(0)) {
        return new DataSymmetries(ImmutableList.copyOf(search.found), true);
      }
    }
    return none(architecture);
  }

  /** No symmetry that is known. */
  static DataSymmetries none(Architecture architecture) {
    Element identity =
        new Element(
            SignedPermutation.identity(architecture.inputs()),
            SignedPermutation.identity(architecture.outputs()));
    return new DataSymmetries(ImmutableList.of(identity), false);
  }

  /** Depth-first search over the images of the columns. */
  private static final class Search {
    private final int inputs;
    private final int columns;
    private final boolean outputSigns;
    // column by column
    private final double[][] table;
    private final long[] signature;
    private final long[][] hash;
    private final double[][] sortedRows;
    private final int[] source;
    private final int[] sign;
    private final boolean[] used;
    private final List<Element> found = new ArrayList<>();
    private long work;

    Search(Architecture architecture, DataSet data) {
      inputs = architecture.inputs();
      columns = inputs + architecture.outputs();
      outputSigns = architecture.output() != OutputLayer.SOFTMAX;
      int examples = data.examples();
      table = new double[columns][examples];
      for (int d = 0; d < examples; d++) {
        for (int k = 0; k < inputs; k++) {
          table[k][d] = data.input(d, k) + 0.0;
        }
        for (int i = 0; i < architecture.outputs(); i++) {
          table[inputs + i][d] =
              architecture.output() == OutputLayer.LOGISTIC
                  ? data.classOf(d) - 0.5
                  : data.target(d, i) + 0.0;
        }
      }
      source = new int[columns];
      sign = new int[columns];
      used = new boolean[columns];
      hash = new long[columns + 1][examples];
      signature = new long[columns];
      for (int c = 0; c < columns; c++) {
        signature[c] = append(c, c, 1.0);
        source[c] = c;
        sign[c] = 1;
      }
      sortedRows = rows();
    }

    /** Assigns the columns from one on; returns whether the search could end. */
    private boolean extend(int column) {
      if (column == columns) {
        if (Arrays.deepEquals(rows(), sortedRows)) {
          found.add(new Element(part(0, inputs), part(inputs, columns)));
        }
        return found.size() <= MAX_ELEMENTS;
      }
      boolean isInput = column < inputs;
      int first = isInput ? 0 : inputs;
      int last = isInput ? inputs : columns;
      // The column itself first, so that the identity is the first element found.
      for (int k = 0; k < last - first; k++) {
        int candidate = first + (column - first + k) % (last - first);
        if (used[candidate]) {
          continue;
        }
        for (int s = 1; s >= (isInput || outputSigns ? -1 : 1); s -= 2) {
          if (append(column, candidate, s) == signature[column]) {
            source[column] = candidate;
            sign[column] = s;
            used[candidate] = true;
            boolean ended = extend(column + 1);
            used[candidate] = false;
            if (!ended) {
              return false;
            }
          }
          if (work > MAX_WORK) {
            return false;
          }
        }
      }
      return true;
    }

    /** Hashes each row with one column more; returns a hash of all rows in any order. */
    private long append(int column, int candidate, double s) {
      long[] before = hash[column];
      long[] after = hash[column + 1];
      long sum = 0L;
      for (int d = 0; d < before.length; d++) {
        long bits = Double.doubleToLongBits(s * table[candidate][d] + 0.0);
        after[d] = mix(before[d] * 31L + mix(bits));
        sum += mix(after[d]);
      }
      work += before.length;
      return sum;
    }

    private static long mix(long value) {
      long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
      z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return z ^ (z >>> 33);
    }

    /** The examples after the assignment, sorted. */
    private double[][] rows() {
      double[][] rows = new double[table[0].length][columns];
      for (int d = 0; d < rows.length; d++) {
        for (int c = 0; c < columns; c++) {
          rows[d][c] = sign[c] * table[source[c]][d] + 0.0;
        }
      }
      work += (long) rows.length * columns;
      Arrays.sort(rows, Arrays::compare);
      return rows;
    }

    private SignedPermutation part(int from, int to) {
      int[] sources = Arrays.copyOfRange(source, from, to);
      for (int k = 0; k < sources.length; k++) {
        sources[k] -= from;
      }
      return SignedPermutation.of(sources, Arrays.copyOfRange(sign, from, to));
    }
  }
}
