package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.PotentialCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A format that can be read without knowing the potential. */
public abstract class ForeignFormat implements LandscapeFormat {

  /**
   * A landscape as a file has it.
   *
   * @param description what is known of its potential
   * @param landscape its points and connections
   */
  public record Imported(PotentialCodec.Description description, Landscape landscape) {}

  /** Whether a file or folder looks like one of this format. */
  public abstract boolean fits(Path place) throws IOException;

  abstract ForeignLandscape readForeign(Path place) throws IOException;

  /**
   * Reads a landscape of a potential that nobody knows.
   *
   * @throws dev.tarn.data.UnusableFileException if the files are damaged
   */
  public final Imported read(Path place) throws IOException {
    ForeignLandscape foreign = readForeign(place);
    return new Imported(ImportedPotential.of(foreign), foreign.landscape());
  }

  /**
   * Reads a landscape of a potential that is known: each point is brought to the rounding floor,
   * and its index, spectrum and copies are computed.
   *
   * @throws dev.tarn.data.UnusableFileException if the files are damaged, or of another potential
   */
  public final CheckedPoints readChecked(Path place, Potential potential) throws IOException {
    return CheckedPoints.of(readForeign(place), potential);
  }

  @Override
  public final Optional<Reader> reader() {
    return Optional.of((place, potential) -> readChecked(place, potential).landscape());
  }
}
