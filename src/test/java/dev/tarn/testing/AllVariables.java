package dev.tarn.testing;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import java.util.Optional;

/**
 * A potential that knows nothing of its symmetric subspaces, so that all is done in all variables.
 */
public record AllVariables(Potential potential) implements Potential {

  @Override
  public int dimension() {
    return potential.dimension();
  }

  @Override
  public Evaluator evaluator() {
    return potential.evaluator();
  }

  @Override
  public SymmetryGroup symmetry() {
    return potential.symmetry();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return Optional.empty();
  }
}
