package dev.tarn.cli.view;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for progress and errors
 * @param terminal whether {@code err} is a terminal, on which a progress bar may be drawn
 * @param failure why some of {@code out} was not written, if so
 * @param width the columns of the terminal that {@code out} is, if it is one
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Supplier<Optional<String>> failure,
    Supplier<OptionalInt> width) {
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final String STTY_SIZE = "\\d+ ([1-9]\\d{1,4})";
  private static final int DEFAULT_WIDTH = 80;

  /** What goes to {@code err} loses control characters. */
  public Console {
    err = new PrintWriter(new PlainWriter(err), true);
  }

  /** A console whose output cannot fail. */
  public Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this(out, err, terminal, Optional::empty, OptionalInt::empty);
  }

  /** The streams of this process. */
  public static Console system() {
    Output out = Output.standard();
    return new Console(
        writer(out),
        writer(System.err),
        !"dumb".equals(System.getenv("TERM")) && isTerminal(STANDARD_ERROR),
        out::failure,
        () -> isTerminal(STANDARD_OUTPUT) ? OptionalInt.of(columns()) : OptionalInt.empty());
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }

  private static boolean isTerminal(Path stream) {
    try {
      if (Files.isSymbolicLink(stream)) {
        // Exact where there is a /proc. Java itself can tell about input and output only.
        String target = Files.readSymbolicLink(stream).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException e) {
      return false;
    }
    return consoleIsTerminal();
  }

  /** What Java knows: whether input and output are a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // From Java 22 on there always is a console, so it is asked.
  private static boolean consoleIsTerminal() {
    java.io.Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** The number of columns of this process's terminal. */
  static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader reader = stty.inputReader()) {
        // Rows and columns; a terminal that does not know them says 0.
        String line = reader.readLine();
        Matcher size = Pattern.compile(STTY_SIZE).matcher(line == null ? "" : line);
        return size.matches() ? Integer.parseInt(size.group(1)) : DEFAULT_WIDTH;
      }
    } catch (IOException e) {
      return DEFAULT_WIDTH;
    }
  }
}
