package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.surfaces.Cluster;
import dev.tarn.text.Numbers;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * XYZ files, which molecular viewers open: all points of a cluster by ascending energy in one file,
 * each with the number of atoms, a line with id, index, energy and number of copies, and a line for
 * each atom. Coordinates are in reduced units. Stateless.
 */
public final class XyzFormat implements LandscapeFormat {
  /** Viewers want an element; rare gases are what pair potentials are made for. */
  private static final String ATOM = "Ar";

  /** For {@link java.util.ServiceLoader}. */
  public XyzFormat() {}

  @Override
  public String name() {
    return "xyz";
  }

  @Override
  public Optional<Writer> writer() {
    return Optional.of(XyzFormat::write);
  }

  private static void write(Landscape landscape, Potential potential, Path file)
      throws IOException {
    if (!(potential instanceof Cluster cluster)) {
      throw new IllegalArgumentException("xyz is for clusters of atoms");
    }
    StringBuilder text = new StringBuilder();
    for (StationaryPoint point : landscape.points()) {
      text.append(cluster.atoms()).append('\n');
      text.append("id=").append(point.id());
      text.append(" index=").append(point.index());
      text.append(" energy=").append(Numbers.exact(point.energy()));
      text.append(" orbit=").append(point.orbit()).append('\n');
      Vector x = point.coordinates();
      for (int i = 0; i < x.length(); i += 3) {
        text.append(ATOM);
        for (int k = i; k < i + 3; k++) {
          text.append(' ').append(Numbers.exact(x.get(k)));
        }
        text.append('\n');
      }
    }
    WholeFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.US_ASCII)));
  }
}
