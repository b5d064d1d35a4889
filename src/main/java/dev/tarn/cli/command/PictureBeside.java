package dev.tarn.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** A picture that a command draws beside what it prints, if it is asked for. */
final class PictureBeside extends PictureSize {
  @Option(
      names = "--out",
      split = ",",
      paramLabel = "FILE",
      description =
          "Draws a picture too: a name that ends in .svg, .png or .pdf, or several with commas"
              + " between them.")
  private List<Path> files = List.of();

  @Override
  List<Path> files() {
    return files;
  }

  /** Whether a picture is wanted; without one, its size means nothing and is refused. */
  boolean isWanted(ConsoleCommand command) {
    if (files.isEmpty()) {
      command.refuse("needs --out, which names the picture", "--width", "--dpi", "--outlines");
    }
    return !files.isEmpty();
  }
}
