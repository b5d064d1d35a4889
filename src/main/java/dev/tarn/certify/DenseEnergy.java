package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.Network;
import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The energy of a network with any number of layers, written once. The variables are the links and
 * then the bias of each unit, layer after layer, and at the top the free outputs' links from each
 * node below and, last, their biases ({@link Outputs}).
 */
final class DenseEnergy implements SmoothEnergy {
  private final Network network;
  private final Outputs outputs;
  private final int[] widths;
  private final int size;

  DenseEnergy(Network network) {
    this.network = network;
    outputs = new Outputs(network);
    widths = network.architecture().widths().stream().mapToInt(Integer::intValue).toArray();
    int count = 0;
    for (int l = 1; l < widths.length; l++) {
      count += (widths[l - 1] + 1) * (l < top() ? widths[l] : outputs.free());
    }
    size = count;
  }

  private int top() {
    return widths.length - 1;
  }

  int size() {
    return size;
  }

  Outputs outputs() {
    return outputs;
  }

  /** Where the first group of the outputs' variables begins. */
  private int firstOutput() {
    return size - (widths[top() - 1] + 1) * outputs.free();
  }

  /** The position in the network's weights of each variable. */
  int[] places() {
    int[] places = new int[size];
    int next = 0;
    for (int l = 1; l < top(); l++) {
      for (int j = 0; j < widths[l]; j++) {
        for (int k = 0; k <= widths[l - 1]; k++) {
          places[next++] = place(l, j, k);
        }
      }
    }
    for (int k = 0; k <= widths[top() - 1]; k++) {
      for (int r = 0; r < outputs.free(); r++) {
        places[next++] = place(top(), r, k);
      }
    }
    return places;
  }

  /** The positions of the weights to, and the biases of, the last output. */
  int[] lastOutput() {
    int[] places = new int[widths[top() - 1] + 1];
    for (int k = 0; k < places.length; k++) {
      places[k] = place(top(), widths[top()] - 1, k);
    }
    return places;
  }

  private int place(int layer, int unit, int from) {
    return from < widths[layer - 1]
        ? network.layout().link(layer, unit, from)
        : network.layout().bias(layer, unit);
  }

  @Override
  public <T extends Scalar<T>> T energy(List<T> x) {
    T zero = x.get(0).constant(0.0);
    T energy = zero;
    for (int d = 0; d < network.data().examples(); d++) {
      energy = energy.plus(outputs.loss(d, answer(x, d)));
    }
    energy = energy.dividedBy(zero.constant(network.data().examples()));
    int next = 0;
    for (int l = 1; l < top(); l++) {
      T links = zero;
      T biases = zero;
      for (int j = 0; j < widths[l]; j++) {
        for (int k = 0; k < widths[l - 1]; k++) {
          links = links.plus(x.get(next++).square());
        }
        biases = biases.plus(x.get(next++).square());
      }
      energy = penalised(energy, links, network.penalty().links().get(l - 1));
      energy = penalised(energy, biases, network.penalty().biases().get(l - 1));
    }
    for (int k = 0; k <= widths[top() - 1]; k++) {
      boolean bias = k == widths[top() - 1];
      T square = outputs.square(x.subList(next, next + outputs.free()));
      next += outputs.free();
      energy =
          penalised(
              energy,
              square,
              bias
                  ? network.penalty().biases().get(top() - 1)
                  : network.penalty().links().get(top() - 1));
    }
    return energy;
  }

  private static <T extends Scalar<T>> T penalised(T energy, T square, double coefficient) {
    return coefficient == 0.0 ? energy : energy.plus(square.times(coefficient));
  }

  /** The free outputs for an example. */
  private <T extends Scalar<T>> List<T> answer(List<T> x, int example) {
    List<T> below = new ArrayList<>();
    for (int k = 0; k < widths[0]; k++) {
      below.add(x.get(0).constant(network.data().input(example, k)));
    }
    int next = 0;
    List<HiddenLayer> hidden = network.architecture().hidden();
    for (int l = 1; l < top(); l++) {
      List<T> values = new ArrayList<>();
      for (int j = 0; j < widths[l]; j++) {
        T sum = x.get(next + widths[l - 1]);
        for (int k = 0; k < widths[l - 1]; k++) {
          sum = sum.plus(x.get(next + k).times(below.get(k)));
        }
        next += widths[l - 1] + 1;
        values.add(Activations.value(hidden.get(l - 1).activation(), sum));
      }
      below = values;
    }
    List<T> y = new ArrayList<>();
    int free = outputs.free();
    for (int r = 0; r < free; r++) {
      T sum = x.get(next + widths[top() - 1] * free + r);
      for (int k = 0; k < widths[top() - 1]; k++) {
        sum = sum.plus(x.get(next + k * free + r).times(below.get(k)));
      }
      y.add(sum);
    }
    return y;
  }

  /** The equations, with the metric of the network's weights. */
  Equations equations() {
    int[] counts = new int[size];
    Arrays.fill(counts, 1);
    int[] groups = new int[widths[top() - 1] + 1];
    Arrays.setAll(groups, k -> firstOutput() + k * outputs.free());
    Metric metric = new Metric(counts, groups, outputs);
    return new JetEquations(this, size) {
      @Override
      public Interval[] isometric(Interval[] hessian) {
        return metric.isometric(hessian);
      }
    };
  }
}
