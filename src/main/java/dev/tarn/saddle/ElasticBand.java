package dev.tarn.saddle;

import dev.tarn.linear.LbfgsDirection;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The doubly-nudged elastic band of Trygubenko and Wales, J. Chem. Phys. 120, 2082 (2004).
 *
 * <p>A chain of images between two fixed end points, at first equally spaced on the straight line.
 * The tangent at an image is that of Henkelman and Jonsson, J. Chem. Phys. 113, 9978 (2000): it
 * points to the neighbour of higher energy, or mixes both at an extremum. The gradient on an image
 * is the true gradient orthogonal to the tangent, plus the spring gradient along it, plus the part
 * of the spring gradient orthogonal to the tangent that is also orthogonal to the true orthogonal
 * gradient: the second nudging, which keeps the band from cutting corners yet allows it to be
 * optimised by L-BFGS. There is no energy to go with this gradient, so steps are capped image by
 * image and never rejected.
 *
 * <p>The images at local maxima of the energy along the band, converged or stopped, are the guesses
 * for transition states. Cost: one gradient for each image an iteration. Not thread-safe.
 */
public final class ElasticBand {
  private static final int MEMORY = 4;
  private static final double INITIAL_STEP = 0.05;

  private final Units units;
  private final Evaluator evaluator;
  private final BandSettings settings;
  private final int n;
  private final int images;
  private final double[] first;
  private final double[] last;
  private final double[] tangent;
  private final double[] trueGradient;
  private final double[] energies;

  /**
   * The relaxed band.
   *
   * @param images the coordinates of all images, the end points included, from first to last
   * @param energies their energies
   * @param iterations the number of steps taken
   * @param rms the root-mean-square force at the end
   * @param converged whether that is below the tolerance
   */
  public record Band(
      List<double[]> images, double[] energies, int iterations, double rms, boolean converged) {

    /**
     * The images at the local maxima of the energy along the band.
     *
     * @return the transition-state guesses, from the first end point on; empty if the energy is
     *     monotonic or has no maximum between the end points
     */
    public List<double[]> maxima() {
      List<double[]> guesses = new ArrayList<>();
      for (int k = 1; k < energies.length - 1; k++) {
        if (energies[k] >= energies[k - 1] && energies[k] > energies[k + 1]) {
          guesses.add(images.get(k).clone());
        }
      }
      return guesses;
    }
  }

  /**
   * Makes a band.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to relax it
   */
  public ElasticBand(Potential potential, BandSettings settings) {
    units = Units.of(potential);
    evaluator = units.potential().evaluator();
    this.settings = settings;
    n = potential.dimension();
    images = settings.images();
    first = new double[n];
    last = new double[n];
    tangent = new double[n];
    trueGradient = new double[n];
    energies = new double[images + 2];
  }

  /**
   * Relaxes the band between two points.
   *
   * @param from the first end point; not modified
   * @param to the last end point, at best the copy nearest to the first; not modified
   * @return the band
   * @throws IllegalArgumentException if a point has another length than the dimension, or the two
   *     are the same
   */
  public Band relax(double[] from, double[] to) {
    checkEnds(from, to);
    System.arraycopy(units.enter(from), 0, first, 0, n);
    System.arraycopy(units.enter(to), 0, last, 0, n);
    double[] x = interpolate();
    double[] previousX = new double[x.length];
    double[] g = new double[x.length];
    double[] previousG = new double[x.length];
    double[] direction = new double[x.length];
    energies[0] = evaluator.energy(first);
    energies[images + 1] = evaluator.energy(last);
    double spring = springConstant(x);
    LbfgsDirection history = new LbfgsDirection(x.length, MEMORY, INITIAL_STEP);
    double rms = force(x, g, spring);
    int iterations = 0;
    while (iterations < settings.maxIterations() && rms > settings.tolerance()) {
      history.direction(g, direction);
      System.arraycopy(x, 0, previousX, 0, x.length);
      System.arraycopy(g, 0, previousG, 0, x.length);
      move(x, direction);
      rms = force(x, g, spring);
      history.update(x, previousX, g, previousG);
      iterations++;
      if (!Double.isFinite(rms)) {
        System.arraycopy(previousX, 0, x, 0, x.length);
        rms = force(x, g, spring);
        break;
      }
    }
    List<double[]> points = new ArrayList<>(images + 2);
    points.add(from.clone());
    for (int k = 0; k < images; k++) {
      double[] image = new double[n];
      System.arraycopy(x, k * n, image, 0, n);
      points.add(units.leave(image));
    }
    points.add(to.clone());
    return new Band(
        points,
        Arrays.stream(energies).map(energy -> units.energy() * energy).toArray(),
        iterations,
        units.energy() / units.length() * rms,
        rms <= settings.tolerance());
  }

  private void checkEnds(double[] from, double[] to) {
    if (from.length != n || to.length != n) {
      throw new IllegalArgumentException(
          "the end points have "
              + from.length
              + " and "
              + to.length
              + " components, the potential "
              + n);
    }
    for (int i = 0; i < n; i++) {
      if (from[i] != to[i]) {
        return;
      }
    }
    throw new IllegalArgumentException("the end points of a band are two different points");
  }

  private double[] interpolate() {
    double[] x = new double[images * n];
    for (int k = 0; k < images; k++) {
      double t = (k + 1.0) / (images + 1.0);
      for (int i = 0; i < n; i++) {
        x[k * n + i] = (1.0 - t) * first[i] + t * last[i];
      }
    }
    return x;
  }

  private double springConstant(double[] x) {
    double mean = 0.0;
    for (int k = 0; k < images; k++) {
      image(x, k, tangent);
      evaluator.gradient(tangent, trueGradient);
      mean += Vectors.norm(trueGradient) / images;
    }
    double spacing = 0.0;
    for (int i = 0; i < n; i++) {
      spacing += (last[i] - first[i]) * (last[i] - first[i]);
    }
    spacing = Math.sqrt(spacing) / (images + 1);
    return settings.springConstant() * Math.max(mean, Double.MIN_NORMAL) / spacing;
  }

  /** Fills the nudged gradient of the whole band; returns its root mean square. */
  private double force(double[] x, double[] g, double spring) {
    for (int k = 0; k < images; k++) {
      image(x, k, tangent);
      energies[k + 1] = evaluator.gradient(tangent, trueGradient);
      System.arraycopy(trueGradient, 0, g, k * n, n);
    }
    double sum = 0.0;
    for (int k = 0; k < images; k++) {
      nudge(x, g, k, spring);
      for (int i = k * n; i < (k + 1) * n; i++) {
        sum += g[i] * g[i];
      }
    }
    return Math.sqrt(sum / (images * n));
  }

  private void nudge(double[] x, double[] g, int k, double spring) {
    fillTangent(x, k);
    int o = k * n;
    double along = 0.0;
    double springAlong = 0.0;
    for (int i = 0; i < n; i++) {
      along += g[o + i] * tangent[i];
      springAlong += springGradient(x, k, i, spring) * tangent[i];
    }
    double overlap = 0.0;
    double square = 0.0;
    for (int i = 0; i < n; i++) {
      double orthogonal = g[o + i] - along * tangent[i];
      trueGradient[i] = orthogonal;
      square += orthogonal * orthogonal;
      overlap += orthogonal * (springGradient(x, k, i, spring) - springAlong * tangent[i]);
    }
    double projection = square > 0.0 ? overlap / square : 0.0;
    double stretch = spring * (distance(x, k - 1) - distance(x, k));
    for (int i = 0; i < n; i++) {
      double springOrthogonal = springGradient(x, k, i, spring) - springAlong * tangent[i];
      g[o + i] =
          trueGradient[i]
              + stretch * tangent[i]
              + (springOrthogonal - projection * trueGradient[i]);
    }
  }

  /** The gradient of the spring energy {@code k/2 sum |x_k+1 - x_k|^2} at one component. */
  private double springGradient(double[] x, int k, int i, double spring) {
    double here = x[k * n + i];
    return spring * ((here - component(x, k - 1, i)) - (component(x, k + 1, i) - here));
  }

  private void fillTangent(double[] x, int k) {
    double here = energies[k + 1];
    double before = energies[k];
    double after = energies[k + 2];
    double forward;
    double backward;
    if (after > here && here > before) {
      forward = 1.0;
      backward = 0.0;
    } else if (after < here && here < before) {
      forward = 0.0;
      backward = 1.0;
    } else {
      double larger = Math.max(Math.abs(after - here), Math.abs(before - here));
      double smaller = Math.min(Math.abs(after - here), Math.abs(before - here));
      forward = after > before ? larger : smaller;
      backward = after > before ? smaller : larger;
      if (larger == 0.0) {
        forward = 1.0;
        backward = 1.0;
      }
    }
    for (int i = 0; i < n; i++) {
      double at = x[k * n + i];
      tangent[i] =
          forward * (component(x, k + 1, i) - at) + backward * (at - component(x, k - 1, i));
    }
    double length = Vectors.norm(tangent);
    if (length > 0.0) {
      for (int i = 0; i < n; i++) {
        tangent[i] /= length;
      }
    }
  }

  private double component(double[] x, int k, int i) {
    if (k < 0) {
      return first[i];
    }
    return k == images ? last[i] : x[k * n + i];
  }

  /** The distance between images k and k + 1. */
  private double distance(double[] x, int k) {
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
      double d = component(x, k + 1, i) - component(x, k, i);
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  private void move(double[] x, double[] direction) {
    for (int k = 0; k < images; k++) {
      double square = 0.0;
      for (int i = k * n; i < (k + 1) * n; i++) {
        square += direction[i] * direction[i];
      }
      double length = Math.sqrt(square);
      double scale = length > settings.maxStep() ? settings.maxStep() / length : 1.0;
      for (int i = k * n; i < (k + 1) * n; i++) {
        x[i] += scale * direction[i];
      }
    }
  }

  private void image(double[] x, int k, double[] out) {
    System.arraycopy(x, k * n, out, 0, n);
  }
}
