package dev.tarn.cli;

import dev.tarn.cli.command.Configuration;
import dev.tarn.cli.command.ExitCodes;
import dev.tarn.cli.command.NumberConverters;
import dev.tarn.cli.view.Console;
import dev.tarn.data.UnusableFileException;
import dev.tarn.plot.font.NoFontException;
import dev.tarn.store.SqliteLibrary;
import dev.tarn.store.StoreException;
import dev.tarn.text.TarnVersion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/**
 * The command line of Tarn. The process returns 0 when done, 1 when something failed on the way, 2
 * for bad input, 130 when interrupted.
 */
@Command(
    name = "tarn",
    mixinStandardHelpOptions = true,
    versionProvider = Tarn.Version.class,
    header = "Maps the loss landscape of a small neural network.",
    description = {
      "",
      "Finds the minima and transition states of a network's loss, and the paths between them, and"
          + " keeps them in one SQLite file.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar explore --hidden 2 --lambda 1e-4 --db xor2.db",
      "  java -jar tarn.jar list --db xor2.db",
      "",
      "Each command has examples of its own: java -jar tarn.jar help explore"
    })
public final class Tarn implements Callable<Integer> {
  private static final byte[] NO_MEMORY =
      "tarn: not enough memory: java -Xmx8g -jar tarn.jar allows for more\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_STACK =
      "tarn: the threads' stack is too small: java -Xss1m -jar tarn.jar allows for more\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final FileOutputStream ERROR = new FileOutputStream(FileDescriptor.err);

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  private Tarn(Console console) {
    this.console = console;
  }

  /** The version as picocli wants it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tarn " + TarnVersion.current()};
    }
  }

  /**
   * Runs a command and ends the process.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(Tarn::uncaught);
    try {
      System.exit(run(Console.system(), CacheFolder.ofUser(), args));
    } catch (OutOfMemoryError e) {
      endSaying(NO_MEMORY);
    } catch (StackOverflowError e) {
      endSaying(NO_STACK);
    }
  }

  /** Of a thread that has nobody to tell: what waits for it would wait for good. */
  private static void uncaught(Thread thread, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      endSaying(NO_MEMORY);
    }
    if (thrown instanceof StackOverflowError) {
      endSaying(NO_STACK);
    }
    System.getLogger(Tarn.class.getName())
        .log(System.Logger.Level.ERROR, thread.getName() + " ended early", thrown);
  }

  /** Says so with what was made beforehand, since nothing can be made any more. */
  private static void endSaying(byte[] message) {
    try {
      ERROR.write(message);
    } catch (IOException e) {
      // The exit code has to do.
    }
    Runtime.getRuntime().halt(ExitCodes.FAILED);
  }

  /** The command line with the commands that its words may be about, all if there are no words. */
  static CommandLine line(Console console, String... args) {
    CommandLine line = new CommandLine(new Tarn(console));
    Commands.addTo(line, console, args);
    return line;
  }

  /**
   * Runs a command; returns the exit code.
   *
   * @param cache where the next process finds what this one can leave for it, if anywhere
   */
  static int run(Console console, Optional<Path> cache, String... words) {
    String[] args = Advice.withoutHelpWord(words);
    CommandLine line = line(console, args);
    NumberConverters.register(line);
    Mistakes.collect(line);
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler((e, given) -> badInput(e))
        .setExecutionExceptionHandler(Tarn::failed)
        .setExecutionStrategy(given -> execute(given, cache));
    try {
      Configuration.of(line, args).ifPresent(line::setDefaultValueProvider);
      return written(console, line, line.execute(args));
    } catch (Configuration.BadFileException e) {
      console.err().println("tarn: " + e.getMessage());
      return ExitCodes.BAD_INPUT;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** What could not be written is a failure, whatever the command made of it. */
  private static int written(Console console, CommandLine line, int exitCode) {
    console.out().flush();
    Optional<String> failure = console.failure().get();
    if (failure.isEmpty()) {
      return exitCode;
    }
    List<CommandLine> parsed = line.getParseResult().asCommandLineList();
    String name = parsed.get(parsed.size() - 1).getCommandSpec().qualifiedName();
    console.err().println(name + ": the output cannot be written: " + failure.get());
    return ExitCodes.FAILED;
  }

  private static int execute(ParseResult given, Optional<Path> cache) {
    Mistakes.check(given);
    if (given.hasSubcommand()) {
      if (!cache.map(SqliteLibrary::keepIn).orElse(false)) {
        SqliteLibrary.unpackApart();
      }
    }
    return new RunLast().execute(given);
  }

  private static int badInput(ParameterException e) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    for (ParameterException each : Mistakes.of(e)) {
      // Some of picocli's messages begin like this themselves.
      String message = String.valueOf(each.getMessage()).replaceFirst("^Error: ", "");
      line.getErr().println(name + ": " + message);
      Advice.of(each).ifPresent(line.getErr()::println);
    }
    line.getErr().println("\"" + name + " --help\" shows what is possible");
    return ExitCodes.BAD_INPUT;
  }

  private static int failed(Exception e, CommandLine line, ParseResult given) {
    System.getLogger(Tarn.class.getName()).log(System.Logger.Level.DEBUG, "the command failed", e);
    // These messages are whole sentences; anything else needs its kind.
    boolean unusable = e instanceof UnusableFileException;
    boolean whole = unusable || e instanceof StoreException || e instanceof NoFontException;
    String message = whole ? e.getMessage() : e.toString();
    line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + message);
    return unusable ? ExitCodes.BAD_INPUT : ExitCodes.FAILED;
  }

  /** Without a command there is nothing to do: says what can be done. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(console.err(), Help.Ansi.OFF);
    }
    return ExitCodes.BAD_INPUT;
  }
}
