package dev.tarn.certify;

import dev.tarn.data.DataSet;
import dev.tarn.interval.Ball;
import dev.tarn.interval.Curve;
import dev.tarn.interval.Enclosure;
import dev.tarn.interval.Interval;
import dev.tarn.network.Activation;
import dev.tarn.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network with one hidden layer by kinds of units: {@code n_i} units have the weights {@code u_i
 * = (w, b, v)}, with {@code v} the weights to the free outputs ({@link Outputs}). In these weights
 *
 * <pre>
 *   E = 1/D sum_d loss(B + sum_i n_i v_i f(b_i + w_i . x_d)) + sum_i n_i penalty(u_i) + penalty(B)
 * </pre>
 *
 * <p>Its stationary points are those of the network with units like that (Palais, Commun. Math.
 * Phys. 69, 19, 1979). The variables are the units one after the other, then the output biases.
 */
final class KindEquations implements Equations {
  private final DataSet data;
  private final Activation activation;
  private final Outputs outputs;
  private final UnitPenalty penalty;
  private final int[] multiplicities;
  private final int inputs;
  private final int unit;
  private final int free;
  private final int size;

  KindEquations(Network network, int[] multiplicities) {
    data = network.data();
    activation = network.architecture().hidden().get(0).activation();
    outputs = new Outputs(network);
    penalty = new UnitPenalty(network, outputs);
    this.multiplicities = multiplicities.clone();
    inputs = network.architecture().inputs();
    free = outputs.free();
    unit = inputs + 1 + free;
    size = multiplicities.length * unit + free;
  }

  @Override
  public int size() {
    return size;
  }

  /** The number of components of a unit. */
  int unit() {
    return unit;
  }

  Outputs outputs() {
    return outputs;
  }

  private int kinds() {
    return multiplicities.length;
  }

  private int bias(int output) {
    return kinds() * unit + output;
  }

  /** What the network does with one example. */
  private final class Pass<T extends Enclosure<T>> {
    final List<Curve<T>> curves = new ArrayList<>();
    final List<T> y = new ArrayList<>();
    final List<T> slopes = new ArrayList<>();
    final List<T> curvatures = new ArrayList<>();

    Pass(T[] x, int example) {
      for (int i = 0; i < kinds(); i++) {
        T sum = x[i * unit + inputs];
        for (int k = 0; k < inputs; k++) {
          double input = data.input(example, k);
          if (input != 0.0) {
            T weight = x[i * unit + k];
            sum = sum.plus(input == 1.0 ? weight : weight.times(input));
          }
        }
        curves.add(Activations.curve(activation, sum));
      }
      for (int r = 0; r < free; r++) {
        T sum = x[bias(r)];
        for (int i = 0; i < kinds(); i++) {
          T share = x[i * unit + inputs + 1 + r].times(curves.get(i).value());
          sum = sum.plus(multiplicities[i] == 1 ? share : share.times(multiplicities[i]));
        }
        y.add(sum);
      }
    }

    /** With the derivatives of the loss by the outputs, the factor 1/D included. */
    Pass<T> derived(int example) {
      Outputs.Derivatives<T> loss = outputs.derivatives(example, y);
      loss.slopes().forEach(slope -> slopes.add(mean(slope)));
      loss.curvatures().forEach(curvature -> curvatures.add(mean(curvature)));
      return this;
    }

    /** {@code sum_r slope_r v_ir}. */
    T pull(T[] x, int kind) {
      T sum = slopes.get(0).times(x[kind * unit + inputs + 1]);
      for (int r = 1; r < free; r++) {
        sum = sum.plus(slopes.get(r).times(x[kind * unit + inputs + 1 + r]));
      }
      return sum;
    }
  }

  private <T extends Enclosure<T>> T mean(T value) {
    return value.dividedBy(value.constant(data.examples()));
  }

  /** An input with the constant 1 of the bias after them. */
  private double input(int example, int k) {
    return k < inputs ? data.input(example, k) : 1.0;
  }

  @Override
  public Ball energy(Ball[] x) {
    Ball energy = Ball.ZERO;
    for (int d = 0; d < data.examples(); d++) {
      energy = energy.plus(outputs.loss(d, new Pass<>(x, d).y));
    }
    energy = mean(energy);
    List<Ball> all = Arrays.asList(x);
    for (int i = 0; i < kinds(); i++) {
      Ball share = Ball.ZERO;
      int at = i * unit;
      for (int k = 0; k <= inputs; k++) {
        share = share.plus(x[at + k].square().times(penalty.coefficient(k)));
      }
      Ball out = outputs.square(all.subList(at + inputs + 1, at + unit));
      share = share.plus(out.times(penalty.coefficient(inputs + 1)));
      energy = energy.plus(share.times(multiplicities[i]));
    }
    Ball biases = outputs.square(all.subList(bias(0), size));
    return energy.plus(biases.times(penalty.ofBiases()));
  }

  @Override
  public Ball[] gradient(Ball[] x) {
    Ball[] gradient = new Ball[size];
    Arrays.fill(gradient, Ball.ZERO);
    for (int d = 0; d < data.examples(); d++) {
      Pass<Ball> pass = new Pass<>(x, d).derived(d);
      for (int i = 0; i < kinds(); i++) {
        int at = i * unit;
        Ball inner = pass.pull(x, i).times(pass.curves.get(i).slope());
        for (int k = 0; k <= inputs; k++) {
          add(gradient, at + k, times(inner, input(d, k)));
        }
        for (int r = 0; r < free; r++) {
          add(gradient, at + inputs + 1 + r, pass.slopes.get(r).times(pass.curves.get(i).value()));
        }
      }
      for (int r = 0; r < free; r++) {
        add(gradient, bias(r), pass.slopes.get(r));
      }
    }
    for (int i = 0; i < kinds(); i++) {
      for (int k = 0; k < unit; k++) {
        // For each unit of the kind; all of them move together.
        Ball slope = penalty.squareSlope(x, i * unit, k).times(penalty.coefficient(k));
        Ball sum = gradient[i * unit + k].plus(slope);
        gradient[i * unit + k] = sum.times(multiplicities[i]);
      }
    }
    for (int k = inputs + 1; k < unit; k++) {
      int beforeBiases = bias(0) - inputs - 1;
      add(
          gradient,
          beforeBiases + k,
          penalty.squareSlope(x, beforeBiases, k).times(penalty.ofBiases()));
    }
    return gradient;
  }

  private static <T extends Enclosure<T>> void add(T[] to, int at, T value) {
    to[at] = to[at].plus(value);
  }

  private static <T extends Enclosure<T>> T times(T value, double factor) {
    return factor == 1.0 ? value : value.times(factor);
  }

  @Override
  public Interval[] hessian(Interval[] x) {
    Interval[] hessian = new Interval[size * size];
    Arrays.fill(hessian, Interval.ZERO);
    List<Pass<Interval>> passes = passes(x);
    for (int d = 0; d < data.examples(); d++) {
      addExample(x, passes.get(d), d, hessian);
    }
    for (int i = 0; i < kinds(); i++) {
      addBlock(block(x, passes, i), multiplicities[i], i, hessian);
    }
    for (int r = 0; r < free; r++) {
      for (int s = 0; s < free; s++) {
        Interval metric = Interval.of(2.0 * outputs.metric(r, s));
        add(hessian, bias(r) * size + bias(s), metric.times(penalty.ofBiases()));
      }
    }
    return hessian;
  }

  private List<Pass<Interval>> passes(Interval[] x) {
    return IntStream.range(0, data.examples()).mapToObj(d -> new Pass<>(x, d).derived(d)).toList();
  }

  /** Adds {@code sum_rs curvature_rs dy_r dy_s}. */
  private void addExample(Interval[] x, Pass<Interval> pass, int d, Interval[] hessian) {
    Interval[][] dy = new Interval[free][size];
    for (int r = 0; r < free; r++) {
      Arrays.fill(dy[r], Interval.ZERO);
      for (int i = 0; i < kinds(); i++) {
        Curve<Interval> curve = pass.curves.get(i);
        int at = i * unit;
        Interval out = x[at + inputs + 1 + r].times(multiplicities[i]);
        for (int k = 0; k <= inputs; k++) {
          dy[r][at + k] = times(out.times(curve.slope()), input(d, k));
        }
        dy[r][at + inputs + 1 + r] = curve.value().times(multiplicities[i]);
      }
      dy[r][bias(r)] = Interval.ONE;
    }
    for (int i = 0; i < size; i++) {
      for (int s = 0; s < free; s++) {
        Interval row = Interval.ZERO;
        for (int r = 0; r < free; r++) {
          row = row.plus(dy[r][i].times(pass.curvatures.get(r * free + s)));
        }
        if (row.equals(Interval.ZERO)) {
          continue;
        }
        for (int j = 0; j <= i; j++) {
          Interval entry = hessian[i * size + j].plus(row.times(dy[s][j]));
          hessian[i * size + j] = entry;
          hessian[j * size + i] = entry;
        }
      }
    }
  }

  private void addBlock(Interval[] block, int times, int kind, Interval[] hessian) {
    for (int k = 0; k < unit; k++) {
      for (int l = 0; l < unit; l++) {
        int at = (kind * unit + k) * size + kind * unit + l;
        add(hessian, at, block[k * unit + l].times(times));
      }
    }
  }

  /**
   * The Hessian of one unit's share of the energy at fixed slopes of the loss, row by row: how the
   * energy changes where a unit moves against the others of its kind.
   */
  Interval[] block(Interval[] x, int kind) {
    return block(x, passes(x), kind);
  }

  private Interval[] block(Interval[] x, List<Pass<Interval>> passes, int kind) {
    Interval[] block = penalty.block();
    for (int d = 0; d < data.examples(); d++) {
      Pass<Interval> pass = passes.get(d);
      Curve<Interval> curve = pass.curves.get(kind);
      addCurvature(pass.pull(x, kind).times(curve.curvature()), d, block);
      addCross(pass, curve.slope(), d, block);
    }
    return block;
  }

  /** The block of a unit without weights, for an activation that is zero at zero. */
  Interval[] zeroBlock(Interval[] x) {
    Interval[] block = penalty.block();
    for (int d = 0; d < data.examples(); d++) {
      Pass<Interval> pass = new Pass<>(x, d).derived(d);
      addCross(pass, Activations.curve(activation, Interval.ZERO).slope(), d, block);
    }
    return block;
  }

  private void addCurvature(Interval curvature, int d, Interval[] block) {
    for (int k = 0; k <= inputs; k++) {
      for (int l = 0; l <= inputs; l++) {
        Interval both = times(times(curvature, input(d, k)), input(d, l));
        add(block, k * unit + l, both);
      }
    }
  }

  private void addCross(Pass<Interval> pass, Interval slope, int d, Interval[] block) {
    for (int r = 0; r < free; r++) {
      Interval cross = pass.slopes.get(r).times(slope);
      for (int k = 0; k <= inputs; k++) {
        Interval entry = times(cross, input(d, k));
        add(block, k * unit + inputs + 1 + r, entry);
        add(block, (inputs + 1 + r) * unit + k, entry);
      }
    }
  }

  /**
   * With {@code sqrt(n_i)} times each unit for coordinates, and orthonormal ones of the outputs.
   */
  @Override
  public Interval[] isometric(Interval[] hessian) {
    int[] counts = new int[size];
    Arrays.setAll(counts, i -> i < bias(0) ? multiplicities[i / unit] : 1);
    int[] groups = new int[kinds() + 1];
    Arrays.setAll(groups, i -> i < kinds() ? i * unit + inputs + 1 : bias(0));
    return new Metric(counts, groups, outputs).isometric(hessian);
  }

  /** A block of one unit in orthonormal coordinates. */
  Interval[] isometricBlock(Interval[] block) {
    int[] counts = new int[unit];
    Arrays.fill(counts, 1);
    return new Metric(counts, new int[] {inputs + 1}, outputs).isometric(block);
  }
}
