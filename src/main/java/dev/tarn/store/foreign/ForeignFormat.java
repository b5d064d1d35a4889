package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.PotentialCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A format that can be read without knowing the potential, and written. Implementations are
 * stateless.
 */
public abstract class ForeignFormat implements LandscapeFormat {
  private final String name;
  private final boolean mlpOrder;
  private final Writer writer;

  /**
   * What all of them have.
   *
   * @param mlpOrder whether weights of networks stand in the order of the MLP family ({@link
   *     MlpOrder}) in such files
   */
  ForeignFormat(String name, boolean mlpOrder, Writer writer) {
    this.name = name;
    this.mlpOrder = mlpOrder;
    this.writer = writer;
  }

  /**
   * A landscape as a file has it.
   *
   * @param description what is known of its potential
   * @param landscape its points and connections
   */
  public record Imported(PotentialCodec.Description description, Landscape landscape) {}

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<Writer> writer() {
    return Optional.of(writer);
  }

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
   * Reads a landscape of a potential that is known, and computes energy, index, spectrum and copies
   * of each point.
   *
   * @param polished whether points are brought to the rounding floor first
   * @throws dev.tarn.data.UnusableFileException if the files are damaged, or of another potential
   */
  public final CheckedPoints readChecked(Path place, Potential potential, boolean polished)
      throws IOException {
    return CheckedPoints.of(readForeign(place), potential, mlpOrder, polished);
  }

  @Override
  public final Optional<Reader> reader() {
    return Optional.of((place, potential) -> readChecked(place, potential, true).landscape());
  }
}
