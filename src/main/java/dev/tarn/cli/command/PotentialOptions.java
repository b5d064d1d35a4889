package dev.tarn.cli.command;

import com.google.common.base.Splitter;
import dev.tarn.store.PotentialCodec;
import dev.tarn.store.named.NamedPotential;
import dev.tarn.text.Decimal;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose landscape a database is to hold: a network's, or that of another potential by its name. */
final class PotentialOptions {
  private static final String POTENTIAL = "--potential";
  private static final String ATOMS = "--atoms";
  private static final String SET = "--set";
  private static final String CLASS_PATH = "--classpath";

  private static final Splitter PLACES = Splitter.on(File.pathSeparatorChar).omitEmptyStrings();

  @Mixin private final NetworkOptions network = new NetworkOptions();

  @Option(
      names = POTENTIAL,
      paramLabel = "P",
      description =
          "Another potential than a network: lj, morse, mueller-brown, camel, himmelblau,"
              + " double-wells, or with --classpath a class of your own, or what a PotentialCodec there"
              + " calls it. May be left out to go on.")
  private Optional<String> potential = Optional.empty();

  @Option(
      names = ATOMS,
      paramLabel = "N",
      description = "The number of atoms of a cluster, of --potential lj or morse; at least 2.")
  private Optional<Integer> atoms = Optional.empty();

  @Option(
      names = SET,
      split = ",",
      paramLabel = "K=V",
      description =
          "Settings of --potential, with commas between them: rho of morse (default: 6), variables"
              + " of double-wells, and whatever a class of your own takes.")
  private List<String> settings = List.of();

  @Option(
      names = CLASS_PATH,
      paramLabel = "PATH",
      description =
          "The jars and folders with the class of --potential, several as for java itself.")
  private Optional<String> classPath = Optional.empty();

  @Mixin private final ProgramOptions program = new ProgramOptions();

  /** What the options say, and what they leave open as the database has it. */
  PotentialCodec.Description model(DatabaseCommand command) {
    if (command.isGiven(ProgramOptions.COMMAND)) {
      String other = "means nothing beside " + ProgramOptions.COMMAND;
      command.refuse(other, POTENTIAL, ATOMS, SET, CLASS_PATH);
      command.refuse(other, NetworkOptions.NAMES.toArray(String[]::new));
    }
    Optional<PotentialCodec.Description> programmed = program.model(command);
    if (programmed.isPresent()) {
      return programmed.get();
    }
    if (potential.isEmpty()) {
      command.refuse("needs --potential, such as --potential lj", ATOMS, SET, CLASS_PATH);
      return network.model(command);
    }
    String name = potential.get();
    command.refuse(
        "is for networks, and --potential " + name + " is none",
        NetworkOptions.NAMES.toArray(String[]::new));
    try {
      return isOwn(name) ? own(command, name) : builtIn(command, name);
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private boolean isOwn(String name) {
    return !NamedPotential.names().contains(name) && (classPath.isPresent() || name.contains("."));
  }

  private NamedPotential builtIn(ConsoleCommand command, String name) {
    List<String> keys = NamedPotential.keys(name);
    command.refuse("is for classes of your own; --potential " + name + " is built in", CLASS_PATH);
    Map<String, String> all = settings(command);
    all.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            throw command.badInput(
                SET + " " + key + "=" + value + " means nothing for --potential " + name);
          }
        });
    if (!keys.contains(NamedPotential.ATOMS)) {
      command.refuse("is for clusters, lj and morse; --potential " + name + " has no atoms", ATOMS);
      return NamedPotential.builtIn(name, all);
    }
    if (all.containsKey(NamedPotential.ATOMS)) {
      throw command.badInput(SET + " does not take the number of atoms: " + ATOMS + " does");
    }
    if (atoms.isEmpty()) {
      throw command.badInput(
          "--potential " + name + " needs " + ATOMS + ", the number of atoms, such as --atoms 7");
    }
    all.put(NamedPotential.ATOMS, atoms.get().toString());
    return NamedPotential.builtIn(name, all);
  }

  private PotentialCodec.Description own(DatabaseCommand command, String name) {
    command.refuse("is for clusters, lj and morse; a class of your own takes " + SET, ATOMS);
    List<Path> places =
        PLACES
            .splitToStream(classPath.orElse(""))
            .map(place -> place(command, place).toAbsolutePath().normalize())
            .toList();
    for (PotentialCodec codec : PotentialCodec.in(places)) {
      if (codec.kinds().contains(name)) {
        return described(command, codec, name);
      }
    }
    NamedPotential wanted = NamedPotential.ofClass(name, places, settings(command));
    command.held().ifPresent(held -> refuseElsewhere(command, wanted, held));
    return wanted;
  }

  /** What a codec makes of the settings: whole numbers, numbers and texts. */
  private PotentialCodec.Description described(
      ConsoleCommand command, PotentialCodec codec, String name) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(PotentialCodec.KIND, name);
    settings(command)
        .forEach(
            (key, text) ->
                values.put(
                    key,
                    Decimal.whole(text)
                        .<Object>map(whole -> whole)
                        .or(() -> Decimal.number(text))
                        .orElse(text)));
    return codec.read(values);
  }

  /** A class of the same name in another place may be another one. */
  private static void refuseElsewhere(
      DatabaseCommand command, NamedPotential wanted, PotentialCodec.Description held) {
    if (held instanceof NamedPotential other
        && wanted.name().equals(other.name())
        && other.classPath().isPresent()
        && !wanted.classPath().equals(other.classPath())) {
      throw command.elsewhere(
          "the class " + wanted.name() + " of " + other.classPath().get(),
          "of " + wanted.classPath().orElse(List.of()));
    }
  }

  private static Path place(ConsoleCommand command, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw command.badInput(CLASS_PATH + ": '" + text + "' is no file name: " + e.getReason());
    }
  }

  private Map<String, String> settings(ConsoleCommand command) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw command.badInput(
            SET + " is a name and a value with '=' between them, not '" + setting + "'");
      }
      if (all.put(setting.substring(0, equals), setting.substring(equals + 1)) != null) {
        throw command.badInput(SET + " has " + setting.substring(0, equals) + " twice");
      }
    }
    return all;
  }
}
