package dev.tarn.cli;

import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What a distribution holds beside the program, made from the commands themselves: completion for
 * bash, which serves zsh too, and manual pages.
 */
final class HelpFiles {
  private HelpFiles() {}

  /**
   * Writes the files.
   *
   * @param args the folder, which gets {@code share/bash-completion/completions/tarn} and {@code
   *     share/man/man1}
   * @throws IOException if they cannot be written
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path folder) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine line = Tarn.line(new Console(nowhere, nowhere, false));
    Path share = folder.resolve("share");
    Path completions = share.resolve("bash-completion").resolve("completions");
    Files.createDirectories(completions);
    Files.writeString(completions.resolve("tarn"), AutoComplete.bash("tarn", line));
    writePages(line, Files.createDirectories(share.resolve("man").resolve("man1")));
  }

  private static void writePages(CommandLine line, Path folder) throws IOException {
    Files.writeString(folder.resolve(ManPage.name(line) + ".1"), ManPage.of(line));
    for (CommandLine command : line.getSubcommands().values()) {
      writePages(command, folder);
    }
  }
}
