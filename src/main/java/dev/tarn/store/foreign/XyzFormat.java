package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import dev.tarn.surfaces.atoms.ClusterGroup;
import dev.tarn.text.Numbers;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * XYZ files, which molecular viewers open: all points of a cluster by ascending energy in one file,
 * each with the number of atoms, a line with id, index, energy, number of copies and, for a
 * transition state, its two minima, and a line for each atom. Coordinates are in reduced units.
 *
 * <p>Of files from elsewhere the second line may hold the energy alone, or among other words; a
 * frame without an index is a minimum. What is neither a minimum nor a transition state that says
 * what it joins is left out. Stateless.
 */
public final class XyzFormat extends ForeignFormat {
  /** Viewers want an element; rare gases are what pair potentials are made for. */
  private static final String ATOM = "Ar";

  private static final int RIGID = 6;

  /** For {@link java.util.ServiceLoader}. */
  public XyzFormat() {
    super("xyz", false, XyzFormat::write);
  }

  @Override
  public boolean fits(Path place) throws IOException {
    return Files.isRegularFile(place)
        && String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xyz");
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    List<XyzFrame> frames = XyzFrame.read(place);
    int dimension = frames.isEmpty() ? 0 : frames.get(0).coordinates().length();
    List<Point> minima = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (XyzFrame frame : frames) {
      if (frame.index() == 0) {
        frame.id().ifPresent(id -> numbers.put(id, minima.size()));
        minima.add(frame.point());
      }
    }
    List<State> states = new ArrayList<>();
    for (XyzFrame frame : frames) {
      List<Integer> joined = frame.minima();
      if (frame.index() == 1 && joined.size() == 2) {
        states.add(
            new State(
                frame.point(),
                numbers.getOrDefault(joined.get(1), -1),
                numbers.getOrDefault(joined.get(0), -1)));
      }
    }
    int vibrations = Math.max(1, dimension - RIGID);
    return new ForeignLandscape(place, dimension, vibrations, minima, states, List.of(), List.of());
  }

  private static void write(Landscape landscape, Potential potential, Path file)
      throws IOException {
    if (ClusterGroup.of(potential).isEmpty()) {
      throw new IllegalArgumentException("xyz is for clusters of atoms");
    }
    StringBuilder text = new StringBuilder();
    for (StationaryPoint point : landscape.points()) {
      text.append(potential.dimension() / 3).append('\n');
      text.append("id=").append(point.id());
      text.append(" index=").append(point.index());
      text.append(" energy=").append(Numbers.exact(point.energy()));
      text.append(" orbit=").append(point.orbit());
      landscape
          .connection(point.id())
          .ifPresent(c -> text.append(" minima=" + c.minus() + "," + c.plus()));
      text.append('\n');
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
