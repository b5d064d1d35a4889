package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.Vector;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is written comes back to the last bit, whatever the numbers are. */
class RoundTripProperties {
  private static final int DIMENSION = 6;

  /** Of any size that coordinates may have, zeros of both signs and subnormal numbers included. */
  private static double number(Random random, boolean tiny) {
    return switch (random.nextInt(6)) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> random.nextInt(7) - 3.0;
      case 3 -> random.nextGaussian() * Math.pow(10.0, random.nextInt(24) - 12);
      case 4 -> tiny ? random.nextInt(9) * Double.MIN_VALUE : random.nextDouble();
      default -> Math.nextUp(random.nextGaussian());
    };
  }

  private static Point point(Random random, double energy, boolean state, boolean tiny) {
    double[] x = new double[DIMENSION];
    Arrays.setAll(x, i -> number(random, tiny));
    double[] values = new double[DIMENSION];
    Arrays.setAll(values, i -> Math.exp(4.0 * random.nextGaussian()));
    values[0] *= state ? -1.0 : 1.0;
    Arrays.sort(values);
    double log = Arrays.stream(values).filter(value -> value > 0.0).map(Math::log).sum();
    return new Point(
        energy,
        OptionalDouble.of(log),
        1L + random.nextInt(4),
        Vector.of(),
        Vector.of(x),
        Vector.of(values));
  }

  /** Every minimum is joined to another, since paths are all that path.info has. */
  private static ForeignLandscape random(int size, long seed, boolean tiny) {
    Random random = new Random(seed);
    List<Point> minima = new ArrayList<>();
    List<State> states = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      minima.add(point(random, -size + k + random.nextDouble(), false, tiny));
    }
    for (int k = 0; k + 1 < size; k++) {
      states.add(new State(point(random, 1.0 + random.nextDouble(), true, tiny), k, k + 1));
    }
    return ForeignLandscape.of(Path.of("made"), minima, states);
  }

  private static ForeignLandscape written(ForeignFormat format, ForeignLandscape made)
      throws IOException {
    Path folder = Files.createTempDirectory("round-trip");
    try {
      Path place = folder.resolve("place");
      format.writer().orElseThrow().write(made.landscape(), ImportedPotential.of(made), place);
      return format.readForeign(place);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Property(tries = 40, seed = "201")
  void pathInfo(@ForAll @IntRange(min = 2, max = 5) int size, @ForAll long seed)
      throws IOException {
    ForeignLandscape made = random(size, seed, true);
    ForeignLandscape read = written(new PathInfoFormat(), made);
    // The sum of logarithms is one of the same numbers in the same order.
    assertThat(read.minima()).isEqualTo(made.minima());
    assertThat(read.states()).isEqualTo(made.states());
  }

  @Property(tries = 40, seed = "202")
  void minDataInfo(@ForAll @IntRange(min = 1, max = 5) int size, @ForAll long seed)
      throws IOException {
    ForeignLandscape made = random(size, seed, true);
    ForeignLandscape read = written(new MinDataInfoFormat(), made);
    sameButSpectra(read.minima(), made.minima());
  }

  @Property(tries = 40, seed = "203")
  void pathsample(@ForAll @IntRange(min = 2, max = 5) int size, @ForAll long seed)
      throws IOException {
    ForeignLandscape made = random(size, seed, false);
    ForeignLandscape read = written(new PathsampleFormat(), made);
    sameButSpectra(read.minima(), made.minima());
    sameButSpectra(points(read), points(made));
    for (int k = 0; k < made.states().size(); k++) {
      assertThat(read.states().get(k).point().eigenvalues().get(0))
          .isEqualTo(made.states().get(k).point().eigenvalues().get(0));
      assertThat(read.states().get(k).plus()).isEqualTo(k);
    }
  }

  @Property(tries = 15, seed = "204")
  void pele(@ForAll @IntRange(min = 2, max = 4) int size, @ForAll long seed) throws IOException {
    ForeignLandscape made = random(size, seed, true);
    ForeignLandscape read = written(new PeleFormat(), made);
    sameButSpectra(read.minima(), made.minima());
    sameButSpectra(points(read), points(made));
  }

  @Property(tries = 40, seed = "205")
  void topsearch(@ForAll @IntRange(min = 1, max = 5) int size, @ForAll long seed)
      throws IOException {
    ForeignLandscape made = random(size, seed, true);
    ForeignLandscape read = written(new TopsearchFormat(), made);
    for (int k = 0; k < size; k++) {
      assertThat(read.minima().get(k).energy()).isEqualTo(made.minima().get(k).energy());
      assertThat(read.minima().get(k).coordinates()).isEqualTo(made.minima().get(k).coordinates());
    }
    assertThat(read.states()).hasSameSizeAs(made.states());
  }

  private static List<Point> points(ForeignLandscape landscape) {
    return landscape.states().stream().map(State::point).toList();
  }

  private static void sameButSpectra(List<Point> read, List<Point> made) {
    assertThat(read).hasSameSizeAs(made);
    for (int k = 0; k < made.size(); k++) {
      Point is = read.get(k);
      Point was = made.get(k);
      assertThat(is.energy()).isEqualTo(was.energy());
      assertThat(is.logProduct()).isEqualTo(was.logProduct());
      assertThat(is.pointGroup()).isEqualTo(was.pointGroup());
      assertThat(is.coordinates()).isEqualTo(was.coordinates());
    }
  }
}
