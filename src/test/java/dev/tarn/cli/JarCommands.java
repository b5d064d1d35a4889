package dev.tarn.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Commands of {@code target/tarn.jar} in a folder. They run one after the other in one process:
 * what they do and print does not depend on it, and many take less time than a JVM to start.
 */
public final class JarCommands implements AutoCloseable {
  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;

  private JarCommands(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(process.getOutputStream());
    this.answers = new DataInputStream(process.getInputStream());
  }

  /**
   * Starts the process.
   *
   * @param folder the working folder
   * @return the commands
   * @throws IOException if it does not start
   */
  public static JarCommands in(Path folder) throws IOException {
    return new JarCommands(
        new ProcessBuilder(
                TarnJar.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar() + File.pathSeparator + testClasses(),
                CommandServer.class.getName())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * The jar that the build has made.
   *
   * @return its path
   */
  public static Path jar() {
    return TarnJar.jar();
  }

  private static Path testClasses() {
    try {
      return Path.of(
          CommandServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs a command.
   *
   * @param words the command and its options
   * @return what it did
   * @throws IOException if the process is gone
   */
  public CommandLineRun run(Object... words) throws IOException {
    requests.writeInt(words.length);
    for (Object word : words) {
      requests.writeUTF(word.toString());
    }
    requests.flush();
    return new CommandLineRun(answers.readInt(), text(), text());
  }

  private String text() throws IOException {
    return new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
