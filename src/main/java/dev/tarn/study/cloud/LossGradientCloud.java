package dev.tarn.study.cloud;

import com.google.common.collect.ImmutableList;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A sample of points, each with its energy and the length of its gradient, and some with their
 * curvature (a loss-gradient cloud).
 *
 * <p>Points stand walk after walk in the order of the walks. Immutable; may be shared between
 * threads.
 */
public final class LossGradientCloud {
  /** The largest number of points. */
  public static final int MAX_POINTS = 100_000_000;

  private static final byte UNKNOWN = -1;
  private static final ImmutableList<Curvature> CURVATURES =
      ImmutableList.copyOf(Curvature.values());

  private final double[] energies;
  private final double[] norms;
  private final byte[] curvatures;
  private final Vector accuracies;

  /**
   * A stationary point in the same coordinates.
   *
   * @param id its number in its landscape
   * @param index the number of negative eigenvalues
   * @param energy the energy
   * @param norm the length of the gradient that rounding leaves
   */
  public record Mark(int id, int index, double energy, double norm) {}

  private LossGradientCloud(
      double[] energies, double[] norms, byte[] curvatures, Vector accuracies) {
    this.accuracies = accuracies;
    this.energies = energies;
    this.norms = norms;
    this.curvatures = curvatures;
  }

  /**
   * The stationary points of a landscape.
   *
   * @param landscape the landscape; not modified
   * @return its points by energy
   */
  public static List<Mark> marks(Landscape landscape) {
    return landscape.points().stream().map(LossGradientCloud::mark).toList();
  }

  private static Mark mark(StationaryPoint point) {
    double norm = point.rms() * Math.sqrt(point.coordinates().length());
    return new Mark(point.id(), point.index(), point.energy(), norm);
  }

  /**
   * The number of points.
   *
   * @return 0 or more
   */
  public int size() {
    return energies.length;
  }

  /**
   * The energy of a point.
   *
   * @param point the point, from 0
   * @return the energy; not finite where it overflowed
   */
  public double energy(int point) {
    return energies[point];
  }

  /**
   * The length of the gradient at a point.
   *
   * @param point the point, from 0
   * @return the length; not finite where it overflowed
   */
  public double norm(int point) {
    return norms[point];
  }

  /**
   * The curvature at a point.
   *
   * @param point the point, from 0
   * @return the curvature; empty if it was not found for this point
   */
  public Optional<Curvature> curvature(int point) {
    byte known = curvatures[point];
    return known == UNKNOWN ? Optional.empty() : Optional.of(CURVATURES.get(known));
  }

  /**
   * The training accuracy at the last point of each walk.
   *
   * @return a number for each walk, in their order; none for a network that does not tell classes
   *     apart
   */
  public Vector accuracies() {
    return accuracies;
  }

  /**
   * How many points have each curvature.
   *
   * @return a number for each curvature, in the order of the constants; points of unknown curvature
   *     are not among them
   */
  public Map<Curvature, Integer> counts() {
    Map<Curvature, Integer> counts = new EnumMap<>(Curvature.class);
    for (Curvature curvature : CURVATURES) {
      counts.put(curvature, 0);
    }
    for (byte known : curvatures) {
      if (known != UNKNOWN) {
        counts.merge(CURVATURES.get(known), 1, Integer::sum);
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  /** The points of one walk, under construction. */
  static final class Walk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] energies;
    private final double[] norms;
    private final byte[] curvatures;
    // NaN for none.
    private double accuracy = Double.NaN;

    Walk(int points) {
      energies = new double[points];
      norms = new double[points];
      curvatures = new byte[points];
      Arrays.fill(curvatures, UNKNOWN);
    }

    void set(int point, double energy, double norm) {
      energies[point] = energy;
      norms[point] = norm;
    }

    void setAccuracy(double share) {
      accuracy = share;
    }

    void set(int point, Curvature curvature) {
      curvatures[point] = (byte) CURVATURES.indexOf(curvature);
    }
  }

  /** Walks put one after the other. */
  static final class Builder {
    private final double[] energies;
    private final double[] norms;
    private final byte[] curvatures;
    private final DoubleStream.Builder accuracies = DoubleStream.builder();
    private int size;

    Builder(int points) {
      energies = new double[points];
      norms = new double[points];
      curvatures = new byte[points];
    }

    void add(Walk walk) {
      int more = walk.energies.length;
      System.arraycopy(walk.energies, 0, energies, size, more);
      System.arraycopy(walk.norms, 0, norms, size, more);
      System.arraycopy(walk.curvatures, 0, curvatures, size, more);
      if (!Double.isNaN(walk.accuracy)) {
        accuracies.add(walk.accuracy);
      }
      size += more;
    }

    int size() {
      return size;
    }

    LossGradientCloud build() {
      return new LossGradientCloud(energies, norms, curvatures, Vector.of(accuracies.build()));
    }
  }
}
