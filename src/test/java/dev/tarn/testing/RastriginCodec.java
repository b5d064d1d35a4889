package dev.tarn.testing;

import dev.tarn.potential.Potential;
import dev.tarn.store.PotentialCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The codec of a classical surface, as a user would write it; registered in the test class path.
 */
public final class RastriginCodec implements PotentialCodec {
  private static final String NAME = "rastrigin";

  /** A surface of some dimension and strength. */
  public record Surface(int dimension, double strength) implements PotentialCodec.Description {
    @Override
    public Potential potential() {
      return new Rastrigin(dimension, strength);
    }

    @Override
    public List<String> variables() {
      return IntStream.range(0, dimension).mapToObj(i -> "q" + i).toList();
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(NAME);
  }

  @Override
  public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
    return description instanceof Surface surface
        ? Optional.of(
            Map.of(KIND, NAME, "variables", surface.dimension(), "strength", surface.strength()))
        : Optional.empty();
  }

  @Override
  public Surface read(Map<String, Object> values) {
    if (values.get("variables") instanceof Number dimension
        && values.get("strength") instanceof Double strength) {
      return new Surface(dimension.intValue(), strength);
    }
    throw new IllegalArgumentException("a surface has variables and a strength, not " + values);
  }
}
