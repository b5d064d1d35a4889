package dev.tarn.potential.space;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Davidson;
import dev.tarn.linear.EigenvalueSigns;
import dev.tarn.linear.Lanczos;
import dev.tarn.linear.Minres;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.List;
import java.util.Optional;

/**
 * Eigenvalues of a potential's Hessian, and equations with it, by its products with vectors: with
 * {@link Davidson} and a divided {@link Minres} where the potential has a {@link Preconditioner},
 * else with {@link Lanczos} and {@link Minres}. Null directions and zero modes are left out.
 *
 * <p>The same point gives the same numbers, whatever was solved before. Not thread-safe.
 */
public final class HessianSolver {
  private final int n;
  private final Evaluator evaluator;
  private final Slice slice;
  private final Lanczos lanczos;
  private final Davidson davidson;
  private final EigenvalueSigns signs;
  private final Minres minres;
  private final Optional<Preconditioner> preconditioner;
  private final double[] at;
  private boolean prepared;

  /**
   * A solver.
   *
   * @param potential the potential
   * @param evaluator evaluates it; used by this object's thread only
   * @param slice the space across its zero modes
   */
  public HessianSolver(Potential potential, Evaluator evaluator, Slice slice) {
    this.evaluator = evaluator;
    this.slice = slice;
    n = potential.dimension();
    lanczos = new Lanczos(n);
    davidson = new Davidson(n);
    signs = new EigenvalueSigns(n, davidson);
    minres = new Minres(n);
    preconditioner = Preconditioner.of(potential);
    at = new double[n];
  }

  /**
   * Goes to a point.
   *
   * @param x the point; copied
   */
  public void moveTo(double[] x) {
    System.arraycopy(x, 0, at, 0, n);
    prepared = false;
  }

  /**
   * Multiplies the Hessian of the point.
   *
   * @param v the vector; not modified
   * @param out receives the product, without what is along zero modes
   */
  public void product(double[] v, double[] out) {
    evaluator.hessianProduct(at, v, out);
    slice.projectAt(at, out);
  }

  /**
   * The lowest eigenvalues at the point.
   *
   * @param count how many
   * @param tolerance the residual norm that is asked for, relative to the eigenvalue's magnitude
   * @return the eigenvalues, as {@link Lanczos#lowest} and {@link Davidson#lowest} have them
   */
  public Lanczos.Result lowest(int count, double tolerance) {
    Optional<Lanczos.Operator> divide = divider();
    return divide.isPresent()
        ? davidson.lowest(this::product, divide.get(), count, tolerance, RandomStreams.of(n, 0))
        : lanczos.lowest(this::product, slice.zerosAt(at), count, tolerance);
  }

  /**
   * As many of the lowest eigenvalues at the point as tell how many are negative.
   *
   * @param most how many are enough
   * @param part the residual norm that is asked for, relative to the eigenvalue's magnitude
   * @param zero the magnitude up to which the sign does not matter
   * @return the eigenvalues, as {@link EigenvalueSigns#find} has them
   * @throws java.util.NoSuchElementException if the potential has no preconditioner
   */
  public Lanczos.Result signs(int most, double part, double zero) {
    return signs.find(
        this::product, divider().orElseThrow(), most, part, zero, RandomStreams.of(n, 0));
  }

  /**
   * Solves {@code H d = b} at the point.
   *
   * @param direct eigenpairs that are solved for by themselves
   * @param right the right-hand side; what is along these modes is taken out of it
   * @param tolerance the residual at which to stop, relative to that of zero
   * @param maxProducts the largest number of products
   * @param solution receives {@code d}
   * @return the residual reached, as {@link Minres#solve} has it
   */
  public double solve(
      List<Lanczos.Pair> direct,
      double[] right,
      double tolerance,
      int maxProducts,
      double[] solution) {
    double[] along = new double[direct.size()];
    for (int k = 0; k < along.length; k++) {
      along[k] = Vectors.remove(direct.get(k).vector(), right) / direct.get(k).value();
    }
    Lanczos.Operator rest =
        (v, out) -> {
          product(v, out);
          direct.forEach(pair -> Vectors.remove(pair.vector(), out));
        };
    double residual = minres.solve(rest, divider(), right, tolerance, maxProducts, solution);
    for (int k = 0; k < along.length; k++) {
      if (preconditioner.isPresent()) {
        // What was divided has parts along the modes.
        Vectors.remove(direct.get(k).vector(), solution);
      }
      Vectors.add(solution, along[k], direct.get(k).vector());
    }
    return residual;
  }

  private Optional<Lanczos.Operator> divider() {
    if (!prepared) {
      preconditioner.ifPresent(own -> own.moveTo(at));
      prepared = true;
    }
    return preconditioner.map(own -> own::divide);
  }
}
