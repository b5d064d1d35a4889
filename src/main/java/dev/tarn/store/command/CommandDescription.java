package dev.tarn.store.command;

import dev.tarn.potential.Potential;
import dev.tarn.store.PotentialCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A program whose landscape a database holds. Equal if the commands are, their folders and the
 * numbers of variables. Immutable.
 */
public final class CommandDescription implements PotentialCodec.Description {
  private final String command;
  private final Path folder;
  private final int variables;
  private final Duration limit;
  private final boolean hessian;
  private final Potential.Scales scales;
  private final CommandPotential potential;

  CommandDescription(
      String command,
      Path folder,
      int variables,
      Duration limit,
      boolean hessian,
      Potential.Scales scales) {
    this.command = command;
    this.folder = folder;
    this.variables = variables;
    this.limit = limit;
    this.hessian = hessian;
    this.scales = scales;
    potential =
        new CommandPotential(command, folder, variables, limit, hessian, Optional.of(scales));
  }

  /**
   * Gets to know a program: whether it gives a Hessian, and its scales.
   *
   * @param command the command, whose words may be in quotes
   * @param folder where it is run
   * @param variables the number of variables, at least 1
   * @param limit how long an answer may take
   * @return the description; costs at most some thousand gradients
   * @throws IllegalArgumentException if the command or the number is wrong
   * @throws dev.tarn.store.StoreException if the program cannot be run or does not answer
   */
  public static CommandDescription of(String command, Path folder, int variables, Duration limit) {
    CommandPotential bare =
        new CommandPotential(command, folder, variables, limit, false, Optional.empty());
    double[] x = new double[variables];
    bare.randomPoint(new SplittableRandom(1L), x);
    boolean hessian = bare.answersHessian(x);
    Potential.Scales scales = bare.measured().scales().orElse(Potential.Scales.ONE);
    return new CommandDescription(command, folder, variables, limit, hessian, scales);
  }

  /** The command. */
  public String command() {
    return command;
  }

  /** Where it is run. */
  public Path folder() {
    return folder;
  }

  /** The number of variables. */
  public int dimension() {
    return variables;
  }

  Duration limit() {
    return limit;
  }

  boolean hessian() {
    return hessian;
  }

  Potential.Scales scales() {
    return scales;
  }

  /**
   * The same with another limit.
   *
   * @param value how long an answer may take
   * @return the description
   */
  public CommandDescription withLimit(Duration value) {
    return new CommandDescription(command, folder, variables, value, hessian, scales);
  }

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommandDescription that
        && command.equals(that.command)
        && folder.equals(that.folder)
        && variables == that.variables;
  }

  @Override
  public int hashCode() {
    return Objects.hash(command, folder, variables);
  }

  @Override
  public String toString() {
    return "the potential of the command \"" + command + "\"";
  }
}
