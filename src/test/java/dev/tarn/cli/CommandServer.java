package dev.tarn.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Runs command lines one after the other in one process, whose working folder is the one that their
 * file names are relative to. Standard input brings the number of words and the words of each;
 * standard output returns the exit code and what the command printed to its two streams.
 */
public final class CommandServer {
  private CommandServer() {}

  /**
   * Serves until the input ends.
   *
   * @param args none
   * @throws IOException if the other side is gone
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(System.out);
    // What is printed past the console must not end up between the answers.
    System.setOut(System.err);
    while (true) {
      String[] words;
      try {
        words = new String[in.readInt()];
      } catch (EOFException e) {
        return;
      }
      for (int k = 0; k < words.length; k++) {
        words[k] = in.readUTF();
      }
      CommandLineRun run = CommandLineRun.of((Object[]) words);
      answers.writeInt(run.exitCode());
      write(run.out(), answers);
      write(run.err(), answers);
      answers.flush();
    }
  }

  private static void write(String text, DataOutputStream answers) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answers.writeInt(bytes.length);
    answers.write(bytes);
  }
}
