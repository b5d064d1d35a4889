package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command run within the tests' process: what it printed and returned.
 *
 * @param exitCode what the process would return
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {

  /**
   * Runs a command.
   *
   * @param args the command and its options
   * @return what it did
   */
  public static CommandLineRun of(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int code = Tarn.run(console, Optional.empty(), words);
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /** Runs a command as it is typed, with blanks between its words. */
  static CommandLineRun run(String line) {
    return of((Object[]) line.trim().split(" +"));
  }

  /** The rows that a command prints as JSON. */
  static List<JsonNode> rows(Object... args) {
    List<JsonNode> rows = new ArrayList<>();
    of(args).json().forEach(rows::add);
    return rows;
  }

  JsonNode json() {
    return parse(out);
  }

  static JsonNode parse(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
