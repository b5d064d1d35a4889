package dev.tarn.explore;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.List;
import java.util.Optional;

/**
 * A potential whose points are not worth a polish: one that searches only begin on. A search leaves
 * its end as it is, and nothing is known of the eigenvalues there.
 */
record Unpolished(Potential potential) implements Potential {

  @Override
  public int dimension() {
    return potential.dimension();
  }

  @Override
  public Evaluator evaluator() {
    return potential.evaluator();
  }

  @Override
  public boolean hasKinks() {
    return potential.hasKinks();
  }

  @Override
  public List<double[]> nullDirections() {
    return potential.nullDirections();
  }

  @Override
  public Optional<Scales> scales() {
    return potential.scales();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    StationaryPolish.Capability none = tolerances -> new AsItIs(potential.evaluator());
    return type.equals(StationaryPolish.Capability.class)
        ? Optional.of(type.cast(none))
        : potential.capability(type);
  }

  private record AsItIs(Evaluator evaluator) implements StationaryPolish {

    @Override
    public PolishedPoint polish(double[] x) {
      return characterise(x);
    }

    @Override
    public PolishedPoint characterise(double[] x) {
      double[] gradient = new double[x.length];
      double energy = evaluator.gradient(x, gradient);
      double rms = Vectors.rms(gradient);
      return new PolishedPoint(x.clone(), energy, rms, new double[0], 0, false, true);
    }

    /** {@inheritDoc} Not of this one: who asks for a mode needs a polish. */
    @Override
    public void lowestMode(double[] x, double[] mode) {
      throw new UnsupportedOperationException(
          "a batch is only begun on: nothing follows its modes");
    }
  }
}
