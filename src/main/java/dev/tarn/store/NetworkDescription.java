package dev.tarn.store;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Vector;
import dev.tarn.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which network's landscape a database holds, and the data that are kept apart to test it. Equal
 * descriptions describe the same landscape; the text is for people.
 *
 * @param network the network with its training data; in the general form where data are kept apart
 * @param test data that were kept apart, if any
 */
public record NetworkDescription(Network network, Optional<DataSet> test)
    implements PotentialCodec.Description {

  /**
   * Checks that network and test data fit together.
   *
   * @param network as above
   * @param test as above
   * @throws IllegalArgumentException if they do not; the message says what does not fit
   */
  public NetworkDescription {
    if (test.isPresent()) {
      network.architecture().checkFit(test.get());
      // A database of the XOR network has no place for test data.
      network =
          network.isXor()
              ? Network.general(network.architecture(), network.penalty(), network.data())
              : network;
    }
  }

  /**
   * The description of a network without test data.
   *
   * @param network the network
   * @return its description
   */
  public static NetworkDescription of(Network network) {
    return new NetworkDescription(network, Optional.empty());
  }

  /**
   * Describes a network by its parts.
   *
   * @param architecture the layers
   * @param penalty the regularisation
   * @param training the training data
   * @param test data that were kept apart, if any
   * @return the description
   * @throws IllegalArgumentException if they do not fit together; the message says what does not
   */
  public static NetworkDescription of(
      Architecture architecture, Penalty penalty, DataSet training, Optional<DataSet> test) {
    return new NetworkDescription(Network.of(architecture, penalty, training), test);
  }

  /** Whether another description differs only in that its one hidden layer has more units. */
  boolean isGrownBy(NetworkDescription other) {
    if (network.architecture().hidden().size() != 1
        || other.network.architecture().hidden().size() != 1) {
      return false;
    }
    int units = other.network.architecture().units();
    return units > network.architecture().units()
        && new NetworkDescription(network.withUnits(units), test).equals(other);
  }

  @Override
  public Network potential() {
    return network;
  }

  @Override
  public List<String> variables() {
    return network.layout().names();
  }

  @Override
  public Optional<Tester> tester() {
    return test.map(examples -> tester(network, examples));
  }

  private static Tester tester(Network network, DataSet examples) {
    NetworkEvaluator evaluator = network.evaluator();
    boolean classifies = network.architecture().output().isClassifier();
    return point -> {
      double[] x = point.toArray();
      return new LandscapeDatabase.TestResult(
          evaluator.meanLoss(x, examples),
          classifies ? OptionalDouble.of(evaluator.accuracy(x, examples)) : OptionalDouble.empty());
    };
  }

  /**
   * The description in words.
   *
   * @return for example {@code the XOR network with 2 hidden units, lambda 1e-4} or {@code the
   *     2-4-1 tanh logistic network on two moons, …, all regularised by 1e-3}
   */
  @Override
  public String toString() {
    if (network.isXor()) {
      int hidden = network.architecture().units();
      return "the XOR network with "
          + (hidden == 1 ? "1 hidden unit" : hidden + " hidden units")
          + ", lambda "
          + Numbers.exact(network.penalty().links().get(0))
          + (network.penalty().coversEverything() ? "" : ", links only regularised");
    }
    return "the "
        + network.architecture()
        + " network on "
        + network.data().name()
        + ", "
        + regularisation(network.penalty());
  }

  private static String regularisation(Penalty penalty) {
    Vector links = penalty.links();
    if (penalty.regularisation().isEmpty()) {
      return "links regularised by " + list(links) + ", biases by " + list(penalty.biases());
    }
    String lambda = Numbers.exact(links.get(0));
    return switch (penalty.regularisation().get()) {
      case ALL ->
          links.get(0) == 0.0 ? "not regularised" : "all parameters regularised by " + lambda;
      case LINKS -> "links regularised by " + lambda;
    };
  }

  private static String list(Vector values) {
    return String.join(",", values.stream().mapToObj(Numbers::exact).toList());
  }
}
