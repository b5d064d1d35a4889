package dev.tarn.store.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of PATHSAMPLE, which disconnectionDPS reads too. Stateless. */
public final class PathsampleFormat extends ForeignFormat {
  private static final int LEAST_COLUMNS = 6;

  /** For {@link java.util.ServiceLoader}. */
  public PathsampleFormat() {
    super("pathsample", true, PathsampleWriter::write);
  }

  @Override
  public boolean fits(Path place) throws IOException {
    Path minima = place.resolve("min.data");
    if (!Files.isRegularFile(minima)) {
      return false;
    }
    List<String> lines = FortranText.lines(minima);
    return !lines.isEmpty() && FortranText.words(lines.get(0)).size() >= LEAST_COLUMNS;
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    return PathsampleReader.read(place);
  }
}
