package dev.tarn.network;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.tarn.data.DataSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * The inputs of a data set that are not zero, in batches, by example and by input: of images most
 * are zero. All evaluators of a data set share one. Immutable.
 *
 * @param examples for each batch, {@link #BLOCK} inputs after the other, a row for each example
 * @param inputs for each batch a row for each input
 */
record SparseInputs(SparseRows[] examples, SparseRows[] inputs) {
  /** How many inputs at a time: so many that the weights of 100 units stay in the first cache. */
  static final int BLOCK = 64;

  /** Above, the loops over all inputs are as fast. */
  private static final double MOST_PART = 0.4;

  /** With more numbers the inputs are read anew each time: two copies would take 128 MB. */
  private static final long MOST = 5_000_000L;

  private static final Cache<DataSet, SparseInputs> SHARED =
      CacheBuilder.newBuilder().weakKeys().build();

  private static final Cache<DataSet, Boolean> SPARSE =
      CacheBuilder.newBuilder().weakKeys().build();

  /** Whether so many inputs of a data set are zero that this pays. */
  static boolean suit(DataSet data) {
    return get(SPARSE, data, () -> isSparse(data));
  }

  /** The inputs in batches of a number that only depends on the data set. */
  static SparseInputs of(DataSet data, int lanes) {
    return get(SHARED, data, () -> make(data, lanes));
  }

  private static <T> T get(Cache<DataSet, T> cache, DataSet data, Callable<T> make) {
    try {
      return cache.get(data, make);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSparse(DataSet data) {
    long count = count(data.table(), 0, data.table().length);
    return count <= MOST && count <= MOST_PART * data.table().length;
  }

  private static int count(double[] table, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += table[i] == 0.0 ? 0 : 1;
    }
    return count;
  }

  private static SparseInputs make(DataSet data, int lanes) {
    int batches = (data.examples() + lanes - 1) / lanes;
    SparseRows[] examples = new SparseRows[batches];
    SparseRows[] inputs = new SparseRows[batches];
    int width = data.inputs();
    int blocks = (width + BLOCK - 1) / BLOCK;
    for (int b = 0; b < batches; b++) {
      int first = b * lanes;
      int m = Math.min(lanes, data.examples() - first);
      int count = count(data.table(), first * width, (first + m) * width);
      Maker byExample = new Maker(m * blocks, count);
      for (int block = 0; block < blocks; block++) {
        for (int i = 0; i < m; i++) {
          for (int k = block * BLOCK; k < Math.min(width, (block + 1) * BLOCK); k++) {
            byExample.add(k, data.table()[(first + i) * width + k]);
          }
          byExample.endRow();
        }
      }
      examples[b] = byExample.rows;
      Maker byInput = new Maker(width, count);
      for (int k = 0; k < width; k++) {
        for (int i = 0; i < m; i++) {
          byInput.add(i, data.table()[(first + i) * width + k]);
        }
        byInput.endRow();
      }
      inputs[b] = byInput.rows;
    }
    return new SparseInputs(examples, inputs);
  }

  /** Fills rows one after the other. */
  private static final class Maker {
    final SparseRows rows;
    private int row;
    private int count;

    Maker(int rows, int count) {
      this.rows = new SparseRows(new int[rows + 1], new int[count], new double[count]);
    }

    void add(int index, double value) {
      if (value != 0.0) {
        rows.index()[count] = index;
        rows.value()[count] = value;
        count++;
      }
    }

    void endRow() {
      row++;
      rows.start()[row] = count;
    }
  }
}
