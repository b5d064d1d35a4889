package dev.tarn.linear;

import dev.tarn.job.RandomStreams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The lowest eigenvalues of a large symmetric matrix that is known by its products with vectors.
 *
 * <p>Lanczos' method with full reorthogonalisation and thick restarts (Wu and Simon, SIAM J. Matrix
 * Anal. Appl. 22, 602, 2000) on a {@link KrylovBasis} of at most {@value #BASIS} vectors. Each
 * value comes with the norm of its residual {@code A v - t v}: an eigenvalue of {@code A} lies
 * within it of {@code t}.
 *
 * <p><b>Repeated eigenvalues.</b> A Krylov space holds one vector of each eigenspace only. So the
 * search is repeated from another random start, orthogonal to all that was found, until the lowest
 * eigenvalue of the rest is not below those found. That no lower eigenvalue exists is then certain
 * but for starts that are nearly orthogonal to its vector by chance; the residual norms do not
 * exclude it.
 *
 * <p><b>Cost</b> for {@code p} products: these, and {@code O(p n BASIS)}. Memory: {@code BASIS n}
 * numbers. The starts are drawn from fixed random streams: the same matrix gives the same result.
 * Not thread-safe.
 */
public final class Lanczos {
  /** The largest number of basis vectors. */
  public static final int BASIS = 80;

  private static final int MAX_PRODUCTS = 10_000;
  private static final int CHECK_INTERVAL = 10;
  private static final double FLOOR = 1e-13;

  private final KrylovBasis basis;
  private final int n;

  /** The product of the matrix with a vector. */
  @FunctionalInterface
  public interface Operator {

    /**
     * Multiplies.
     *
     * @param v the vector; not modified
     * @param product receives the product
     */
    void apply(double[] v, double[] product);
  }

  /**
   * An eigenvalue with its vector.
   *
   * @param value the eigenvalue
   * @param vector the eigenvector, of unit length
   * @param bound the norm of the residual: an eigenvalue lies within it of {@code value}
   */
  public record Pair(double value, double[] vector, double bound) {}

  /**
   * The lowest eigenvalues.
   *
   * @param pairs by ascending eigenvalue, repeated ones as often as they occur, vectors
   *     orthonormal; fewer than asked for where the space has fewer dimensions, or where the search
   *     failed
   * @param products the number of products used
   * @param converged whether every residual met the tolerance, and another start confirmed that
   *     nothing lies below; false also where a product is not finite
   */
  public record Result(List<Pair> pairs, int products, boolean converged) {}

  /**
   * Makes a solver.
   *
   * @param n the number of rows, at least 1
   */
  public Lanczos(int n) {
    this.n = n;
    basis = new KrylovBasis(n, BASIS);
  }

  /**
   * Finds the lowest eigenvalues of the matrix on the space orthogonal to some vectors.
   *
   * @param operator the product with the matrix, which maps that space to itself
   * @param excluded orthonormal vectors that are left out, such as null directions; not modified
   * @param count how many eigenvalues are wanted, at least 1
   * @param tolerance the residual norm that is asked for, relative to the eigenvalue's magnitude;
   *     1e-13 of the largest magnitude is good enough for any
   * @return the eigenvalues
   * @throws IllegalArgumentException if the count is less than 1 or the tolerance is not positive
   */
  public Result lowest(Operator operator, List<double[]> excluded, int count, double tolerance) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one eigenvalue is asked for, not " + count);
    }
    if (!(tolerance > 0.0)) {
      throw new IllegalArgumentException("the tolerance is positive, not " + tolerance);
    }
    List<Pair> found = new ArrayList<>();
    int products = 0;
    for (int pass = 0; excluded.size() + found.size() < n; pass++) {
      List<double[]> locked = new ArrayList<>(excluded);
      found.forEach(pair -> locked.add(pair.vector()));
      // Nothing below this is missing once the lowest of the rest is found to be above it.
      double known = found.size() < count ? Double.POSITIVE_INFINITY : found.get(count - 1).value();
      basis.start(operator, locked, drawn(RandomStreams.of(n, pass)));
      int wanted = pass == 0 ? Math.min(count, BASIS / 2) : 1;
      int converged = converge(wanted, tolerance, MAX_PRODUCTS - products);
      products += basis.products();
      if (converged == 0) {
        return new Result(List.copyOf(found), products, false);
      }
      if (found.size() == count && basis.values()[0] >= known - tolerance * Math.abs(known)) {
        break;
      }
      for (int k = 0; k < converged; k++) {
        double[] vector = new double[n];
        basis.vector(k, vector, 0);
        found.add(new Pair(basis.values()[k], vector, basis.bound(k)));
      }
      found.sort(Comparator.comparingDouble(Pair::value));
      while (found.size() > count) {
        found.remove(count);
      }
    }
    return new Result(List.copyOf(found), products, true);
  }

  private double[] drawn(RandomGenerator random) {
    double[] first = new double[n];
    for (int i = 0; i < n; i++) {
      first[i] = random.nextGaussian();
    }
    return first;
  }

  /**
   * Lets the basis grow until enough of its lowest pairs have converged, or it is complete; returns
   * how many pairs may be used, 0 after a failure.
   */
  private int converge(int wanted, double tolerance, int maxProducts) {
    int target = 0;
    while (true) {
      target = Math.min(target + CHECK_INTERVAL, Math.min(n, BASIS));
      basis.grow(target);
      if (!basis.decompose()) {
        return 0;
      }
      int size = basis.size();
      double floor =
          FLOOR * Math.max(Math.abs(basis.values()[0]), Math.abs(basis.values()[size - 1]));
      int converged = 0;
      while (converged < Math.min(wanted, size)
          && basis.bound(converged)
              <= Math.max(tolerance * Math.abs(basis.values()[converged]), floor)) {
        converged++;
      }
      if (basis.isInvariant() || converged == wanted) {
        return converged;
      }
      if (basis.products() >= maxProducts) {
        return 0;
      }
      if (size == BASIS) {
        basis.restart(Math.min(BASIS / 2, wanted + BASIS / 3));
        target = BASIS - CHECK_INTERVAL;
      }
    }
  }
}
