package dev.tarn.surfaces.atoms;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Translations and rotations of atoms: the coordinates {@code x, y, z} of one atom after the other.
 * Translations are null directions; the rotations about the centre of mass, {@code e_k x (r_i - c)}
 * of each atom, are zero modes that depend on the point. A linear molecule has two of them, a
 * single atom none. Immutable.
 */
public final class RigidMotions implements Potential.ZeroModes {
  // A molecule is linear if its width is this part of its length.
  private static final double LINEAR = 1e-6;

  private final int atoms;

  /**
   * The rigid motions of some atoms.
   *
   * @param atoms the number of atoms, at least 1
   */
  public RigidMotions(int atoms) {
    this.atoms = atoms;
  }

  /**
   * The translations.
   *
   * @return three orthonormal vectors; none for a single atom, of which nothing else is left
   */
  public List<double[]> translations() {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < 3 && atoms > 1; k++) {
      double[] v = new double[3 * atoms];
      for (int i = 0; i < atoms; i++) {
        v[3 * i + k] = 1.0 / Math.sqrt(atoms);
      }
      all.add(v);
    }
    return all;
  }

  @Override
  public int most() {
    return switch (atoms) {
      case 1 -> 0;
      case 2 -> 2;
      default -> 3;
    };
  }

  @Override
  public List<double[]> at(double[] x) {
    double[] r = centred(x);
    double size = Vectors.norm(r);
    List<double[]> modes = new ArrayList<>();
    // Gram and Schmidt from the longest one: what is left of the others tells a linear molecule.
    List<double[]> rest = new ArrayList<>(List.of(about(0, r), about(1, r), about(2, r)));
    while (!rest.isEmpty()) {
      double[] longest = rest.get(0);
      for (double[] v : rest) {
        longest = Vectors.norm(v) > Vectors.norm(longest) ? v : longest;
      }
      if (!(Vectors.norm(longest) > LINEAR * size)) {
        break;
      }
      rest.remove(longest);
      Vectors.normalise(longest);
      for (double[] v : rest) {
        Vectors.remove(longest, v);
      }
      modes.add(longest);
    }
    return modes;
  }

  /** The velocities of a rotation about an axis. */
  private static double[] about(int axis, double[] r) {
    double[] v = new double[r.length];
    int a = (axis + 1) % 3;
    int b = (axis + 2) % 3;
    for (int i = 0; i < r.length; i += 3) {
      v[i + a] = -r[i + b];
      v[i + b] = r[i + a];
    }
    return v;
  }

  /** The coordinates relative to the centre of mass, a new array. */
  static double[] centred(double[] x) {
    double[] r = Arrays.copyOf(x, x.length);
    int atoms = x.length / 3;
    for (int k = 0; k < 3; k++) {
      double mean = 0.0;
      for (int i = 0; i < atoms; i++) {
        mean += x[3 * i + k] / atoms;
      }
      for (int i = 0; i < atoms; i++) {
        r[3 * i + k] -= mean;
      }
    }
    return r;
  }
}
