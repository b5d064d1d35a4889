package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A command about one database. */
abstract class DatabaseCommand extends ConsoleCommand {
  @Option(
      names = "--db",
      required = true,
      paramLabel = "FILE",
      description = "The database, an SQLite file.")
  private Path file = Path.of("");

  DatabaseCommand(Console console) {
    super(console);
  }

  Path file() {
    return file;
  }

  /** Whether there is nothing in the file yet. */
  boolean isNew() {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the database is about, if there is one. */
  Optional<PotentialCodec.Description> held() {
    if (isNew()) {
      return Optional.empty();
    }
    try (LandscapeDatabase database = read()) {
      return Optional.of(database.description());
    }
  }

  /** What is wrong where the database is about something that the options have elsewhere. */
  ParameterException elsewhere(String held, String wanted) {
    return badInput(
        file + " is about " + held + ", not " + wanted + "; to go on, --db alone is enough");
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

  /** The transition state of an id that the user typed. */
  StationaryPoint transitionState(Landscape landscape, int id) {
    StationaryPoint point = point(landscape, id);
    if (!point.isTransitionState()) {
      throw badInput(
          "point "
              + id
              + " has index "
              + point.index()
              + ": a path leads through a transition state; \"list --index 1\" shows them");
    }
    return point;
  }

  /** The unit of a database's energies, empty if it has none. */
  static String unit(LandscapeDatabase database) {
    return database.description() instanceof NetworkDescription ? "nats" : "";
  }

  /** Refuses options that mean something for networks alone, where the database holds none. */
  void refuseWithoutNetwork(LandscapeDatabase database, String... options) {
    if (!(database.description() instanceof NetworkDescription)) {
      refuse(
          "is for networks, and " + file + " holds the landscape of " + database.description(),
          options);
    }
  }

  LandscapeDatabase read() {
    LandscapeDatabase database = readAsItIs();
    try {
      database.checkEnergies();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** For commands that say themselves what is wrong. */
  LandscapeDatabase readAsItIs() {
    return LandscapeDatabase.openToRead(file);
  }
}
