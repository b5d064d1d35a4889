package dev.tarn.data;

import dev.tarn.potential.Vector;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A data set on its way to another process, where it becomes one again. */
record DataSetForm(
    String name,
    List<String> inputNames,
    List<String> outputNames,
    double[] inputs,
    int[] classes,
    double[] targets,
    @Nullable Shift shift)
    implements Serializable {

  /** A standardisation, which has optional parts that cannot be sent as they are. */
  record Shift(Vector means, Vector deviations, @Nullable Shift targets) implements Serializable {

    static @Nullable Shift of(Optional<Standardisation> whole) {
      return whole.map(s -> new Shift(s.means(), s.deviations(), of(s.targets()))).orElse(null);
    }

    static Optional<Standardisation> whole(@Nullable Shift shift) {
      return Optional.ofNullable(shift)
          .map(s -> new Standardisation(s.means, s.deviations, whole(s.targets)));
    }
  }

  DataSetForm {
    inputNames = List.copyOf(inputNames);
    outputNames = List.copyOf(outputNames);
  }

  private Object readResolve() {
    return new DataSet(name, inputNames, outputNames, inputs, classes, targets, Shift.whole(shift));
  }
}
