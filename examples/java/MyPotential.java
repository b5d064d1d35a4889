import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.plot.Pictures;
import dev.tarn.potential.Potential;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A potential of one's own, as a lambda that returns the energy and fills in the gradient, and a
 * picture of its disconnectivity graph: Himmelblau's function (Applied Nonlinear Programming,
 * McGraw-Hill 1972), slightly tilted, so that its four minima differ.
 */
public final class MyPotential {

  private MyPotential() {}

  /** Explores the surface, prints what it found and draws the graph. */
  public static void main(String[] args) throws IOException {
    Potential potential =
        Potential.of(
            2,
            () ->
                (x, gradient) -> {
                  double u = x[0] * x[0] + x[1] - 11;
                  double v = x[0] + x[1] * x[1] - 7;
                  gradient[0] = 4 * u * x[0] + 2 * v + 3;
                  gradient[1] = 2 * u + 4 * v * x[1] + 1;
                  return u * u + v * v + 3 * x[0] + x[1];
                });
    Landscape landscape = Landscape.of(potential);
    new Explorer(potential, ExplorerSettings.defaults()).explore(landscape);

    landscape.points().forEach(p -> System.out.printf("index %d: %.9f%n", p.index(), p.energy()));
    Pictures.write(Pictures.disconnectivityGraph(landscape), Path.of("my-potential.svg"), 300);
  }
}
