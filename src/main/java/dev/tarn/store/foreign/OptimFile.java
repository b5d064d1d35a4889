package dev.tarn.store.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A text file of OPTIM, whose points stand in the order of the MLP family. */
abstract class OptimFile extends ForeignFormat {

  OptimFile(String name, Writer writer) {
    super(name, true, writer);
  }

  /** Whether the lines of a file, none of them empty, look like this format. */
  abstract boolean fits(List<String> lines);

  @Override
  public final boolean fits(Path place) throws IOException {
    return !FortranText.isBinary(place) && fits(FortranText.lines(place));
  }
}
