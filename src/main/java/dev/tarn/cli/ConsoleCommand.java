package dev.tarn.cli;

import java.io.PrintWriter;
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

  ConsoleCommand(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  PrintWriter out() {
    return console.out();
  }

  /** An error in what the user typed, as the library found it. */
  ParameterException badInput(IllegalArgumentException e) {
    return badInput(String.valueOf(e.getMessage()));
  }

  /** An error in what the user typed. */
  ParameterException badInput(String message) {
    if (spec == null) {
      throw new IllegalStateException("not called through picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
