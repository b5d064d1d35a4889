package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import dev.tarn.surfaces.SixHumpCamel;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileOrderTest {
  /** Of a known potential the eigenvector is computed. */
  @Test
  void eigenvectorsAreComputed() {
    Potential camel = new SixHumpCamel();
    Landscape landscape = Landscape.of(camel);
    StationaryPolish polish = StationaryPolish.of(camel);
    for (double[] start : new double[][] {{0.09, -0.71}, {-0.09, 0.71}, {0.0, 0.0}}) {
      landscape.add(polish.polish(start), new StationaryPoint.Provenance(0, 0, "made"));
    }
    StationaryPoint saddle = landscape.points(1).get(0);
    int low = landscape.minima().get(0).id();
    landscape.connect(new Connection(saddle.id(), low, low, 1.0, 1.0, 0));
    Vector mode = new FileOrder(landscape, camel).mode(saddle).orElseThrow();
    double[] gradient = new double[2];
    double[] hessian = new double[4];
    camel.evaluator().hessian(saddle.coordinates().toArray(), gradient, hessian);
    double lambda = saddle.eigenvalues().get(0);
    for (int i = 0; i < 2; i++) {
      double product = hessian[2 * i] * mode.get(0) + hessian[2 * i + 1] * mode.get(1);
      assertThat(product).isCloseTo(lambda * mode.get(i), within(1e-10));
    }
  }

  /** Rows of one transition state become one with all its ends; a copy may have others. */
  @Test
  void rowsOfATransitionStateBelongTogether() {
    Potential camel = new SixHumpCamel();
    StationaryPolish polish = StationaryPolish.of(camel);
    List<Point> minima =
        Stream.of(new double[] {0.09, -0.71}, new double[] {1.7, -0.8}, new double[] {-1.6, -0.57})
            .map(start -> point(polish.polish(start), 1L))
            .toList();
    Point saddle = point(polish.polish(new double[] {1.1, 0.77}), 2L);
    Point other = point(polish.polish(new double[] {-1.1, -0.77}), 1L);
    List<State> states =
        List.of(new State(saddle, 0, 1), new State(saddle, 0, 2), new State(other, 1, 2));
    ForeignLandscape foreign = ForeignLandscape.of(Path.of("made"), minima, states);
    CheckedPoints checked = CheckedPoints.of(foreign, camel, false, false);
    Connection connection = checked.landscape().connections().get(0);
    assertThat(connection.minima(Pathway.Side.MINUS)).containsExactly(2, 3);
    assertThat(connection.minima(Pathway.Side.PLUS)).containsExactly(1);
    assertThat(checked.landscape().hits(1)).isZero();
    // The surface is even: the other one is a copy of the first.
    assertThat(checked.disagreements())
        .contains(
            "transition state 3 is a copy of point 4",
            "transition state 3 joins [2, 3], its copy 4 joins [1, 2, 3]");
  }

  private static Point point(PolishedPoint found, long order) {
    Vector x = Vector.of(found.coordinates());
    return new Point(found.energy(), OptionalDouble.empty(), order, Vector.of(), x, Vector.of());
  }
}
