package dev.tarn.cli.command;

import dev.tarn.data.CsvData;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.data.DataSplit;
import dev.tarn.data.IdxData;
import dev.tarn.data.Standardisation;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.OutputLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which data a network learns: built in, or from a file. */
final class DataOptions {
  private static final Pattern XOR = Pattern.compile("xor(\\d{1,4})");
  private static final double SPIRAL_TURNS = 1.0;
  private static final double INNER_CIRCLE = 0.5;
  private static final int ARMS = 2;
  private static final int CORNERS = 4;

  /**
   * The examples.
   *
   * @param training those to learn from
   * @param test those kept apart
   */
  record Sets(DataSet training, Optional<DataSet> test) {}

  @Option(
      names = "--data",
      paramLabel = "D",
      description =
          "With --layers: xor, or for example xor3 with three inputs; blobs, moons, circles or spirals; a .csv file with a header; or a file"
              + " of images in MNIST's format, with --labels (default: xor).")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--examples",
      paramLabel = "N",
      description =
          "How many examples built-in data have, and how many are taken of images at most (default:"
              + " ${DEFAULT-VALUE}).")
  private int examples = 200;

  @Option(
      names = "--noise",
      paramLabel = "S",
      description =
          "The standard deviation of built-in data around their shape (default: ${DEFAULT-VALUE}).")
  private double noise = 0.2;

  @Option(
      names = "--data-seed",
      paramLabel = "S",
      description = "The seed of built-in data and of the split (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "The column of a .csv file that holds the class, or with --loss linear the targets"
              + " (default: label).")
  private List<String> label = List.of("label");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The labels of a file of images, in MNIST's format.")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--standardise",
      description = "Shifts and scales each input to mean 0 and standard deviation 1.")
  private boolean standardise;

  @Option(
      names = "--test-share",
      paramLabel = "F",
      description = "Keeps this part of the examples apart, to test with: between 0 and 1.")
  private Optional<Double> testShare = Optional.empty();

  boolean isGiven() {
    return data.isPresent();
  }

  /**
   * Reads or makes the examples.
   *
   * @throws IllegalArgumentException if an option is out of range
   * @throws dev.tarn.data.UnusableFileException if a file cannot serve
   */
  Sets read(ConsoleCommand command, OutputLayer output) {
    DataSet all = all(command, output);
    if (!output.isClassifier() && all.hasClasses()) {
      all = all.withTargets();
    }
    if (testShare.isEmpty()) {
      return new Sets(
          standardise ? all.standardised(Standardisation.of(all)) : all, Optional.empty());
    }
    if (!(testShare.get() > 0.0 && testShare.get() < 1.0)) {
      throw new IllegalArgumentException("--test-share is between 0 and 1, not " + testShare.get());
    }
    DataSplit split = DataSplit.of(all, testShare.get(), RandomStreams.of(seed, 0));
    if (!standardise) {
      return new Sets(split.training(), Optional.of(split.test()));
    }
    // The test data must not tell how the training data are scaled.
    Standardisation by = Standardisation.of(split.training());
    return new Sets(split.training().standardised(by), Optional.of(split.test().standardised(by)));
  }

  private DataSet all(ConsoleCommand command, OutputLayer output) {
    String name = data.orElse("xor");
    Matcher parity = XOR.matcher(name);
    if (parity.matches()) {
      return DataSets.xor(Integer.parseInt(parity.group(1)));
    }
    return switch (name) {
      case "xor" -> DataSets.xor(2);
      case "blobs" -> DataSets.xorBlobs(each(name, CORNERS), noise, seed);
      case "moons" -> DataSets.moons(examples, noise, seed);
      case "circles" -> DataSets.circles(examples, INNER_CIRCLE, noise, seed);
      case "spirals" -> DataSets.spirals(each(name, ARMS), ARMS, SPIRAL_TURNS, noise, seed);
      default -> fromFile(command, name, output);
    };
  }

  /** The number of examples of each part. */
  private int each(String name, int parts) {
    if (examples < parts || examples % parts != 0) {
      throw new IllegalArgumentException(
          "--examples of " + name + " is a multiple of " + parts + ", not " + examples);
    }
    return examples / parts;
  }

  private DataSet fromFile(ConsoleCommand command, String name, OutputLayer output) {
    Path file = Path.of(name);
    if (labels.isPresent()) {
      return IdxData.read(file, labels.get(), examples);
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return output.isClassifier()
          ? CsvData.readClasses(file, label.get(0))
          : CsvData.readTargets(file, label);
    }
    throw command.badInput(
        "--data is xor, blobs, moons, circles, spirals, a .csv file, or with --labels a file of"
            + " images, not "
            + name);
  }
}
