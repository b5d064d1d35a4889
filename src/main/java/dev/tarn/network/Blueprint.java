package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.network.pattern.SplitModel;
import dev.tarn.network.relu.KinkPolish;
import dev.tarn.network.relu.KinkedNetwork;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.NewtonModel;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.potential.space.Work;
import dev.tarn.stationary.StationaryPolish;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the evaluators of a network are made from, in the parameters of the network or in centred
 * ones. Immutable.
 */
final class Blueprint {
  static final DataSet XOR = DataSets.xor(2);

  private static final double ORDER_ONE = 1024.0;

  private final Layout layout;
  private final Penalty penalty;
  private final DataSet data;
  // What the examples are a batch of; the same where they are all there are.
  private final DataSet whole;
  private final boolean fast;
  // The penalty's coefficient of each parameter.
  private final double[] coefficient;
  private final Potential.Scales scales;

  /**
   * A blueprint.
   *
   * @param fast whether this is the XOR network, by unit, with one coefficient for all links and
   *     one for all biases
   */
  Blueprint(Layout layout, Penalty penalty, DataSet data, boolean fast) {
    this(layout, penalty, data, data, fast);
  }

  private Blueprint(Layout layout, Penalty penalty, DataSet data, DataSet whole, boolean fast) {
    this.layout = layout;
    this.penalty = penalty;
    this.data = data;
    this.whole = whole;
    this.fast = fast;
    coefficient = new double[layout.dimension()];
    for (int l = 1; l <= layout.layers(); l++) {
      for (int j = 0; j < layout.width(l); j++) {
        for (int k = 0; k < layout.width(l - 1); k++) {
          coefficient[layout.link(l, j, k)] = penalty.links().get(l - 1);
        }
        coefficient[layout.bias(l, j)] = penalty.biases().get(l - 1);
      }
    }
    scales = measure();
  }

  /** The blueprint of {@link Network#of}. */
  static Blueprint of(Architecture architecture, Penalty penalty, DataSet data) {
    checkFit(architecture, penalty, data);
    boolean fast = isXor(architecture, penalty, data);
    Layout layout = fast ? Layout.byUnit(architecture) : Layout.byLayer(architecture);
    return new Blueprint(layout, penalty, data, fast);
  }

  /** The blueprint of {@link Network#general}. */
  static Blueprint general(Architecture architecture, Penalty penalty, DataSet data) {
    checkFit(architecture, penalty, data);
    return new Blueprint(Layout.byLayer(architecture), penalty, data, false);
  }

  /** The same for an architecture that differs in the width of its hidden layer. */
  Blueprint withHidden(Architecture other) {
    Layout wider = layout.isByUnit() ? Layout.byUnit(other) : Layout.byLayer(other);
    return new Blueprint(wider, penalty, data, fast);
  }

  /** The blueprint of {@link Network#withPenalty}: by unit only if both are the XOR network. */
  Blueprint refit(Penalty other) {
    Architecture architecture = layout.architecture();
    checkFit(architecture, other, data);
    boolean stays = fast && isXor(architecture, other, data);
    return new Blueprint(stays ? layout : Layout.byLayer(architecture), other, data, stays);
  }

  /**
   * Checks that a network can be made of its parts.
   *
   * @throws IllegalArgumentException as {@link Network#of}
   */
  private static void checkFit(Architecture architecture, Penalty penalty, DataSet data) {
    architecture.checkFit(data);
    if (data.hasClasses() && data.classesPresent() < 2) {
      throw new IllegalArgumentException(
          "all examples of \""
              + data.name()
              + "\" are of class "
              + data.outputNames().get(data.classOf(0))
              + "; there must be examples of at least 2 classes");
    }
    if (penalty.layers() != architecture.layers()) {
      throw new IllegalArgumentException(
          "the penalty is for "
              + penalty.layers()
              + " layers of weights, the network "
              + architecture
              + " has "
              + architecture.layers());
    }
  }

  /** Whether the parts are those of the XOR network. */
  private static boolean isXor(Architecture architecture, Penalty penalty, DataSet data) {
    return architecture.hidden().size() == 1
        && architecture.hidden().get(0).activation() == Activation.TANH
        && architecture.output() == OutputLayer.SOFTMAX
        && penalty.lambda().orElse(0.0) > 0.0
        && data.equals(XOR);
  }

  /**
   * Length 1 and energy 1 for classes. For targets the energy is their mean square, which is the
   * loss of a network of zeros, and the length its fourth root, half-way between the weights below
   * and those to the outputs; rounded to powers of two, and 1 where the mean square lies between
   * 1/1024 and 1024.
   */
  Potential.Scales scales() {
    return scales;
  }

  private Potential.Scales measure() {
    if (data.hasClasses() || hasKinks()) {
      return Potential.Scales.ONE;
    }
    double sum = 0.0;
    for (int d = 0; d < whole.examples(); d++) {
      for (int i = 0; i < layout.architecture().outputs(); i++) {
        sum += whole.target(d, i) * whole.target(d, i);
      }
    }
    double loss = sum / whole.examples();
    boolean ofOrderOne = loss == 0.0 || (loss >= 1.0 / ORDER_ONE && loss <= ORDER_ONE);
    if (ofOrderOne) {
      return Potential.Scales.ONE;
    }
    // Links to the outputs are as large as the targets, the root of the loss, others of order one.
    int exponent = Math.getExponent(loss);
    return new Potential.Scales(
        Math.scalb(1.0, Math.floorDiv(exponent, 4)), Math.scalb(1.0, exponent));
  }

  /** The same with one output less. */
  Blueprint centred() {
    return new Blueprint(layout.centred(), penalty, data, whole, fast);
  }

  /**
   * The same on a batch of the examples: with the scales of all, and a preconditioner that takes
   * the inputs of all, whose eigenvectors are long in the making.
   */
  Blueprint onBatch(DataSet batch) {
    return new Blueprint(layout, penalty, batch, whole, false);
  }

  /** The same with another penalty in the same form. */
  Blueprint withPenalty(Penalty other) {
    return new Blueprint(layout, other, data, fast);
  }

  Layout layout() {
    return layout;
  }

  Penalty penalty() {
    return penalty;
  }

  DataSet data() {
    return data;
  }

  /** Whether this is the XOR network in its fast form. */
  boolean isFast() {
    return fast;
  }

  /** The penalty's coefficient of each parameter, a new array. */
  double[] coefficients() {
    return coefficient.clone();
  }

  NetworkEvaluator evaluator() {
    return new NetworkEvaluator(this, kernel());
  }

  KinkedNetworkEvaluator kinkedEvaluator() {
    return new KinkedNetworkEvaluator(this, kernel());
  }

  private Kernel kernel() {
    return fast
        ? XorKernel.of(layout, penalty.links().get(0), penalty.biases().get(0))
        : new DenseKernel(layout, data, coefficient);
  }

  /**
   * Whether the energy grows without bound in every direction but the null ones: every parameter is
   * regularised, except perhaps the biases of outputs that the data hold back.
   */
  boolean growsEverywhere() {
    int top = layout.layers();
    boolean held = !data.hasClasses() || data.classesPresent() == data.outputNames().size();
    return penalty.links().stream().allMatch(c -> c > 0.0)
        && penalty.biases().stream().limit(top - 1).allMatch(c -> c > 0.0)
        && (held || penalty.biases().get(top - 1) > 0.0);
  }

  /** Whether the energy has kinks, as a hidden layer is of ReLU units. */
  boolean hasKinks() {
    return layout.architecture().hidden().stream().anyMatch(layer -> layer.activation().hasKink());
  }

  /**
   * What evaluations cost, a preconditioner, and the polish along kinks, for the potential of this
   * blueprint.
   */
  <C> Optional<C> capability(Class<C> type, Potential potential) {
    if (type.equals(Work.Model.class)) {
      Work.Model model = () -> NetworkWork.of(layout, data.examples());
      return Optional.of(type.cast(model));
    }
    if (type.equals(NewtonModel.Source.class)) {
      NewtonModel.Source source =
          () -> new SplitModel(new XorSplit(layout.width(1)), coefficient, XorSplit.HANDOVER);
      return fast && layout.isCentred() ? Optional.of(type.cast(source)) : Optional.empty();
    }
    if (type.equals(Preconditioner.Source.class)) {
      Preconditioner.Source source = () -> new LayerPreconditioner(layout, penalty, data, whole);
      return LayerPreconditioner.suits(layout, penalty, whole)
          ? Optional.of(type.cast(source))
          : Optional.empty();
    }
    KinkedNetwork kinked = new FirstLayer(this, potential);
    if (type.equals(KinkedNetwork.class) && hasKinks()) {
      return Optional.of(type.cast(kinked));
    }
    if (!type.equals(StationaryPolish.Capability.class)
        || !hasKinks()
        || !StationaryPolish.usesHessian(potential)) {
      return Optional.empty();
    }
    StationaryPolish.Capability polish = tolerances -> new KinkPolish(kinked, tolerances);
    return Optional.of(type.cast(polish));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blueprint blueprint
        && layout.equals(blueprint.layout)
        && penalty.equals(blueprint.penalty)
        && data.equals(blueprint.data);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {layout, penalty, data});
  }
}
