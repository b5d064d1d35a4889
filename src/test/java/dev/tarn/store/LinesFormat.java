package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A line for each point: id, index, energy, coordinates. Registered for the tests alone. */
public final class LinesFormat implements LandscapeFormat {
  private static final int FIRST = 3;

  @Override
  public String name() {
    return "lines";
  }

  @Override
  public Optional<Reader> reader() {
    return Optional.of(LinesFormat::read);
  }

  @Override
  public Optional<Writer> writer() {
    return Optional.of(LinesFormat::write);
  }

  private static Landscape read(Path place, Potential potential) throws IOException {
    Landscape landscape = Landscape.of(potential);
    for (String line : Files.readAllLines(place)) {
      List<String> words = Arrays.asList(line.split(" "));
      if (words.size() != FIRST + potential.dimension()) {
        throw new UnusableFileException(place + " is of another potential");
      }
      double[] x = words.stream().skip(FIRST).mapToDouble(Double::parseDouble).toArray();
      landscape.restore(
          new StationaryPoint(
              Integer.parseInt(words.get(0)),
              Integer.parseInt(words.get(1)),
              Double.parseDouble(words.get(2)),
              Vector.of(x),
              Vector.of(),
              0.0,
              BigInteger.ONE,
              new StationaryPoint.Provenance(0, 0, "lines")),
          0);
    }
    return landscape;
  }

  private static void write(Landscape landscape, Potential potential, Path place)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (StationaryPoint point : landscape.points()) {
      lines.add(
          Stream.concat(
                  Stream.of(point.id(), point.index()),
                  DoubleStream.concat(DoubleStream.of(point.energy()), point.coordinates().stream())
                      .boxed())
              .map(String::valueOf)
              .collect(Collectors.joining(" ")));
    }
    Files.write(place, lines);
  }
}
