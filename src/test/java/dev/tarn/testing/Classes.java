package dev.tarn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.stationary.StationaryPoint;
import java.util.List;

/** Comparisons of lists of stationary points with known ones. */
public final class Classes {
  private Classes() {}

  /** Holds when the points are exactly the known classes, by energy and orbit size. */
  public static void assertClasses(
      List<StationaryPoint> points, List<KnownValues.Known> known, double tolerance) {
    assertThat(points).as("classes found").hasSameSizeAs(known);
    for (int k = 0; k < known.size(); k++) {
      assertThat(points.get(k).energy())
          .as("energy of class %d", k)
          .isCloseTo(known.get(k).energy(), within(tolerance));
      assertThat(points.get(k).orbit().intValueExact())
          .as("orbit of the class at %s", known.get(k).energy())
          .isEqualTo(known.get(k).orbit());
    }
  }

  /** Holds when the energies are exactly the known ones, in ascending order. */
  public static void assertEnergies(
      List<StationaryPoint> points, double tolerance, double... energies) {
    assertThat(points).as("points found").hasSize(energies.length);
    for (int k = 0; k < energies.length; k++) {
      assertThat(points.get(k).energy()).isCloseTo(energies[k], within(tolerance));
    }
  }
}
