package dev.tarn.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The lowest eigenvalues of a large symmetric matrix {@code A} where another one {@code P} is like
 * it and can be divided by (Davidson, J. Comput. Phys. 17, 87, 1975).
 *
 * <p>The space in which the matrix is diagonalised grows by {@code P^-1 r}, with the residual
 * {@code r = A v - t v} of the lowest pair that has not converged; from {@value #BASIS} vectors,
 * fewer beyond 40,000 rows, it goes back to its lowest {@value #KEPT} Ritz vectors. Where the
 * eigenvalues of {@code P^-1 A} lie within a factor of a hundred, four pairs take some hundreds of
 * products whatever the range of those of {@code A}. An eigenvalue lies within the norm of the
 * residual of each value.
 *
 * <p>Cost for {@code p} products: these, as many divisions by {@code P}, and {@code O(p n BASIS)}.
 * Memory: {@code 2 BASIS n} numbers, taken as the space grows. Not thread-safe.
 */
public final class Davidson {
  /** The largest number of basis vectors. */
  public static final int BASIS = 60;

  private static final int KEPT = 12;

  /** How many numbers the vectors and their images may have: 40 MB. */
  private static final int ROOM = 5_000_000;

  private static final int MAX_PRODUCTS = 10_000;

  /** Below this part of its length nothing is left of a vector but rounding. */
  private static final double DEPENDENT = 1e-10;

  private static final double FLOOR = 1e-13;

  private static final int MORE = 2;

  private static final double[] UNUSED = {};

  private final int n;
  private final int capacity;
  private final double[][] vectors;
  private final double[][] images;
  private final double[] projected;
  private final Map<Integer, SymmetricEigen> solvers = new HashMap<>();
  private double[] residual = {};
  private double[] expansion = {};
  private SymmetricEigen ritz = new SymmetricEigen(1);
  private Lanczos.Operator matrix = (v, product) -> {};
  private int size;
  private int products;
  private boolean finite;

  /**
   * Makes a solver.
   *
   * @param n the number of rows, at least 1
   */
  public Davidson(int n) {
    this.n = n;
    capacity = Math.min(n, Math.max(2 * KEPT, Math.min(BASIS, ROOM / (2 * n))));
    vectors = new double[capacity][];
    images = new double[capacity][];
    release();
    projected = new double[capacity * capacity];
  }

  /**
   * Finds the lowest eigenvalues from random starts. When they have converged, another random start
   * is added, and they are to be found again, the next one above them roughly: that nothing lower
   * is missing is certain but for starts that are nearly orthogonal to its vector by chance.
   *
   * @param operator the product with the matrix
   * @param divide the division by what is like it
   * @param count how many eigenvalues are wanted, at least 1
   * @param tolerance the residual norm that is asked for, relative to the eigenvalue's magnitude;
   *     1e-13 of the largest magnitude is good enough for any
   * @param random where the starts come from: the same stream gives the same result
   * @return the eigenvalues; none where they did not converge
   */
  public Lanczos.Result lowest(
      Lanczos.Operator operator,
      Lanczos.Operator divide,
      int count,
      double tolerance,
      RandomGenerator random) {
    begin(operator);
    EigenvalueAim aim = new EigenvalueAim.Values(Math.min(count, n), tolerance);
    fill(aim, divide, random);
    boolean found = converge(divide, aim, false, MAX_PRODUCTS);
    if (found && size < n) {
      addRandom(divide, random);
      found = converge(divide, aim, true, MAX_PRODUCTS);
    }
    return end(found ? pairs(aim.most()) : List.of(), found);
  }

  /**
   * Finds what an aim wants, from random starts, and no more.
   *
   * @param operator the product with the matrix
   * @param divide the division by what is like it
   * @param aim which eigenvalues, and how well
   * @param random where the starts come from: the same stream gives the same result
   * @return the eigenvalues; none where they did not converge
   */
  Lanczos.Result find(
      Lanczos.Operator operator,
      Lanczos.Operator divide,
      EigenvalueAim aim,
      RandomGenerator random) {
    begin(operator);
    fill(aim, divide, random);
    boolean found = converge(divide, aim, false, MAX_PRODUCTS);
    return end(found ? pairs(aim.wanted(ritz.values(), size)) : List.of(), found);
  }

  private void fill(EigenvalueAim aim, Lanczos.Operator divide, RandomGenerator random) {
    for (int k = 0; k < Math.min(aim.most() + MORE, capacity); k++) {
      addRandom(divide, random);
    }
  }

  private Lanczos.Result end(List<Lanczos.Pair> pairs, boolean converged) {
    release();
    return new Lanczos.Result(pairs, products, converged);
  }

  /** Gives the memory back: solvers wait long, and in great numbers, for their next search. */
  private void release() {
    Arrays.fill(vectors, UNUSED);
    Arrays.fill(images, UNUSED);
    residual = UNUSED;
    expansion = UNUSED;
  }

  /**
   * Comes near the lowest eigenvalue from a vector that is like its own.
   *
   * @param operator the product with the matrix
   * @param divide the division by what is like it
   * @param start the vector; not modified
   * @param tolerance the residual norm that is enough, relative to the eigenvalue's magnitude
   * @param maxProducts the largest number of products, at least 1
   * @return the pair reached, an upper bound of the lowest eigenvalue; none where a product is not
   *     finite
   */
  public Lanczos.Result lowest(
      Lanczos.Operator operator,
      Lanczos.Operator divide,
      double[] start,
      double tolerance,
      int maxProducts) {
    begin(operator);
    System.arraycopy(start, 0, expansion, 0, n);
    add();
    boolean found = converge(divide, new EigenvalueAim.Values(1, tolerance), false, maxProducts);
    return finite && size > 0 ? end(pairs(1), found) : end(List.of(), false);
  }

  private void begin(Lanczos.Operator operator) {
    matrix = operator;
    size = 0;
    products = 0;
    finite = true;
    residual = new double[n];
    expansion = new double[n];
  }

  private void addRandom(Lanczos.Operator divide, RandomGenerator random) {
    for (int i = 0; i < n; i++) {
      residual[i] = random.nextGaussian();
    }
    divide.apply(residual, expansion);
    if (size == capacity) {
      restart();
    }
    add();
  }

  /**
   * Lets the space grow until the pairs wanted have converged.
   *
   * @param next whether the one beyond these is to converge, too, roughly
   */
  private boolean converge(
      Lanczos.Operator divide, EigenvalueAim aim, boolean next, int maxProducts) {
    int open = 0;
    while (finite && size > 0) {
      decompose();
      // A pair that has converged gets better: it is looked at again at the end alone.
      int count = aim.wanted(ritz.values(), size);
      int all = next ? Math.min(count + 1, n) : count;
      open = firstOpen(Math.min(open, count), count, all, aim);
      if (open == all) {
        open = firstOpen(0, count, all, aim);
      }
      if (open == all) {
        return true;
      }
      if (products >= maxProducts) {
        return false;
      }
      divide.apply(residual, expansion);
      if (size == capacity && capacity < n) {
        restart();
      }
      if (size == capacity || !add()) {
        // The space is invariant, or what is left of the residual is rounding.
        return finite && size == n;
      }
    }
    return false;
  }

  /** The first pair from one on that has not converged, whose residual is left behind. */
  private int firstOpen(int from, int count, int all, EigenvalueAim aim) {
    double floor = FLOOR * Math.max(Math.abs(value(0)), Math.abs(value(size - 1)));
    for (int k = from; k < all; k++) {
      if (k >= size) {
        return k;
      }
      double enough = k < count ? aim.enough(value(k)) : aim.roughly(value(k));
      if (!(fillResidual(k) <= Math.max(enough, floor))) {
        return k;
      }
    }
    return all;
  }

  private double value(int k) {
    return ritz.values()[k];
  }

  private double fillResidual(int k) {
    double[] y = ritz.vectors();
    double value = value(k);
    Arrays.fill(residual, 0.0);
    for (int j = 0; j < size; j++) {
      Vectors.add(residual, y[k * size + j], images[j]);
      Vectors.add(residual, -value * y[k * size + j], vectors[j]);
    }
    return Vectors.norm(residual);
  }

  private void decompose() {
    double[] form = new double[size * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(projected, i * capacity, form, i * size, size);
    }
    ritz = solvers.computeIfAbsent(size, SymmetricEigen::new);
    ritz.decompose(form);
  }

  /** Adds what is new of the expansion to the space; returns whether there was anything. */
  private boolean add() {
    double before = Vectors.normalise(expansion);
    for (int sweep = 0; sweep < 2; sweep++) {
      for (int k = 0; k < size; k++) {
        Vectors.add(expansion, -Vectors.dotInParts(vectors[k], expansion, n), vectors[k]);
      }
    }
    double left = Vectors.normalise(expansion);
    finite = finite && Double.isFinite(before) && Double.isFinite(left);
    if (!finite || !(left > DEPENDENT)) {
      return false;
    }
    if (vectors[size].length == 0) {
      vectors[size] = new double[n];
      images[size] = new double[n];
    }
    System.arraycopy(expansion, 0, vectors[size], 0, n);
    matrix.apply(vectors[size], images[size]);
    products++;
    for (int k = 0; k <= size; k++) {
      double element = Vectors.dotInParts(vectors[k], images[size], n);
      finite = finite && Double.isFinite(element);
      projected[k * capacity + size] = element;
      projected[size * capacity + k] = element;
    }
    size++;
    return finite;
  }

  /** Goes back to the lowest Ritz vectors. Needs the Ritz pairs of the space as it stands. */
  private void restart() {
    int kept = Math.min(KEPT, size - 1);
    KrylovBasis.turn(vectors, ritz.vectors(), size, kept);
    KrylovBasis.turn(images, ritz.vectors(), size, kept);
    Arrays.fill(projected, 0.0);
    for (int k = 0; k < kept; k++) {
      projected[k * (capacity + 1)] = value(k);
    }
    size = kept;
  }

  private List<Lanczos.Pair> pairs(int count) {
    List<Lanczos.Pair> pairs = new ArrayList<>();
    double[] y = ritz.vectors();
    for (int k = 0; k < Math.min(count, size); k++) {
      double bound = fillResidual(k);
      double[] vector = new double[n];
      for (int j = 0; j < size; j++) {
        Vectors.add(vector, y[k * size + j], vectors[j]);
      }
      pairs.add(new Lanczos.Pair(value(k), vector, bound));
    }
    return List.copyOf(pairs);
  }
}
