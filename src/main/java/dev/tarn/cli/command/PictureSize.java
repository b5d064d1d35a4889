package dev.tarn.cli.command;

import dev.tarn.plot.Pictures;
import dev.tarn.plot.canvas.Outlined;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import dev.tarn.text.Numbers;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How large a picture is and how fine, and the way to its files. */
abstract class PictureSize {
  private static final double POINTS_PER_MM = 72.0 / 25.4;
  private static final double NARROWEST = 40.0;
  private static final double WIDEST = 1000.0;
  private static final double COARSEST = 36.0;
  private static final double FINEST = 2400.0;

  /** How many dots the side of the largest picture has; nobody sees more steps of anything. */
  static final int MOST_DOTS = (int) (WIDEST / 25.4 * FINEST);

  @Option(
      names = "--width",
      paramLabel = "MM",
      defaultValue = "86",
      description =
          "The width in millimetres; a journal's column is 86, its page 178. Default:"
              + " ${DEFAULT-VALUE}.")
  private double width;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      defaultValue = "300",
      description = "The resolution of a PNG, in dots per inch. Default: ${DEFAULT-VALUE}.")
  private double dpi;

  @Option(
      names = "--outlines",
      description =
          "Draws text as outlines in SVG and PDF, for places that have none of the fonts; it is no"
              + " text any more.")
  private boolean outlines;

  /** Where the picture goes; none if it was not asked for. */
  abstract List<Path> files();

  /** The width in points; checks all options, so that no time is spent on a picture in vain. */
  double checkedWidth(ConsoleCommand command) {
    check(command, "--width", width, NARROWEST, WIDEST);
    check(command, "--dpi", dpi, COARSEST, FINEST);
    check(command, files());
    return width * POINTS_PER_MM;
  }

  /** Says of the files of pictures which one cannot be written, before the work begins. */
  void check(ConsoleCommand command, List<Path> pictures) {
    for (Path file : pictures) {
      try {
        PictureFormat.of(file);
      } catch (IllegalArgumentException e) {
        throw command.badInput(e);
      }
      checkPlace(command, file);
    }
  }

  /** Says of a file that cannot be written why not, before the work begins. */
  static void checkPlace(ConsoleCommand command, Path file) {
    command.refuseToReplace(file);
    Path place;
    try {
      place = WholeFile.target(file);
    } catch (IOException e) {
      throw command.badInput(file + " is a link that leads nowhere");
    }
    Path folder = place.getParent();
    if (folder == null || Files.isDirectory(place)) {
      throw command.badInput(file + " is a folder; a file's name is needed");
    }
    if (!Files.isDirectory(folder)) {
      throw command.badInput("there is no folder " + folder + " to write " + place.getFileName());
    }
    boolean replaced = !Files.exists(place) || Files.isRegularFile(place);
    if (!Files.isWritable(replaced ? folder : place)) {
      throw command.badInput((replaced ? "the folder " + folder : file) + " cannot be written to");
    }
  }

  /** Writes the picture and says where. */
  void write(ConsoleCommand command, Picture picture) {
    write(command, picture, files());
  }

  /** Writes a picture to other files than those of --out, and says where. */
  void write(ConsoleCommand command, Picture picture, List<Path> places) {
    for (Path file : places) {
      try {
        Pictures.write(outlines ? new Outlined(picture) : picture, file, dpi);
      } catch (IOException e) {
        throw command.badInput(file + " cannot be written: " + reason(e));
      }
      command.console().err().println(file);
    }
  }

  /** Why a file could not be written; the message of an exception may be its name alone. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its folder is not there or takes no files";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file or folder of this name";
    }
    return String.valueOf(e.getMessage());
  }

  private static void check(
      ConsoleCommand command, String option, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw command.badInput(
          option
              + " is from "
              + Numbers.exact(low)
              + " to "
              + Numbers.exact(high)
              + ", not "
              + Numbers.exact(value));
    }
  }
}
