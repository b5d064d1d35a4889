package dev.tarn.store.foreign;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import dev.tarn.store.PotentialCodec;
import dev.tarn.text.DoubleBlob;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what is known of the potentials of imported landscapes. Stateless. */
public final class ImportedCodec implements PotentialCodec {
  private static final String IMPORTED = "imported";
  private static final String SOURCE = "source";
  private static final String DIMENSION = "dimension";
  private static final String VIBRATIONS = "vibrations";
  private static final String GROUP_ORDER = "group_order";
  private static final String LOG_PRODUCTS = "log_products";
  private static final String INERTIA = "inertia";
  private static final String MODES = "modes";
  private static final String SET_A = "set_a";
  private static final String SET_B = "set_b";

  /** For {@link java.util.ServiceLoader}. */
  public ImportedCodec() {}

  @Override
  public Set<String> kinds() {
    return Set.of(IMPORTED);
  }

  @Override
  public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
    if (!(description instanceof ImportedPotential potential)) {
      return Optional.empty();
    }
    Map<String, Object> values = new HashMap<>();
    values.put(KIND, IMPORTED);
    values.put(SOURCE, potential.source());
    values.put(VIBRATIONS, potential.vibrations());
    values.put(GROUP_ORDER, potential.groupOrder().toString());
    values.put(LOG_PRODUCTS, DoubleBlob.encode(potential.logProducts()));
    values.put(INERTIA, DoubleBlob.encode(potential.inertia()));
    if (!potential.modes().isEmpty()) {
      values.put(MODES, DoubleBlob.encode(potential.modes()));
    }
    values.put(SET_A, Joiner.on(' ').join(potential.a()));
    values.put(SET_B, Joiner.on(' ').join(potential.b()));
    return Optional.of(values);
  }

  @Override
  public PotentialCodec.Description read(Map<String, Object> values) {
    byte[] logs = bytes(values, LOG_PRODUCTS);
    byte[] inertia = bytes(values, INERTIA);
    // Databases of older versions have none.
    byte[] modes = values.containsKey(MODES) ? bytes(values, MODES) : new byte[0];
    if (!(values.get(DIMENSION) instanceof Number dimension)
        || !(values.get(VIBRATIONS) instanceof Number vibrations)
        || !(values.get(GROUP_ORDER) instanceof String order)
        || !order.matches("[1-9]\\d*")) {
      throw new IllegalArgumentException(
          "an imported landscape has " + DIMENSION + ", " + VIBRATIONS + " and " + GROUP_ORDER);
    }
    return new ImportedPotential(
        String.valueOf(values.get(SOURCE)),
        dimension.intValue(),
        vibrations.intValue(),
        new BigInteger(order),
        DoubleBlob.decode(logs, logs.length / Double.BYTES),
        DoubleBlob.decode(inertia, inertia.length / Double.BYTES),
        DoubleBlob.decode(modes, modes.length / Double.BYTES),
        set(values, SET_A),
        set(values, SET_B));
  }

  private static List<Integer> set(Map<String, Object> values, String key) {
    return Splitter.on(' ')
        .omitEmptyStrings()
        .splitToStream(String.valueOf(values.getOrDefault(key, "")))
        .map(Integer::valueOf)
        .toList();
  }

  private static byte[] bytes(Map<String, Object> values, String key) {
    if (values.get(key) instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException("an imported landscape has " + key + ", a blob");
  }
}
