package dev.tarn.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examples to train or test a network with: for each the inputs, and either the class that it
 * belongs to or the target values of the outputs.
 *
 * <p>Immutable, may be shared between threads. What is numbered begins at 0, in messages at 1.
 */
@SuppressWarnings("serial") // What is sent is its form.
public final class DataSet implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String name;
  private final List<String> inputNames;
  private final List<String> outputNames;
  private final double[] inputs;
  private final int[] classes;
  private final double[] targets;
  private final Optional<Standardisation> standardisation;

  DataSet(
      String name,
      List<String> inputNames,
      List<String> outputNames,
      double[] inputs,
      int[] classes,
      double[] targets,
      Optional<Standardisation> standardisation) {
    this.name = name;
    this.inputNames = List.copyOf(inputNames);
    this.outputNames = List.copyOf(outputNames);
    this.inputs = inputs;
    this.classes = classes;
    this.targets = targets;
    this.standardisation = standardisation;
  }

  /**
   * Examples that belong to classes.
   *
   * @param name what the data are and where they come from
   * @param inputNames the names of the inputs, at least 1
   * @param classNames the names of the classes, at least 2
   * @param inputs the inputs, example by example; copied
   * @param classes the class of each example, from 0; copied
   * @return the data set
   * @throws IllegalArgumentException if there is no example, the lengths do not fit together, an
   *     input is not finite or a class is out of range; the message says which
   */
  public static DataSet ofClasses(
      String name,
      List<String> inputNames,
      List<String> classNames,
      double[] inputs,
      int[] classes) {
    DataChecks.names(name, inputNames, "a class", classNames);
    DataChecks.table("inputs", inputNames, inputs, classes.length);
    DataChecks.classes(classes, classNames);
    return new DataSet(
        name,
        inputNames,
        classNames,
        inputs.clone(),
        classes.clone(),
        new double[0],
        Optional.empty());
  }

  /**
   * Examples with target values.
   *
   * @param name what the data are and where they come from
   * @param inputNames the names of the inputs, at least 1
   * @param targetNames the names of the targets, at least 1
   * @param inputs the inputs, example by example; copied
   * @param targets the targets, example by example; copied
   * @return the data set
   * @throws IllegalArgumentException if there is no example, the lengths do not fit together, or a
   *     number is not finite; the message says which
   */
  public static DataSet ofTargets(
      String name,
      List<String> inputNames,
      List<String> targetNames,
      double[] inputs,
      double[] targets) {
    int examples = inputNames.isEmpty() ? 0 : inputs.length / inputNames.size();
    DataChecks.names(name, inputNames, "a target", targetNames);
    DataChecks.table("inputs", inputNames, inputs, examples);
    DataChecks.table("targets", targetNames, targets, examples);
    return new DataSet(
        name,
        inputNames,
        targetNames,
        inputs.clone(),
        new int[0],
        targets.clone(),
        Optional.empty());
  }

  /**
   * What the data are and where they come from.
   *
   * @return for example {@code two moons, 200 examples, noise 0.2, seed 1}
   */
  public String name() {
    return name;
  }

  /**
   * The number of examples.
   *
   * @return at least 1
   */
  public int examples() {
    return inputs.length / inputs();
  }

  /**
   * The number of inputs.
   *
   * @return at least 1
   */
  public int inputs() {
    return inputNames.size();
  }

  /**
   * The names of the inputs.
   *
   * @return as many as there are inputs
   */
  public List<String> inputNames() {
    return inputNames;
  }

  /**
   * The names of the classes, or of the targets.
   *
   * @return at least 2 classes, or at least 1 target
   */
  public List<String> outputNames() {
    return outputNames;
  }

  /**
   * Whether the examples belong to classes.
   *
   * @return false if they have targets
   */
  public boolean hasClasses() {
    return classes.length > 0;
  }

  /**
   * An input of an example.
   *
   * @param example the example, from 0
   * @param input the input, from 0
   * @return its value, finite
   */
  public double input(int example, int input) {
    return inputs[example * inputs() + input];
  }

  /**
   * The inputs of an example.
   *
   * @param example the example, from 0
   * @return a new array
   */
  public double[] input(int example) {
    return Arrays.copyOfRange(inputs, example * inputs(), (example + 1) * inputs());
  }

  /**
   * The class of an example.
   *
   * @param example the example, from 0
   * @return the number of the class, from 0
   * @throws IllegalStateException if the examples have targets
   */
  public int classOf(int example) {
    if (!hasClasses()) {
      throw new IllegalStateException("the examples of \"" + name + "\" have targets, not classes");
    }
    return classes[example];
  }

  /**
   * A target of an example.
   *
   * @param example the example, from 0
   * @param output the output, from 0
   * @return the target; for examples of classes 1 for the class of the example and 0 for others
   */
  public double target(int example, int output) {
    if (hasClasses()) {
      return classes[example] == output ? 1.0 : 0.0;
    }
    return targets[example * outputNames.size() + output];
  }

  /**
   * The standardisation that the inputs went through.
   *
   * @return empty for raw inputs
   */
  public Optional<Standardisation> standardisation() {
    return standardisation;
  }

  /**
   * All inputs, example by example; not to be changed.
   *
   * @return this data set's own array
   */
  public double[] table() {
    return inputs;
  }

  /**
   * The number of different classes that occur.
   *
   * @return from 1 to the number of classes
   * @throws IllegalStateException if the examples have targets
   */
  public int classesPresent() {
    return (int) IntStream.range(0, examples()).map(this::classOf).distinct().count();
  }

  /**
   * The same examples with targets instead of classes, 1 for the right class and 0 for the others,
   * for a network with linear outputs.
   *
   * @return a data set with as many targets as there are classes
   */
  public DataSet withTargets() {
    double[] values = new double[examples() * outputNames.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = target(i / outputNames.size(), i % outputNames.size());
    }
    return new DataSet(name, inputNames, outputNames, inputs, new int[0], values, standardisation);
  }

  /**
   * The examples with standardised inputs, and standardised targets if the standardisation has one
   * of them.
   *
   * @param by the standardisation, which is kept with the data
   * @return a new data set
   * @throws IllegalArgumentException if it is made for another number of inputs, or the inputs are
   *     standardised already
   */
  public DataSet standardised(Standardisation by) {
    if (standardisation.isPresent()) {
      throw new IllegalArgumentException("the inputs of \"" + name + "\" are standardised already");
    }
    double[] scaled = new double[inputs.length];
    for (int d = 0; d < examples(); d++) {
      System.arraycopy(by.apply(input(d)), 0, scaled, d * inputs(), inputs());
    }
    return new DataSet(
        name, inputNames, outputNames, scaled, classes, scaledTargets(by), Optional.of(by));
  }

  private double[] scaledTargets(Standardisation by) {
    if (by.targets().isEmpty()) {
      return targets;
    }
    int width = outputNames.size();
    double[] scaled = new double[targets.length];
    for (int d = 0; d < examples(); d++) {
      double[] raw = Arrays.copyOfRange(targets, d * width, (d + 1) * width);
      System.arraycopy(by.targets().get().apply(raw), 0, scaled, d * width, width);
    }
    return scaled;
  }

  /**
   * The same examples, whose inputs have been standardised before, with a note of how.
   *
   * @param by how the inputs were shifted and scaled
   * @return a new data set with the same inputs
   * @throws IllegalArgumentException if that is for another number of inputs
   */
  public DataSet standardisedBefore(Standardisation by) {
    if (by.means().length() != inputs()) {
      throw new IllegalArgumentException(
          "a standardisation of " + by.means().length() + " inputs is not for " + inputs());
    }
    return new DataSet(name, inputNames, outputNames, inputs, classes, targets, Optional.of(by));
  }

  /**
   * Some of the examples.
   *
   * @param examples which ones, from 0, in the order wanted; at least one
   * @return a new data set
   * @throws IllegalArgumentException if none is given
   */
  public DataSet select(int... examples) {
    if (examples.length == 0) {
      throw new IllegalArgumentException("the data have no examples; at least 1 is needed");
    }
    int width = hasClasses() ? 0 : outputNames.size();
    double[] chosen = new double[examples.length * inputs()];
    double[] values = new double[examples.length * width];
    for (int d = 0; d < examples.length; d++) {
      System.arraycopy(inputs, examples[d] * inputs(), chosen, d * inputs(), inputs());
      System.arraycopy(targets, examples[d] * width, values, d * width, width);
    }
    int[] labels = hasClasses() ? Arrays.stream(examples).map(this::classOf).toArray() : new int[0];
    return new DataSet(name, inputNames, outputNames, chosen, labels, values, standardisation);
  }

  /**
   * Whether two data sets hold the same examples under the same names, to the last bit.
   *
   * @param other anything
   * @return true for a data set with equal content
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof DataSet set
        && name.equals(set.name)
        && inputNames.equals(set.inputNames)
        && outputNames.equals(set.outputNames)
        && Arrays.equals(inputs, set.inputs)
        && Arrays.equals(classes, set.classes)
        && Arrays.equals(targets, set.targets)
        && standardisation.equals(set.standardisation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, inputNames, outputNames, Arrays.hashCode(inputs));
  }

  private Object writeReplace() {
    DataSetForm.Shift shift = DataSetForm.Shift.of(standardisation);
    return new DataSetForm(name, inputNames, outputNames, inputs, classes, targets, shift);
  }
}
