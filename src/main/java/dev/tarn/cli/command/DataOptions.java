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
  private static final String EXAMPLES = "--examples";
  private static final String NOISE = "--noise";
  private static final String SEED = "--data-seed";
  private static final String LABEL = "--label";
  private static final String LABELS = "--labels";

  /** All options of this class. */
  static final List<String> NAMES =
      List.of("--data", EXAMPLES, NOISE, SEED, LABEL, LABELS, "--standardise", "--test-share");

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
          "xor, or for example xor3 with three inputs; blobs, moons, circles or spirals; a .csv file with a header; or, with --labels, a"
              + " file of images in MNIST's format or an .npy array with a row for each example (default:"
              + " xor).")
  private Optional<String> data = Optional.empty();

  @Option(
      names = EXAMPLES,
      paramLabel = "N",
      description =
          "How many examples built-in data have, and how many are taken of images at most (default:"
              + " ${DEFAULT-VALUE}).")
  private int examples = 200;

  @Option(
      names = NOISE,
      paramLabel = "S",
      description =
          "The standard deviation of built-in data around their shape (default: ${DEFAULT-VALUE}).")
  private double noise = 0.2;

  @Option(
      names = SEED,
      paramLabel = "S",
      description = "The seed of built-in data and of the split (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = LABEL,
      split = ",",
      paramLabel = "COLUMN",
      description =
          "The column of a .csv file that holds the class, or with --loss linear the targets"
              + " (default: label).")
  private List<String> label = List.of("label");

  @Option(
      names = LABELS,
      paramLabel = "FILE",
      description =
          "The labels of a file of images, in MNIST's format, or of an .npy array, as another one.")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--standardise",
      description =
          "Shifts and scales each input, and each target of a regression, to mean 0 and standard"
              + " deviation 1.")
  private boolean standardise;

  @Option(
      names = "--test-share",
      paramLabel = "F",
      description = "Keeps this part of the examples apart, to test with: between 0 and 1.")
  private Optional<Double> testShare = Optional.empty();

  /**
   * Reads or makes the examples.
   *
   * @throws IllegalArgumentException if an option is out of range
   * @throws dev.tarn.data.UnusableFileException if a file cannot serve
   */
  Sets read(ConsoleCommand command, OutputLayer output) {
    DataSet all = all(command, output);
    // Classes taken as targets are 0 and 1 as they are.
    boolean scalesTargets = !all.hasClasses();
    if (!output.isClassifier() && all.hasClasses()) {
      all = all.withTargets();
    }
    if (testShare.isEmpty()) {
      return new Sets(
          standardise ? all.standardised(standardisation(all, scalesTargets)) : all,
          Optional.empty());
    }
    if (!(testShare.get() > 0.0 && testShare.get() < 1.0)) {
      throw new IllegalArgumentException("--test-share is between 0 and 1, not " + testShare.get());
    }
    DataSplit split = DataSplit.of(all, testShare.get(), RandomStreams.of(seed, 0));
    if (!standardise) {
      return new Sets(split.training(), Optional.of(split.test()));
    }
    // The test data must not tell how the training data are scaled.
    Standardisation by = standardisation(split.training(), scalesTargets);
    return new Sets(split.training().standardised(by), Optional.of(split.test().standardised(by)));
  }

  private static Standardisation standardisation(DataSet data, boolean withTargets) {
    Standardisation inputs = Standardisation.of(data);
    return withTargets ? inputs.withTargets(data) : inputs;
  }

  private DataSet all(ConsoleCommand command, OutputLayer output) {
    String name = data.orElse("xor");
    Matcher parity = XOR.matcher(name);
    if (parity.matches() || name.equals("xor")) {
      command.refuse(
          "means nothing for --data " + name + ", which is every corner once",
          EXAMPLES,
          NOISE,
          LABEL,
          LABELS);
      refuseSeed(command);
      return DataSets.xor(parity.matches() ? Integer.parseInt(parity.group(1)) : 2);
    }
    return switch (name) {
      case "blobs", "moons", "circles", "spirals" -> {
        command.refuse("is for data from a file; --data " + name + " is built in", LABEL, LABELS);
        yield drawn(name);
      }
      default -> fromFile(command, name, output);
    };
  }

  private DataSet drawn(String name) {
    return switch (name) {
      case "blobs" -> DataSets.xorBlobs(each(name, CORNERS), noise, seed);
      case "moons" -> DataSets.moons(examples, noise, seed);
      case "circles" -> DataSets.circles(examples, INNER_CIRCLE, noise, seed);
      default -> DataSets.spirals(each(name, ARMS), ARMS, SPIRAL_TURNS, noise, seed);
    };
  }

  /** Nothing is drawn from the seed but built-in data and the split. */
  private void refuseSeed(ConsoleCommand command) {
    if (testShare.isEmpty()) {
      command.refuse("is for built-in data that are drawn, or for --test-share", SEED);
    }
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
    command.refuse("is for built-in data; " + name + " is a file", NOISE);
    refuseSeed(command);
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      command.refuse("is for a file of images; " + name + " is a table", LABELS);
      command.refuse("is for built-in data or images; of a table all rows are taken", EXAMPLES);
      if (!output.isClassifier()) {
        return CsvData.readTargets(file, label);
      }
      if (label.size() != 1) {
        throw command.badInput(
            "--label names one column, that of the class; several are targets, for --loss linear");
      }
      return CsvData.readClasses(file, label.get(0));
    }
    if (labels.isPresent()) {
      command.refuse("is for a .csv file; images and arrays have --labels", LABEL);
      return IdxData.read(file, labels.get(), examples);
    }
    throw command.badInput(
        "--data is xor, blobs, moons, circles, spirals, a .csv file, or with --labels a file of"
            + " images or an .npy array, not "
            + name);
  }
}
