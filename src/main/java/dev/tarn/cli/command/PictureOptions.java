package dev.tarn.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a picture goes, how large it is and how fine. */
final class PictureOptions extends PictureSize {
  @Option(
      names = "--out",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description =
          "The picture: a name that ends in .svg, .png or .pdf. Several names, with commas between"
              + " them, give several files.")
  private List<Path> files = List.of();

  @Override
  List<Path> files() {
    return files;
  }
}
