package dev.tarn.study.cloud;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the signs of the Hessian's eigenvalues say about a point. */
public enum Curvature {
  /** All positive. */
  CONVEX,
  /** All negative. */
  CONCAVE,
  /** Some positive and some negative, none zero. */
  SADDLE,
  /** At least one zero. */
  SINGULAR;

  /** Which second derivatives are looked at. */
  public enum Scope {
    /** The whole Hessian. */
    WHOLE,
    /**
     * The blocks of the links of one layer with each other, and of its biases with each other:
     * second derivatives across blocks are taken as zero. The program that Bosman and others
     * published with their paper does so.
     */
    BLOCKS
  }

  /**
   * The name as it is written on the command line and in legends.
   *
   * @return for example {@code "saddle"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the curvature at points. Confined to one thread. */
  static final class Classifier {
    // The largest element is 1.
    private static final double SHIFT = 2.0;

    private final NetworkEvaluator evaluator;
    private final List<int[]> blocks;
    private final double zero;
    private final double[] gradient;
    private final double[] hessian;
    private final List<SymmetricEigen> solvers = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param zero the magnitude relative to the largest one up to which an eigenvalue counts as
     *     zero
     */
    Classifier(Network network, Scope scope, double zero) {
      evaluator = network.evaluator();
      this.zero = zero;
      int n = network.dimension();
      gradient = new double[n];
      hessian = new double[n * n];
      blocks = scope == Scope.WHOLE ? List.of(IntStream.range(0, n).toArray()) : blocks(network);
      blocks.forEach(block -> solvers.add(new SymmetricEigen(block.length)));
    }

    private static List<int[]> blocks(Network network) {
      List<int[]> blocks = new ArrayList<>();
      List<Integer> widths = network.architecture().widths();
      for (int l = 1; l < widths.size(); l++) {
        int layer = l;
        int below = widths.get(l - 1);
        int units = widths.get(l);
        blocks.add(
            IntStream.range(0, units * below)
                .map(link -> network.layout().link(layer, link / below, link % below))
                .toArray());
        blocks.add(IntStream.range(0, units).map(j -> network.layout().bias(layer, j)).toArray());
      }
      return blocks;
    }

    /** The curvature at a point; empty where second derivatives overflow. */
    Optional<Curvature> at(double[] x) {
      evaluator.hessian(x, gradient, hessian);
      double largest = 0.0;
      for (double value : hessian) {
        if (!Double.isFinite(value)) {
          return Optional.empty();
        }
        largest = Math.max(largest, Math.abs(value));
      }
      // The iteration does not end with entries of very different size near zero eigenvalues. So
      // the spectrum is moved away from zero, which costs digits that "zero" does not need.
      double scale = largest < Double.MIN_NORMAL ? 0.0 : 1.0 / largest;
      double[] values = new double[x.length];
      int count = 0;
      for (int b = 0; b < blocks.size(); b++) {
        int[] block = blocks.get(b);
        solvers.get(b).decomposeValues(part(block, scale));
        for (int k = 0; k < block.length; k++) {
          values[count++] = solvers.get(b).values()[k] - SHIFT;
        }
      }
      return Optional.of(of(values, zero));
    }

    private double[] part(int[] block, double scale) {
      int n = gradient.length;
      double[] part = new double[block.length * block.length];
      for (int i = 0; i < block.length; i++) {
        for (int k = 0; k < block.length; k++) {
          part[i * block.length + k] = scale * hessian[block[i] * n + block[k]];
        }
        part[i * (block.length + 1)] += SHIFT;
      }
      return part;
    }
  }

  /** The class of eigenvalues in any order. */
  static Curvature of(double[] values, double zero) {
    double largest = 0.0;
    double least = Double.POSITIVE_INFINITY;
    boolean positive = false;
    boolean negative = false;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
      least = Math.min(least, Math.abs(value));
      positive |= value > 0.0;
      negative |= value < 0.0;
    }
    if (least <= zero * largest) {
      return SINGULAR;
    }
    if (positive && negative) {
      return SADDLE;
    }
    return positive ? CONVEX : CONCAVE;
  }
}
