package dev.tarn.cli;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.cli.view.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * A short session in one process, for a JVM that keeps an archive of the classes which it has
 * loaded ({@code -XX:ArchiveClassesAtExit}): the launcher {@code tarn} starts it once for each jar
 * and JVM.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Runs the session; the process returns 0 if every command did.
   *
   * @param args the folder for the session's files
   */
  public static void main(String[] args) {
    String db = Path.of(args[0]).resolve("rehearsal.db").toString();
    String picture = Path.of(args[0]).resolve("rehearsal.svg").toString();
    List<List<String>> session =
        List.of(
            List.of("--version"),
            List.of("--help"),
            List.of(
                "enumerate", "--hidden", "1", "--lambda", "1e-2", "--effort", "low", "--db", db),
            List.of("summary", "--db", db),
            List.of("list", "--db", db),
            List.of("list", "--db", db, "--json"),
            List.of("show", "1", "--db", db),
            List.of("plot", "tree", "--db", db, "--out", picture));
    for (List<String> command : session) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Console console = new Console(nowhere, nowhere, false);
      int code = Tarn.run(console, CacheFolder.ofUser(), command.toArray(String[]::new));
      if (code != ExitCodes.DONE) {
        System.exit(code);
      }
    }
    System.exit(ExitCodes.DONE);
  }
}
