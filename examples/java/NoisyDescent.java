import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How long gradient descent with noise stays in a minimum: Langevin dynamics without inertia,
 * {@code x -= rate * grad E(x) - sqrt(2 * rate * T) * xi} with Gaussian {@code xi}, from the
 * minimum until the energy falls below that of a better one and its noise. Times are rate times
 * steps.
 */
public final class NoisyDescent {
  private static final double RATE = 0.05;

  private NoisyDescent() {}

  /**
   * Arguments: a database, the id of a minimum, the temperature, the energy to reach, how often.
   */
  public static void main(String[] args) throws Exception {
    int id = Integer.parseInt(args[1]);
    double temperature = Double.parseDouble(args[2]);
    double goal = Double.parseDouble(args[3]);
    int walks = Integer.parseInt(args[4]);
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(Path.of(args[0]))) {
      Landscape landscape = database.landscape();
      Potential potential = database.description().potential();
      double[] start = landscape.get(id).coordinates().toArray();
      double sum = 0.0;
      double squares = 0.0;
      for (int walk = 1; walk <= walks; walk++) {
        RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1_000_003L * walk);
        double time = time(potential.evaluator(), start.clone(), temperature, goal, random);
        sum += time;
        squares += time * time;
      }
      double mean = sum / walks;
      double error = Math.sqrt((squares / walks - mean * mean) / (walks - 1));
      System.out.printf(
          Locale.ROOT, "%d walks, mean time %.0f, standard error %.0f%n", walks, mean, error);
    }
  }

  private static double time(
      Evaluator evaluator, double[] x, double temperature, double goal, RandomGenerator random) {
    double[] gradient = new double[x.length];
    double noise = Math.sqrt(2.0 * RATE * temperature);
    long steps = 0;
    while (evaluator.gradient(x, gradient) > goal) {
      for (int i = 0; i < x.length; i++) {
        x[i] += noise * random.nextGaussian() - RATE * gradient[i];
      }
      steps++;
    }
    return RATE * steps;
  }
}
