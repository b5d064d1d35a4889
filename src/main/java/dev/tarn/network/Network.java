package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The loss of a fully connected feed-forward network on a data set, with L2 regularisation:
 *
 * <pre>
 *   z(l)_j = b(l)_j + sum_k w(l)_jk a(l-1)_k,   a(0) = input,   a(l)_j = f_l(z(l)_j)
 *   E      = 1/D sum_d loss(z(L) of example d) + sum over groups of coefficient * sum of squares
 * </pre>
 *
 * <p>The loss is that of the {@link OutputLayer}; the groups are the links and the biases of each
 * layer ({@link Penalty}); there is no factor 1/2. The energy is in nats for each training example
 * (in squared units of the targets for linear outputs), weights are dimensionless. Where each
 * parameter stands, the {@link Layout} says. {@link NetworkEvaluator} names the cost.
 *
 * <p><b>The XOR network</b> of Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97, 052307 (2018), is
 * one of these: one layer of tanh units and two softmax outputs on the examples (0,0), (0,1),
 * (1,0), (1,1) of the classes 0, 1, 1, 0, with one positive coefficient lambda for all parameters
 * or for all links. Their equations 1 to 3 are
 *
 * <pre>
 *   y_i = b_i + sum_j w(1)_ij tanh(b_j + sum_k w(2)_jk x_k)
 *   p_c = exp(y_c) / (exp(y_0) + exp(y_1))
 *   E   = -1/4 sum_d ln p_c(d) + lambda V^2
 * </pre>
 *
 * <p>Whether it is asked for by {@link #xor} or by its parts, its parameters stand by unit and its
 * loss is computed in a fast form; everything else is the same as for any network.
 *
 * <p>Immutable, may be shared between threads. Two networks are equal when their parts are.
 */
@SuppressWarnings("serial") // What is sent is its form.
public final class Network implements Potential, Serializable {
  private static final long serialVersionUID = 1L;

  /** The largest number of parameters for which a dense Hessian is made: 128 MiB. */
  public static final int MAX_HESSIAN_DIMENSION = 4096;

  private final Architecture architecture;
  private final Blueprint blueprint;
  private final DataSymmetries dataSymmetries;
  private final NullSpace nullSpace;
  private final NetworkGroup group;
  private final Starts starts;
  private final Optional<CentredNetwork> centred;

  private Network(Architecture architecture, Blueprint blueprint, DataSymmetries dataSymmetries) {
    this.architecture = architecture;
    this.blueprint = blueprint;
    this.dataSymmetries = dataSymmetries;
    nullSpace = new NullSpace(blueprint.layout(), blueprint.penalty(), blueprint.data());
    group = new NetworkGroup(blueprint.layout(), dataSymmetries, nullSpace);
    starts = new Starts(blueprint.layout(), group);
    boolean centrable =
        architecture.output() == OutputLayer.SOFTMAX
            && penalty().links().get(architecture.layers() - 1) > 0.0;
    centred = centrable ? Optional.of(new CentredNetwork(this, blueprint)) : Optional.empty();
  }

  /**
   * Makes a network and looks for the symmetries of its data; if the links of the first layer are
   * not regularised, also for null directions: {@code D K^2} operations for {@code K} inputs.
   *
   * @param architecture the layers
   * @param penalty the regularisation
   * @param data the training set, shared, not copied
   * @return the network
   * @throws IllegalArgumentException if the data do not fit the network (number of inputs, classes
   *     or targets, number of outputs), hold one class only where classes are to be told apart, or
   *     the penalty is made for another number of layers
   */
  public static Network of(Architecture architecture, Penalty penalty, DataSet data) {
    Blueprint blueprint = Blueprint.of(architecture, penalty, data);
    return new Network(architecture, blueprint, DataSymmetries.find(architecture, data));
  }

  /**
   * Makes a network in the general form, with parameters by layer even if it is the XOR network.
   *
   * @param architecture the layers
   * @param penalty the regularisation
   * @param data the training set, shared, not copied
   * @return the network
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Network general(Architecture architecture, Penalty penalty, DataSet data) {
    Blueprint blueprint = Blueprint.general(architecture, penalty, data);
    return new Network(architecture, blueprint, DataSymmetries.find(architecture, data));
  }

  /**
   * Makes the XOR network with every weight and bias regularised, as the paper has it.
   *
   * @param hidden the number of hidden units {@code N_h}, at least 1
   * @param lambda the regularisation parameter, positive and finite
   * @return the network
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Network xor(int hidden, double lambda) {
    return xor(hidden, lambda, Regularisation.ALL);
  }

  /**
   * Makes the XOR network.
   *
   * @param hidden the number of hidden units {@code N_h}, at least 1
   * @param lambda the regularisation parameter, positive and finite
   * @param regularisation which parameters the regulariser covers
   * @return the network
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Network xor(int hidden, double lambda, Regularisation regularisation) {
    if (!(lambda > 0.0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda is a positive number, not " + lambda);
    }
    int[] units = {hidden};
    Architecture architecture = Architecture.of(2, Activation.TANH, units, 2, OutputLayer.SOFTMAX);
    return of(architecture, Penalty.of(architecture, lambda, regularisation), Blueprint.XOR);
  }

  /**
   * The same network with another number of hidden units.
   *
   * @param units the number of units of its one hidden layer, at least 1
   * @return the network
   * @throws IllegalArgumentException if the network has not exactly one hidden layer, or the number
   *     is out of range
   */
  public Network withUnits(int units) {
    Architecture other = architecture.withUnits(units);
    return new Network(other, blueprint.withHidden(other), dataSymmetries);
  }

  /**
   * The same network with another penalty.
   *
   * @param other the penalty
   * @return the network; with parameters by unit only if both are the XOR network
   * @throws IllegalArgumentException if the penalty is made for another number of layers
   */
  public Network withPenalty(Penalty other) {
    return new Network(architecture, blueprint.refit(other), dataSymmetries);
  }

  /**
   * The same network with another lambda.
   *
   * @param lambda the coefficient of the parameters that are regularised, 0 or more
   * @return the network, as {@link #withPenalty} has it
   * @throws IllegalArgumentException if lambda is out of range, or this network has several
   *     coefficients ({@link Penalty#lambda()})
   */
  public Network withLambda(double lambda) {
    return withPenalty(penalty().withLambda(architecture, lambda));
  }

  /**
   * The layers.
   *
   * @return widths, activations and outputs
   */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * The regularisation.
   *
   * @return the coefficients
   */
  public Penalty penalty() {
    return blueprint.penalty();
  }

  /**
   * What the network learns.
   *
   * @return the training data
   */
  public DataSet data() {
    return blueprint.data();
  }

  /**
   * Where each weight and bias stands in the array of parameters.
   *
   * @return the layout
   */
  public Layout layout() {
    return blueprint.layout();
  }

  /**
   * Whether this is the XOR network of the paper, with its parameters by unit.
   *
   * @return false for any other network, and for one made by {@link #general}
   */
  public boolean isXor() {
    return blueprint.isFast();
  }

  @Override
  public int dimension() {
    return layout().dimension();
  }

  @Override
  public NetworkEvaluator evaluator() {
    return blueprint.evaluator();
  }

  @Override
  public NetworkGroup symmetry() {
    return group;
  }

  /**
   * The directions along which the energy does not change, wherever one starts.
   *
   * <p>A softmax does not feel a common shift of the outputs: where output biases, or the links to
   * the outputs, are free, their common shifts are null directions. Where the links of the first
   * layer are free, so are changes of a unit's links (and its bias, if free) that cancel for every
   * example.
   *
   * @return orthonormal vectors that span these directions, new arrays; may be empty
   */
  @Override
  public List<double[]> nullDirections() {
    return nullSpace.directions();
  }

  /**
   * For a softmax whose links to the outputs are regularised, the subspace in which the weights of
   * each node's links to the outputs add up to zero, as do the output biases: at a stationary point
   * a regularised common part is zero. The XOR network has {@code 4 N_h + 1} variables there. The
   * eigenvalues across the subspace are twice the coefficients.
   */
  @Override
  public Optional<Reduction> reduction() {
    return centred.map(Function.identity());
  }

  /**
   * Where each weight stands in the space that searches run in.
   *
   * @return the layout of the points of {@link Reduction#potential}, else {@link #layout()}
   */
  public Layout searchLayout() {
    return inSearchSpace().layout();
  }

  /** The same network on some of its examples, with its scales. */
  Network onBatch(DataSet batch) {
    return new Network(architecture, blueprint.onBatch(batch), DataSymmetries.none(architecture));
  }

  /** The blueprint in the coordinates that searches use. */
  Blueprint inSearchSpace() {
    return centred.map(CentredNetwork::blueprint).orElse(blueprint);
  }

  /** This network as the polish along kinks sees it. */
  FirstLayer kinked() {
    return new FirstLayer(blueprint, this);
  }

  /** The zero point, which random starts do not reach. */
  @Override
  public List<double[]> knownPoints() {
    return List.of(new double[dimension()]);
  }

  /**
   * A Gaussian point of log-uniform scale between 0.001 and 30, smaller for links of layers with
   * many nodes below; half of the points have symmetries or units in common, as many stationary
   * points do.
   */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    starts.random(random, x);
  }

  /**
   * Each hidden unit is one of {@code a} or of a random symmetry copy of {@code b}: its links from
   * below and its bias, and in the last hidden layer its links to the outputs too. The output
   * biases are those of one of the two. Many stationary points are combinations of the same units.
   */
  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    starts.combine(a, b, random, x);
  }

  /** {@inheritDoc} Empty where free parameters leave directions without growth. */
  @Override
  public OptionalLong eulerCharacteristic() {
    return blueprint.growsEverywhere() ? OptionalLong.of(1L) : OptionalLong.empty();
  }

  /** 1 for classes; of targets that are not of order one the mean square and its fourth root. */
  @Override
  public Optional<Scales> scales() {
    return Optional.of(blueprint.scales());
  }

  /** Whether a hidden layer is of ReLU units. */
  @Override
  public boolean hasKinks() {
    return blueprint.hasKinks();
  }

  /** {@inheritDoc} A ReLU network has a polish, one with kinds of units symmetric subspaces. */
  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return NetworkFamily.capability(type, this)
        .or(() -> ExampleBatches.capability(type, this))
        .or(() -> blueprint.capability(type, this))
        .or(() -> Potential.super.capability(type));
  }

  private Object writeReplace() {
    return new NetworkForm(architecture, penalty(), data(), isXor());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network network && blueprint.equals(network.blueprint);
  }

  @Override
  public int hashCode() {
    return blueprint.hashCode();
  }

  /** In words, for example {@code 2-3-2 tanh softmax on XOR}. */
  @Override
  public String toString() {
    return architecture + " on " + data().name();
  }
}
