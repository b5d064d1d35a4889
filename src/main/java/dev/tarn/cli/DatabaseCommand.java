package dev.tarn.cli;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command about one database. */
abstract class DatabaseCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--db",
      required = true,
      paramLabel = "FILE",
      description = "The database, an SQLite file.")
  private Path file = Path.of("");

  /** Picocli sees to this option by itself, so nothing is left to be done or kept. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  void setHelp(boolean asked) {}

  DatabaseCommand(Console console) {
    this.console = console;
  }

  Path file() {
    return file;
  }

  Console console() {
    return console;
  }

  PrintWriter out() {
    return console.out();
  }

  /** An error in what the user typed. */
  ParameterException badInput(String message) {
    if (spec == null) {
      throw new IllegalStateException("not called through picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  /** The point of an id that the user typed. */
  StationaryPoint point(Landscape landscape, int id) {
    if (id < 1 || id > landscape.lastId()) {
      throw badInput(
          landscape.lastId() == 0
              ? "there is no point " + id + ": " + file + " holds none"
              : "there is no point "
                  + id
                  + " in "
                  + file
                  + ": ids are from 1 to "
                  + landscape.lastId());
    }
    return landscape.get(id);
  }

  LandscapeDatabase read() {
    return LandscapeDatabase.openToRead(file);
  }
}
