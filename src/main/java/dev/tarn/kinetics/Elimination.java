package dev.tarn.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Graph transformation (Trygubenko and Wales, J. Chem. Phys. 124, 234110, 2006; Wales, J. Chem.
 * Phys. 130, 204111, 2009) in the symmetric form that detailed balance allows. Taking a state
 * {@code x} out leaves all first-passage times and committors of the others as they are:
 *
 * <pre>
 *   f_ij += f_ix f_xj / s_x,    w_i += w_x f_ix / s_x,    s_x = sum_j f_xj,
 * </pre>
 *
 * with flows {@code f}, and {@code w} the mean time spent at a state and in what was eliminated, in
 * units of its weight. {@code s_x} is a sum of what is left, as in the algorithm of Grassmann,
 * Taksar and Heyman, so nothing is ever subtracted. The states with the fewest neighbours go first
 * (minimum degree), which keeps the graph sparse as long as possible; any order gives the same.
 *
 * <p>What was taken out can be solved for again, in reverse. Not thread-safe. Memory and time
 * depend on how many flows appear; at worst {@code O(N^2)} and {@code O(N^3)}.
 */
final class Elimination {
  /** Where a full matrix pays: more than this share of the pairs, of more states than this. */
  private static final double DENSE = 0.4;

  private static final int SMALL = 64;

  private final Semifield field;
  private final int[][] columns;
  private final double[][] flows;
  private final double[] weight;
  private final List<Integer> taken;

  /** All states of a network, nothing taken out. */
  Elimination(RateNetwork network, Semifield field) {
    this.field = field;
    int size = network.size();
    columns = new int[size][];
    flows = new double[size][];
    weight = new double[size];
    taken = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      columns[k] = network.neighbours(k).clone();
      flows[k] = Arrays.stream(network.logFlows(k)).map(field::of).toArray();
      weight[k] = field.of(network.logWeight(k));
    }
  }

  private Elimination(Elimination other) {
    field = other.field;
    columns = other.columns.clone();
    flows = other.flows.clone();
    weight = other.weight.clone();
    taken = new ArrayList<>(other.taken);
  }

  /** A copy that goes its own way; rows are replaced, never changed, so they are shared. */
  Elimination copy() {
    return new Elimination(this);
  }

  /** Takes out all states that are wanted, those with the fewest neighbours first. */
  void takeOut(boolean[] wanted) {
    boolean[] left = wanted.clone();
    taken.forEach(x -> left[x] = false);
    PriorityQueue<long[]> next =
        new PriorityQueue<>(
            (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    for (int x = 0; x < left.length; x++) {
      if (left[x]) {
        next.add(new long[] {columns[x].length, x});
      }
    }
    while (!next.isEmpty()) {
      long[] first = next.remove();
      int x = (int) first[1];
      if (!left[x]) {
        continue;
      }
      if (columns[x].length != first[0]) {
        next.add(new long[] {columns[x].length, x});
        continue;
      }
      if (isDense(columns[x].length)) {
        takeOutDensely(left);
        return;
      }
      left[x] = false;
      takeOut(x);
      for (int i : columns[x]) {
        if (left[i]) {
          next.add(new long[] {columns[i].length, i});
        }
      }
    }
  }

  private boolean isDense(int neighbours) {
    int remaining = columns.length - taken.size();
    return remaining > SMALL && neighbours > DENSE * remaining;
  }

  /** The same on a full matrix, where almost everything is joined to everything. */
  private void takeOutDensely(boolean[] wanted) {
    boolean[] gone = new boolean[columns.length];
    taken.forEach(x -> gone[x] = true);
    int[] alive = IntStream.range(0, columns.length).filter(x -> !gone[x]).toArray();
    int[] place = new int[columns.length];
    double[][] full = new double[alive.length][alive.length];
    for (int i = 0; i < alive.length; i++) {
      place[alive[i]] = i;
    }
    for (int i = 0; i < alive.length; i++) {
      Arrays.fill(full[i], field.zero());
      for (int k = 0; k < columns[alive[i]].length; k++) {
        full[i][place[columns[alive[i]][k]]] = flows[alive[i]][k];
      }
    }
    for (int x : alive) {
      if (wanted[x]) {
        keepRow(x, full[place[x]], alive);
        takeOutOf(full, place[x], x, alive);
        taken.add(x);
      }
    }
    for (int x : alive) {
      if (!wanted[x]) {
        keepRow(x, full[place[x]], alive);
      }
    }
  }

  private void takeOutOf(double[][] full, int at, int x, int[] alive) {
    double sum = sum(x);
    double[] out = full[at];
    for (int i = 0; i < alive.length; i++) {
      double[] row = full[i];
      if (i != at && row[at] != field.zero()) {
        double share = field.over(row[at], sum);
        weight[alive[i]] = field.plus(weight[alive[i]], field.times(weight[x], share));
        for (int j = 0; j < row.length; j++) {
          row[j] = field.plus(row[j], field.times(share, out[j]));
        }
        row[i] = field.zero();
        row[at] = field.zero();
      }
    }
    Arrays.fill(out, field.zero());
  }

  /** Keeps a row of the matrix without its zeros. */
  private void keepRow(int x, double[] row, int[] alive) {
    int[] places = IntStream.range(0, row.length).filter(j -> row[j] != field.zero()).toArray();
    columns[x] = Arrays.stream(places).map(j -> alive[j]).toArray();
    flows[x] = Arrays.stream(places).mapToDouble(j -> row[j]).toArray();
  }

  /** Takes out states in a given order. */
  void takeOut(int... order) {
    for (int x : order) {
      takeOut(x);
    }
  }

  private void takeOut(int x) {
    int[] around = columns[x];
    double[] out = flows[x];
    double sum = sum(x);
    for (int k = 0; k < around.length; k++) {
      int i = around[k];
      double share = field.over(out[k], sum);
      weight[i] = field.plus(weight[i], field.times(weight[x], share));
      merge(i, x, share);
    }
    taken.add(x);
  }

  /** Adds a share of the flows out of {@code x} to those out of {@code i}, and drops {@code x}. */
  private void merge(int i, int x, double share) {
    int[] a = columns[i];
    int[] b = columns[x];
    int[] places = new int[a.length + b.length];
    double[] values = new double[places.length];
    int n = 0;
    int p = 0;
    int q = 0;
    while (p < a.length || q < b.length) {
      int ca = p < a.length ? a[p] : Integer.MAX_VALUE;
      int cb = q < b.length ? b[q] : Integer.MAX_VALUE;
      int column = Math.min(ca, cb);
      double value = ca == column ? flows[i][p] : field.zero();
      if (cb == column) {
        value = field.plus(value, field.times(share, flows[x][q]));
        q++;
      }
      p += ca == column ? 1 : 0;
      if (column != x && column != i) {
        places[n] = column;
        values[n] = value;
        n++;
      }
    }
    columns[i] = Arrays.copyOf(places, n);
    flows[i] = Arrays.copyOf(values, n);
  }

  /** The sum of the flows out of a state. */
  double sum(int x) {
    double sum = field.zero();
    for (double flow : flows[x]) {
      sum = field.plus(sum, flow);
    }
    return sum;
  }

  /** The sum of the flows from a state to some that are left. */
  double flowTo(int x, boolean[] targets) {
    double sum = field.zero();
    for (int k = 0; k < columns[x].length; k++) {
      sum = targets[columns[x][k]] ? field.plus(sum, flows[x][k]) : sum;
    }
    return sum;
  }

  /** The weight of a state with what it has got from those taken out. */
  double weight(int x) {
    return weight[x];
  }

  /**
   * Solves {@code sum_j f_ij (v_i - v_j) = r_i} for sources of any sign, which must add up to zero.
   *
   * @param sources receives the solution; linear arithmetic, all states but one taken out, where
   *     the solution is zero
   */
  void solve(double[] sources) {
    for (int x : taken) {
      double part = sources[x] / sum(x);
      for (int k = 0; k < columns[x].length; k++) {
        sources[columns[x][k]] += flows[x][k] * part;
      }
    }
    boolean[] isTaken = new boolean[sources.length];
    taken.forEach(x -> isTaken[x] = true);
    for (int x = 0; x < sources.length; x++) {
      sources[x] = isTaken[x] ? sources[x] : 0.0;
    }
    for (int n = taken.size() - 1; n >= 0; n--) {
      int x = taken.get(n);
      double value = sources[x];
      for (int k = 0; k < columns[x].length; k++) {
        value += flows[x][k] * sources[columns[x][k]];
      }
      sources[x] = value / sum(x);
    }
  }

  /**
   * Solves for the states taken out, the last one first: each is the mean over where it went, and
   * its own source over the sum of its flows.
   *
   * @param values what is known of the states that are left; receives the others
   * @param timed whether the weight is a source, as for first-passage times; otherwise there is
   *     none, as for committors
   */
  void solveBack(double[] values, boolean timed) {
    for (int n = taken.size() - 1; n >= 0; n--) {
      int x = taken.get(n);
      double value = timed ? weight[x] : field.zero();
      for (int k = 0; k < columns[x].length; k++) {
        value = field.plus(value, field.times(flows[x][k], values[columns[x][k]]));
      }
      values[x] = columns[x].length == 0 ? Double.NaN : field.over(value, sum(x));
    }
  }
}
