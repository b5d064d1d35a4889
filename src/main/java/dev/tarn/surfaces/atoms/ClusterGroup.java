package dev.tarn.surfaces.atoms;

import dev.tarn.linear.LinearAssignment;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The symmetry of a cluster of like atoms: {@code N!} permutations, each with and without
 * inversion; two points are the same, too, if a translation and a rotation takes one to the other.
 * The number of copies of a point, its permutational isomers, is {@code 2 N! / h} with the order
 * {@code h} of its point group (Wales, Energy Landscapes, Cambridge 2003); for linear molecules
 * {@code h} counts the permutations with or without inversion that rotations undo.
 *
 * <p>{@link #nearestCopy} is exact for points that are copies of each other, which is what tells
 * duplicates. For others it is an upper bound: assignment and rotation in turn, each the best for
 * the other, from some rotations drawn always alike. Immutable and thread-safe.
 */
public final class ClusterGroup implements SymmetryGroup {
  // As a part of the distance of neighbours; stationary points are polished to 1e-10 of it.
  private static final double SAME = 1e-4;
  // Shells that are nearer to each other than that are one, where atoms are put in order.
  private static final double SHELL = 1e-6;
  private static final int STARTS = 12;
  private static final int ROUNDS = 30;

  private final int atoms;
  private final double length;
  private final double same;

  /**
   * The symmetry of a cluster.
   *
   * @param atoms the number of atoms, at least 1
   * @param length about the distance of neighbours, positive
   */
  public ClusterGroup(int atoms, double length) {
    this.atoms = atoms;
    this.length = length;
    same = SAME * length;
  }

  /**
   * The group of a potential of atoms.
   *
   * @param potential any potential
   * @return its symmetry if that is a cluster's; its variables are then {@code x, y, z} of each
   *     atom
   */
  public static Optional<ClusterGroup> of(Potential potential) {
    return potential.symmetry() instanceof ClusterGroup group
        ? Optional.of(group)
        : Optional.empty();
  }

  @Override
  public BigInteger order() {
    BigInteger order = BigInteger.TWO;
    for (int i = 2; i <= atoms; i++) {
      order = order.multiply(BigInteger.valueOf(i));
    }
    return order;
  }

  /**
   * The order of the point group.
   *
   * @param x the point; not modified
   * @return the number of permutations, with or without inversion, that a rotation undoes
   */
  public int pointGroupOrder(double[] x) {
    double[] r = RigidMotions.centred(x);
    return new Coincidence(r, r, same).all().size();
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return order().divide(BigInteger.valueOf(pointGroupOrder(x)));
  }

  /** The cluster about the origin, its atoms from the centre outwards: not turned. */
  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] r = RigidMotions.centred(x);
    Integer[] order = new Integer[atoms];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble(
            i ->
                Math.rint(
                    Vectors.norm(Arrays.copyOfRange(r, 3 * i, 3 * i + 3)) / (SHELL * length))));
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(r, 3 * order[i], canonical, 3 * i, 3);
    }
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] onto = RigidMotions.centred(reference);
    double[] r = RigidMotions.centred(x);
    double[] best =
        new Coincidence(r, onto, same)
            .any()
            .map(way -> alternate(r, onto, way.matrix()))
            .orElseGet(() -> search(r, onto));
    double distance = Vectors.distance(best, onto);
    // The copy has the reference's centre.
    for (int i = 0; i < best.length; i++) {
      copy[i] = best[i] + (reference[i] - onto[i]);
    }
    return distance;
  }

  private double[] search(double[] r, double[] onto) {
    RandomGenerator random = new SplittableRandom(atoms);
    double[] best = r;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STARTS; k++) {
      double[] q = new double[4];
      for (int i = 0; i < 4; i++) {
        q[i] = k < 2 ? (i == 0 ? 1.0 : 0.0) : random.nextGaussian();
      }
      Vectors.normalise(q);
      double[] matrix = Rotation.matrix(q[0], q[1], q[2], q[3]);
      double[] end = alternate(r, onto, k % 2 == 0 ? matrix : Rotation.inverted(matrix));
      double distance = Vectors.distance(end, onto);
      if (distance < least) {
        least = distance;
        best = end;
      }
    }
    return best;
  }

  /** The best assignment for a rotation, the best rotation for that, and so on. */
  private double[] alternate(double[] r, double[] onto, double[] matrix) {
    double[] turned = new double[r.length];
    Rotation.apply(matrix, r, turned);
    double last = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] cost = new double[atoms][atoms];
      for (int i = 0; i < atoms; i++) {
        for (int j = 0; j < atoms; j++) {
          cost[i][j] = Vectors.squaredDistance(turned, 3 * i, 1.0, onto, 3 * j, 3);
        }
      }
      int[] from = LinearAssignment.solve(cost);
      double[] placed = new Element(from, false).apply(turned);
      Rotation.apply(Rotation.best(placed, onto), placed, turned);
      double distance = Vectors.distance(turned, onto);
      if (!(distance < last * (1.0 - 1e-9))) {
        break;
      }
      last = distance;
    }
    return turned;
  }

  @Override
  public Transformation identity() {
    return Element.identity(atoms);
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    Element element = Element.identity(atoms);
    int[] from = element.from();
    for (int i = atoms - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = from[i];
      from[i] = from[j];
      from[j] = swap;
    }
    return new Element(from, random.nextBoolean());
  }

  /** {@inheritDoc} None: what leaves a cluster in place needs a rotation, which is no element. */
  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return List.of();
  }

  /** {@inheritDoc} Up to a translation and a rotation. */
  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    return new Coincidence(RigidMotions.centred(x), RigidMotions.centred(y), same)
        .any()
        .map(Coincidence.Way::element);
  }

  /** {@inheritDoc} The average over the operations of the point group, about the same centre. */
  @Override
  public Projection fixedSpace(double[] x) {
    double[] centre = RigidMotions.centred(x);
    List<Coincidence.Way> group = new Coincidence(centre, centre, same).all();
    if (group.size() <= 1) {
      return point -> {};
    }
    return point -> {
      double[] r = RigidMotions.centred(point);
      double[] turned = new double[r.length];
      double[] sum = new double[r.length];
      for (Coincidence.Way way : group) {
        Rotation.apply(way.matrix(), r, turned);
        double[] placed = new Element(way.element().from(), false).apply(turned);
        Vectors.add(sum, 1.0 / group.size(), placed);
      }
      for (int i = 0; i < sum.length; i++) {
        point[i] = sum[i] + (point[i] - r[i]);
      }
    };
  }
}
