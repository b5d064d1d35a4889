package dev.tarn.network;

import dev.tarn.data.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * The energy of a fully connected network written out with named parameters, by automatic
 * differentiation with Hipparchus: independent of the code under test in all but the layout.
 */
final class Oracle {
  private final Network network;

  Oracle(Network network) {
    this.network = network;
  }

  /** The energy with its first and second derivatives. */
  DerivativeStructure energy(double[] x) {
    DSFactory factory = new DSFactory(x.length, 2);
    List<DerivativeStructure> at = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      at.add(factory.variable(i, x[i]));
    }
    DataSet data = network.data();
    DerivativeStructure sum = factory.constant(0.0);
    for (int d = 0; d < data.examples(); d++) {
      sum = sum.add(loss(outputs(at, factory, d), d));
    }
    return sum.divide(data.examples()).add(penalty(at, factory));
  }

  private List<DerivativeStructure> outputs(
      List<DerivativeStructure> at, DSFactory factory, int example) {
    Architecture architecture = network.architecture();
    Layout parameters = network.layout();
    List<DerivativeStructure> values = new ArrayList<>();
    for (double input : network.data().input(example)) {
      values.add(factory.constant(input));
    }
    for (int l = 1; l <= architecture.layers(); l++) {
      List<DerivativeStructure> next = new ArrayList<>();
      for (int j = 0; j < architecture.widths().get(l); j++) {
        DerivativeStructure z = at.get(parameters.bias(l, j));
        for (int k = 0; k < values.size(); k++) {
          z = z.add(at.get(parameters.link(l, j, k)).multiply(values.get(k)));
        }
        boolean output = l == architecture.layers();
        next.add(output ? z : function(architecture.hidden().get(l - 1).activation()).apply(z));
      }
      values = next;
    }
    return values;
  }

  private static UnaryOperator<DerivativeStructure> function(Activation activation) {
    return switch (activation) {
      case TANH -> DerivativeStructure::tanh;
      case LOGISTIC -> z -> z.negate().exp().add(1.0).reciprocal();
      case ELU -> z -> z.getValue() > 0.0 ? z : z.expm1();
      case SOFTPLUS -> Oracle::softplus;
      case RELU -> z -> z.getValue() > 0.0 ? z : z.multiply(0.0);
    };
  }

  private static DerivativeStructure softplus(DerivativeStructure z) {
    return z.getValue() > 0.0 ? z.add(z.negate().exp().log1p()) : z.exp().log1p();
  }

  private DerivativeStructure loss(List<DerivativeStructure> y, int example) {
    DataSet data = network.data();
    return switch (network.architecture().output()) {
      case SOFTMAX -> {
        DerivativeStructure right = y.get(data.classOf(example));
        int top = 0;
        for (int c = 1; c < y.size(); c++) {
          top = y.get(c).getValue() > y.get(top).getValue() ? c : top;
        }
        DerivativeStructure largest = y.get(top);
        DerivativeStructure others = largest.multiply(0.0);
        for (int c = 0; c < y.size(); c++) {
          others = c == top ? others : others.add(y.get(c).subtract(largest).exp());
        }
        yield others.log1p().add(largest.subtract(right));
      }
      case LOGISTIC -> softplus(data.classOf(example) == 1 ? y.get(0).negate() : y.get(0));
      case LINEAR -> {
        DerivativeStructure sum = y.get(0).multiply(0.0);
        for (int i = 0; i < y.size(); i++) {
          DerivativeStructure error = y.get(i).subtract(data.target(example, i));
          sum = sum.add(error.multiply(error));
        }
        yield sum;
      }
    };
  }

  private DerivativeStructure penalty(List<DerivativeStructure> at, DSFactory factory) {
    Architecture architecture = network.architecture();
    Layout parameters = network.layout();
    DerivativeStructure sum = factory.constant(0.0);
    for (int l = 1; l <= architecture.layers(); l++) {
      for (int j = 0; j < architecture.widths().get(l); j++) {
        for (int k = 0; k < architecture.widths().get(l - 1); k++) {
          DerivativeStructure w = at.get(parameters.link(l, j, k));
          sum = sum.add(w.multiply(w).multiply(network.penalty().links().get(l - 1)));
        }
        DerivativeStructure b = at.get(parameters.bias(l, j));
        sum = sum.add(b.multiply(b).multiply(network.penalty().biases().get(l - 1)));
      }
    }
    return sum;
  }
}
