package dev.tarn.surfaces;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.SimplePotential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.surfaces.atoms.ClusterGroup;
import dev.tarn.surfaces.atoms.ClusterMoves;
import dev.tarn.surfaces.atoms.PairEnergy;
import dev.tarn.surfaces.atoms.RigidMotions;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A free cluster of like atoms with a pair potential, {@code E = sum_{i<j} v(r_ij)}; the variables
 * are {@code x, y, z} of one atom after the other, in reduced units.
 *
 * <ul>
 *   <li>Lennard-Jones (Proc. R. Soc. Lond. A 106, 463, 1924): {@code v = 4 (r^-12 - r^-6)}, in
 *       units of its depth and of the distance where it is zero.
 *   <li>Morse (Phys. Rev. 34, 57, 1929): {@code v = e (e - 2)} with {@code e = exp(rho (1 - r))},
 *       in units of its depth and of its equilibrium distance; {@code rho} of 3, 6, 10 and 14 is
 *       usual, the larger the shorter the range.
 * </ul>
 *
 * <p>Translations are null directions; rotations are {@linkplain
 * dev.tarn.potential.Potential.ZeroModes zero modes} that depend on the point. Points are the same
 * up to these, permutations of the atoms and inversion.
 *
 * <p>First and second derivatives are analytic: {@code 3N} and {@code 9N^2} numbers from {@code
 * N(N-1)/2} pairs. Immutable, may be shared between threads.
 */
@SuppressWarnings("serial") // What is sent is its form.
public final class Cluster extends SimplePotential implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int atoms;
  private final double nearest;
  private final Pair pair;
  private final RigidMotions motions;
  private final ClusterGroup group;
  private final Scales scales;
  private final ClusterMoves moves;
  private final Optional<PairEnergy> exact;

  /**
   * A pair potential with its first two derivatives. May be called from several threads, and sent
   * to other machines if what it refers to may.
   */
  @FunctionalInterface
  public interface Pair extends Serializable {

    /**
     * Evaluates the potential.
     *
     * @param r the distance of two atoms, positive
     * @param out receives {@code v(r)}, {@code v'(r)} and {@code v''(r)}
     */
    void at(double r, double[] out);
  }

  Cluster(int atoms, double nearest, Pair pair, Optional<PairEnergy> exact) {
    if (atoms < 2) {
      throw new IllegalArgumentException("a cluster has at least 2 atoms, not " + atoms);
    }
    this.atoms = atoms;
    this.nearest = nearest;
    this.pair = pair;
    this.exact = exact;
    motions = new RigidMotions(atoms);
    scales = new Scales(order(nearest), order(pairEnergy(nearest)));
    group = new ClusterGroup(atoms, scales.length());
    moves = new ClusterMoves(atoms, nearest, this::pairEnergy);
  }

  /** The nearest power of two, which changes no bit; 1 for what is no size. */
  private static double order(double value) {
    double size = Math.abs(value);
    return size > 0.0 && Double.isFinite(size)
        ? Math.scalb(1.0, (int) Math.rint(StrictMath.log(size) / StrictMath.log(2.0)))
        : 1.0;
  }

  private double pairEnergy(double r) {
    double[] v = new double[3];
    pair.at(r, v);
    return v[0];
  }

  /**
   * A Lennard-Jones cluster.
   *
   * @param atoms the number of atoms, at least 2
   * @return the cluster
   * @throws IllegalArgumentException if there are fewer
   */
  public static Cluster lennardJones(int atoms) {
    return new Cluster(
        atoms,
        StrictMath.pow(2.0, 1.0 / 6.0),
        (r, out) -> {
          double w = 1.0 / (r * r);
          double six = w * w * w;
          out[0] = 4.0 * six * (six - 1.0);
          out[1] = (24.0 * six - 48.0 * six * six) / r;
          out[2] = (624.0 * six * six - 168.0 * six) * w;
        },
        Optional.of(new PairEnergy.LennardJones()));
  }

  /**
   * A Morse cluster.
   *
   * @param atoms the number of atoms, at least 2
   * @param rho the range parameter, positive and finite
   * @return the cluster
   * @throws IllegalArgumentException if one is out of its range
   */
  public static Cluster morse(int atoms, double rho) {
    if (!(rho > 0.0) || Double.isInfinite(rho)) {
      throw new IllegalArgumentException("rho is positive and finite, not " + rho);
    }
    return new Cluster(
        atoms,
        1.0,
        (r, out) -> {
          double e = StrictMath.exp(rho * (1.0 - r));
          out[0] = e * (e - 2.0);
          out[1] = -2.0 * rho * e * (e - 1.0);
          out[2] = 2.0 * rho * rho * e * (2.0 * e - 1.0);
        },
        Optional.of(new PairEnergy.Morse(rho)));
  }

  /**
   * A cluster with a pair potential of one's own, in any units.
   *
   * @param atoms the number of atoms, at least 2
   * @param nearest the equilibrium distance of two atoms, positive; it and the energy there are the
   *     scales of the cluster
   * @param pair the pair potential
   * @return the cluster
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static Cluster of(int atoms, double nearest, Pair pair) {
    if (!(nearest > 0.0) || Double.isInfinite(nearest)) {
      throw new IllegalArgumentException(
          "the distance of neighbours is positive and finite, not " + nearest);
    }
    return new Cluster(atoms, nearest, pair, Optional.empty());
  }

  /**
   * The translations of atoms, for the {@linkplain dev.tarn.potential.Potential#nullDirections null
   * directions} of a potential of one's own that is not a sum over pairs.
   *
   * @param atoms the number of atoms, at least 1
   * @return three orthonormal vectors of length {@code 3N}; none for a single atom
   */
  public static List<double[]> translations(int atoms) {
    return new RigidMotions(atoms).translations();
  }

  /**
   * The rotations of atoms about their centre, a {@linkplain
   * dev.tarn.potential.Potential#capability capability} to be offered beside {@link #translations}
   * as null directions.
   *
   * @param atoms the number of atoms, at least 1
   * @return three zero modes; two for atoms in line, none for a single one
   */
  public static ZeroModes rotations(int atoms) {
    return new RigidMotions(atoms);
  }

  /**
   * The permutations of like atoms with and without inversion, up to translations and rotations.
   *
   * @param atoms the number of atoms, at least 1, at distances of order one
   * @return the group of order {@code 2 N!}
   */
  public static SymmetryGroup permutations(int atoms) {
    return permutations(atoms, 1.0);
  }

  /**
   * The permutations of like atoms with and without inversion, up to translations and rotations.
   *
   * @param atoms the number of atoms, at least 1
   * @param nearest about the distance of neighbours, positive: atoms that are a ten-thousandth of
   *     it apart lie on each other
   * @return the group of order {@code 2 N!}
   */
  public static SymmetryGroup permutations(int atoms, double nearest) {
    return new ClusterGroup(atoms, nearest);
  }

  /**
   * The number of atoms.
   *
   * @return {@code N}; there are {@code 3N} variables
   */
  public int atoms() {
    return atoms;
  }

  @Override
  public int dimension() {
    return 3 * atoms;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0.0);
    double[] v = new double[3];
    double energy = 0.0;
    for (int i = 0; i < x.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        double r = Math.sqrt(Vectors.squaredDistance(x, i, 1.0, x, j, 3));
        pair.at(r, v);
        energy += v[0];
        for (int k = 0; k < 3; k++) {
          double force = v[1] / r * (x[i + k] - x[j + k]);
          gradient[i + k] += force;
          gradient[j + k] -= force;
        }
      }
    }
    return energy;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    Arrays.fill(hessian, 0.0);
    int n = x.length;
    double[] v = new double[3];
    double[] d = new double[3];
    for (int i = 0; i < n; i += 3) {
      for (int j = 0; j < i; j += 3) {
        double r = Math.sqrt(Vectors.squaredDistance(x, i, 1.0, x, j, 3));
        pair.at(r, v);
        for (int k = 0; k < 3; k++) {
          d[k] = (x[i + k] - x[j + k]) / r;
        }
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            double across = k == l ? v[1] / r : 0.0;
            double value = across + (v[2] - v[1] / r) * d[k] * d[l];
            hessian[(i + k) * n + i + l] += value;
            hessian[(j + k) * n + j + l] += value;
            hessian[(i + k) * n + j + l] -= value;
            hessian[(j + k) * n + i + l] -= value;
          }
        }
      }
    }
    return gradient(x, gradient);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  @Override
  public Optional<Scales> scales() {
    return Optional.of(scales);
  }

  @Override
  public SymmetryGroup symmetry() {
    return group;
  }

  @Override
  public List<double[]> nullDirections() {
    return motions.translations();
  }

  /**
   * A start that is grown from a smaller cluster: each atom that is missing goes to that of some
   * random places on the surface where its energy is lowest. The best clusters of {@code N - 1}
   * atoms are often near the best of {@code N}.
   *
   * @param smaller the coordinates of fewer atoms, at least 1; not modified
   * @param random the source of randomness
   * @return the coordinates of all atoms, not yet relaxed
   * @throws IllegalArgumentException if there are no atoms or too many
   */
  public double[] grown(double[] smaller, RandomGenerator random) {
    int present = smaller.length / 3;
    if (smaller.length % 3 != 0 || present < 1 || present >= atoms) {
      throw new IllegalArgumentException(
          "a cluster of "
              + atoms
              + " atoms grows from 1 to "
              + (atoms - 1)
              + " atoms of 3 coordinates each, not from "
              + smaller.length
              + " coordinates");
    }
    double[] x = Arrays.copyOf(smaller, dimension());
    for (int atom = present; atom < atoms; atom++) {
      moves.add(x, atom, random);
    }
    return x;
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    if (type.equals(Moves.class)) {
      return Optional.of(type.cast(moves));
    }
    if (type.equals(PairEnergy.class)) {
      return exact.map(type::cast);
    }
    return type.equals(ZeroModes.class) ? Optional.of(type.cast(motions)) : super.capability(type);
  }

  /**
   * Uniform in a ball that holds the atoms as a liquid would, none nearer to another than 0.8 times
   * the equilibrium distance: on the wall of a pair no saddle is near.
   */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    moves.scatter(x, random);
  }

  /**
   * None: a cluster may dissociate, so that the energy does not grow along every direction, and the
   * space of configurations modulo rigid motions is no space {@code R^n}; the plain Morse sum over
   * its points says nothing.
   */
  @Override
  public OptionalLong eulerCharacteristic() {
    return OptionalLong.empty();
  }

  private Object writeReplace() {
    return new ClusterForm(atoms, nearest, pair, exact.orElse(null));
  }
}
