package dev.tarn.linear;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * As many of the lowest eigenvalues of a large symmetric matrix as tell how many are negative:
 * these and the first one that is not, by {@link Davidson}'s method.
 *
 * <p>The norm of each residual is below a part of the value's magnitude, so that the sign of the
 * eigenvalue nearby is certain. That no other one is negative is found out by Lanczos' method on
 * the space orthogonal to the negative ones' vectors, up to a probability of {@value #FAILURE}
 * (Kuczyński and Woźniakowski, SIAM J. Matrix Anal. Appl. 13, 1094, 1992): if the matrix is
 * positive definite there, no more than those found are negative, since a subspace of that
 * codimension meets every space on which it is not.
 *
 * <p>If another negative one shows, the eigenvalues are found as in {@link
 * Davidson#lowest(Lanczos.Operator, Lanczos.Operator, int, double, RandomGenerator)}, to {@value
 * #CERTAIN}. Not thread-safe.
 */
public final class EigenvalueSigns {
  /** The probability with which signs may be wrong. */
  private static final double FAILURE = 1e-4;

  private static final int MAX_PRODUCTS = 3_000;
  private static final double CERTAIN = 1e-5;

  private final int n;
  private final Davidson davidson;

  /**
   * Makes a solver.
   *
   * @param n the number of rows, at least 1
   * @param davidson finds eigenvalues of matrices with so many rows
   */
  public EigenvalueSigns(int n, Davidson davidson) {
    this.n = n;
    this.davidson = davidson;
  }

  /**
   * Finds them.
   *
   * @param operator the product with the matrix
   * @param divide the division by what is like it
   * @param most how many eigenvalues are enough, negative or not, at least 1; if so many are
   *     negative nothing is said of the others
   * @param part the residual norm that is asked for, relative to the eigenvalue's magnitude; below
   *     1
   * @param zero the magnitude up to which the sign of an eigenvalue does not matter; not negative
   * @param random where the starts come from: the same stream gives the same result
   * @return the eigenvalues, converged if their number is certain in this sense
   */
  public Lanczos.Result find(
      Lanczos.Operator operator,
      Lanczos.Operator divide,
      int most,
      double part,
      double zero,
      RandomGenerator random) {
    EigenvalueAim aim = new EigenvalueAim.Signs(Math.min(most, n), part, zero);
    Lanczos.Result found = davidson.find(operator, divide, aim, random);
    List<double[]> negative =
        found.pairs().stream()
            .filter(pair -> pair.value() < 0.0)
            .map(Lanczos.Pair::vector)
            .toList();
    if (!found.converged() || negative.size() == aim.most()) {
      return found;
    }
    Definiteness rest = new Definiteness(n, operator, divide, negative);
    Definiteness.Answer answer = rest.decide(FAILURE, MAX_PRODUCTS, random);
    int spent = found.products() + rest.products();
    if (answer != Definiteness.Answer.NEGATIVE) {
      boolean certain = answer == Definiteness.Answer.POSITIVE;
      return new Lanczos.Result(found.pairs(), spent, certain);
    }
    Lanczos.Result all = davidson.lowest(operator, divide, most, CERTAIN, random);
    return new Lanczos.Result(all.pairs(), spent + all.products(), all.converged());
  }
}
