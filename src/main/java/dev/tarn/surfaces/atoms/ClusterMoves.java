package dev.tarn.surfaces.atoms;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The steps by which basin-hopping moves the atoms of a cluster (Wales and Doye, J. Phys. Chem. A
 * 101, 5111, 1997).
 *
 * <p>Nine steps of ten displace every atom, each coordinate by up to the step size; an atom that is
 * bound by less than {@value #LOOSE} of what the most tightly bound one is moves about the centre
 * instead, to any direction at the distance of the outermost atom. The tenth step moves up to a
 * tenth of the atoms, those bound least, to places on the surface, where they touch the cluster.
 * Whatever leaves the container, a ball around the centre, is put back on its wall, so that no step
 * lets an atom evaporate.
 *
 * <p>Immutable, and thread-safe as far as the pair energy is. Cost: a few times {@code N^2} pair
 * energies.
 */
public final class ClusterMoves implements Potential.Moves {
  private static final double LOOSE = 0.4;
  private static final double SURFACE_SHARE = 0.1;
  private static final double MOST_MOVED = 0.1;

  /** How many random places an atom that is added has to choose from. */
  private static final int PLACES = 20;

  /** How near random atoms come to each other, in equilibrium distances. */
  private static final double APART = 0.8;

  private static final int TRIES = 1000;

  private final int atoms;
  private final double nearest;
  private final DoubleUnaryOperator pair;
  private final double container;

  /**
   * The steps of a cluster.
   *
   * @param atoms the number of atoms, at least 2
   * @param nearest the equilibrium distance of two atoms, positive
   * @param pair the pair energy at a distance
   */
  public ClusterMoves(int atoms, double nearest, DoubleUnaryOperator pair) {
    this.atoms = atoms;
    this.nearest = nearest;
    this.pair = pair;
    container = nearest * (1.0 + 0.7 * Math.cbrt(atoms));
  }

  /**
   * The radius of the container.
   *
   * @return a third more than a ball of the density of a liquid has, and one atom more
   */
  public double container() {
    return container;
  }

  @Override
  public void displace(double[] x, double step, RandomGenerator random) {
    double[] energies = energies(x);
    if (atoms > 2 && random.nextDouble() < SURFACE_SHARE) {
      Integer[] order = new Integer[atoms];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> -energies[i]));
      int moved = 1 + random.nextInt(Math.max(1, (int) (MOST_MOVED * atoms)));
      for (int k = 0; k < moved; k++) {
        place(x, atoms, order[k], random);
      }
    } else {
      shake(x, energies, step, random);
    }
    contain(x);
  }

  private void shake(double[] x, double[] energies, double step, RandomGenerator random) {
    double deepest = Arrays.stream(energies).min().orElse(0.0);
    double[] centre = centre(x, atoms);
    double outermost = 0.0;
    for (int i = 0; i < x.length; i += 3) {
      outermost = Math.max(outermost, distance(x, i, centre));
    }
    double[] direction = new double[3];
    for (int atom = 0; atom < atoms; atom++) {
      if (energies[atom] > LOOSE * deepest) {
        draw(random, direction);
        for (int k = 0; k < 3; k++) {
          x[3 * atom + k] = centre[k] + outermost * direction[k];
        }
      } else {
        for (int k = 0; k < 3; k++) {
          x[3 * atom + k] += step * (2.0 * random.nextDouble() - 1.0);
        }
      }
    }
  }

  /**
   * Moves an atom to a random place on the surface of the others: from afar towards the centre,
   * until the next would be nearer than the equilibrium distance.
   *
   * @param x the atoms; one is changed
   * @param present how many of them there are
   * @param atom which one is moved
   * @param random the source of randomness
   */
  public void place(double[] x, int present, int atom, RandomGenerator random) {
    double[] centre = centre(x, present);
    double[] direction = new double[3];
    draw(random, direction);
    double far = 0.0;
    for (int j = 0; j < present; j++) {
      if (j != atom) {
        far = Math.max(far, touching(x, 3 * j, centre, direction));
      }
    }
    for (int k = 0; k < 3; k++) {
      x[3 * atom + k] = centre[k] + far * direction[k];
    }
  }

  /**
   * Adds an atom where its energy is lowest, of some random places on the surface of the others.
   *
   * @param x the atoms; one is changed
   * @param atom which one is added, to those before it
   * @param random the source of randomness
   */
  public void add(double[] x, int atom, RandomGenerator random) {
    double[] best = new double[3];
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < PLACES; k++) {
      place(x, atom, atom, random);
      double energy = 0.0;
      for (int j = 0; j < atom; j++) {
        energy +=
            pair.applyAsDouble(Math.sqrt(Vectors.squaredDistance(x, 3 * atom, 1.0, x, 3 * j, 3)));
      }
      if (energy < lowest) {
        lowest = energy;
        System.arraycopy(x, 3 * atom, best, 0, 3);
      }
    }
    System.arraycopy(best, 0, x, 3 * atom, 3);
  }

  /**
   * Scatters the atoms in a ball that holds them as a liquid would, none too near to another.
   *
   * @param x receives the coordinates
   * @param random the source of randomness
   */
  public void scatter(double[] x, RandomGenerator random) {
    double radius = nearest * (0.3 + 0.6 * Math.cbrt(atoms));
    double[] atom = new double[3];
    for (int i = 0; i < x.length; i += 3) {
      // Beside the others there is room: the atoms fill a fifth of the ball.
      for (int tries = 0; tries == 0 || (tries < TRIES && crowded(x, i, atom)); tries++) {
        drawInBall(random, radius, atom);
      }
      System.arraycopy(atom, 0, x, i, 3);
    }
  }

  private boolean crowded(double[] x, int before, double[] atom) {
    double least = APART * nearest;
    for (int j = 0; j < before; j += 3) {
      if (Vectors.squaredDistance(atom, 0, 1.0, x, j, 3) < least * least) {
        return true;
      }
    }
    return false;
  }

  private static void drawInBall(RandomGenerator random, double radius, double[] atom) {
    do {
      for (int k = 0; k < 3; k++) {
        atom[k] = radius * (2.0 * random.nextDouble() - 1.0);
      }
    } while (Vectors.norm(atom) > radius);
  }

  /** How far out on a ray a place at the equilibrium distance from an atom is; 0 for none. */
  private double touching(double[] x, int at, double[] centre, double[] direction) {
    double along = 0.0;
    double square = 0.0;
    for (int k = 0; k < 3; k++) {
      double r = x[at + k] - centre[k];
      along += r * direction[k];
      square += r * r;
    }
    double reach = nearest * nearest - (square - along * along);
    return reach > 0.0 ? Math.max(0.0, along + Math.sqrt(reach)) : 0.0;
  }

  private void contain(double[] x) {
    double[] centre = centre(x, atoms);
    for (int i = 0; i < x.length; i += 3) {
      double distance = distance(x, i, centre);
      if (distance > container) {
        for (int k = 0; k < 3; k++) {
          x[i + k] = centre[k] + (x[i + k] - centre[k]) * container / distance;
        }
      }
    }
  }

  /** Half of each pair's energy belongs to either atom; the factor does not matter here. */
  private double[] energies(double[] x) {
    double[] energies = new double[atoms];
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < i; j++) {
        double r = Math.sqrt(Vectors.squaredDistance(x, 3 * i, 1.0, x, 3 * j, 3));
        double energy = pair.applyAsDouble(r);
        energies[i] += energy;
        energies[j] += energy;
      }
    }
    return energies;
  }

  private static double[] centre(double[] x, int present) {
    double[] centre = new double[3];
    for (int i = 0; i < 3 * present; i++) {
      centre[i % 3] += x[i] / present;
    }
    return centre;
  }

  private static double distance(double[] x, int at, double[] centre) {
    return Math.sqrt(Vectors.squaredDistance(x, at, 1.0, centre, 0, 3));
  }

  private static void draw(RandomGenerator random, double[] direction) {
    for (int k = 0; k < 3; k++) {
      direction[k] = random.nextGaussian();
    }
    Vectors.normalise(direction);
  }
}
