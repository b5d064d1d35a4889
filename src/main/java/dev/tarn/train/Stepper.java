package dev.tarn.train;

/** The state of an optimiser that makes one step for each gradient. Confined to one run. */
@FunctionalInterface
interface Stepper {
  /** Changes {@code x}. */
  void step(double[] x, double[] gradient);

  static Stepper of(Optimiser.GradientDescent how, int n) {
    double[] velocity = new double[n];
    return (x, gradient) -> {
      for (int i = 0; i < n; i++) {
        velocity[i] = how.momentum() * velocity[i] - how.rate() * gradient[i];
        x[i] += velocity[i];
      }
    };
  }

  static Stepper of(Optimiser.Adam how, int n) {
    return new AdamStepper(how, n);
  }

  /** As {@link Optimiser.Adam} says. */
  final class AdamStepper implements Stepper {
    private final Optimiser.Adam how;
    private final double[] mean;
    private final double[] square;
    // The powers of the decays after the steps made so far.
    private double power1 = 1.0;
    private double power2 = 1.0;

    private AdamStepper(Optimiser.Adam how, int n) {
      this.how = how;
      mean = new double[n];
      square = new double[n];
    }

    @Override
    public void step(double[] x, double[] gradient) {
      power1 *= how.beta1();
      power2 *= how.beta2();
      for (int i = 0; i < x.length; i++) {
        double g = gradient[i];
        mean[i] = how.beta1() * mean[i] + (1.0 - how.beta1()) * g;
        square[i] = how.beta2() * square[i] + (1.0 - how.beta2()) * (g * g);
        double scale = Math.sqrt(square[i] / (1.0 - power2)) + how.epsilon();
        x[i] -= how.rate() * (mean[i] / (1.0 - power1)) / scale;
      }
    }
  }
}
