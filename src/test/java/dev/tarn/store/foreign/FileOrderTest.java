package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.SixHumpCamel;
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
}
