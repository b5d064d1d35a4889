package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command with its help and a console to print to. */
abstract class ConsoleCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  /** Picocli sees to this option by itself, so nothing is left to be done or kept. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  void setHelp(boolean asked) {}

  /** Read before all others ({@link Configuration}), so nothing is left to be done or kept. */
  @Option(
      names = Configuration.OPTION,
      paramLabel = "FILE",
      description =
          "A TOML file with options, for what the command line does not say: lambda = 1e-3.")
  void setConfiguration(Path file) {}

  ConsoleCommand(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  PrintWriter out() {
    return console.out();
  }

  /** What the command was told to do, by option. */
  Map<String, String> options() {
    return Configuration.told(checkedSpec());
  }

  /** What it is called, with the program's name before. */
  String name() {
    return checkedSpec().qualifiedName();
  }

  /** Whether an option was given, on the command line or by the configuration file. */
  boolean isGiven(String option) {
    return options().containsKey(option.substring(2));
  }

  /**
   * Refuses options that were given although they mean nothing beside the others.
   *
   * @param reason what follows the option's name in the message
   * @param meaningless the options with their dashes
   */
  void refuse(String reason, String... meaningless) {
    Map<String, String> given = options();
    for (String option : meaningless) {
      if (given.containsKey(option.substring(2))) {
        throw badInput(option + " " + reason);
      }
    }
  }

  /**
   * Refuses a file to write that is one which this command was told to read.
   *
   * @throws ParameterException if writing it would replace what it is made from
   */
  void refuseToReplace(Path file) {
    Configuration.files(checkedSpec())
        .forEach(
            (name, inputs) -> {
              if (inputs.stream().anyMatch(input -> isSame(file, input))) {
                throw badInput(
                    file
                        + " cannot be written: "
                        + name
                        + " is the same file, which this command reads");
              }
            });
  }

  private static boolean isSame(Path file, Path input) {
    try {
      return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
    } catch (IOException e) {
      // What cannot be looked at cannot be read either, and the command will say so.
      return false;
    }
  }

  /** An error in what the user typed, as the library found it. */
  ParameterException badInput(IllegalArgumentException e) {
    return badInput(String.valueOf(e.getMessage()));
  }

  /** An error in what the user typed. */
  ParameterException badInput(String message) {
    return new ParameterException(checkedSpec().commandLine(), message);
  }

  private CommandSpec checkedSpec() {
    if (spec == null) {
      throw new IllegalStateException("not called through picocli");
    }
    return spec;
  }
}
