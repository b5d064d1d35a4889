package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.EscapeBarriers;
import dev.tarn.thermo.HarmonicModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a folder on which PATHSAMPLE and disconnectionDPS run as it is: minima by ascending
 * energy, transition states that were followed down, points, the sets A (the lowest minimum) and B
 * (the highest), {@code pathdata}, {@code dinfo}, and a list of persistent minima to pick from.
 * Numbers have all their digits: the programs read text in free format. Stateless.
 */
final class PathsampleWriter {
  private static final double LEVELS = 60.0;

  private PathsampleWriter() {}

  static void write(Landscape landscape, Potential potential, Path folder) throws IOException {
    boolean network = potential instanceof Network one && WeightOrder.applies(one);
    if (!network && potential.dimension() % 3 != 0) {
      throw new UnusableFileException(
          "PATHSAMPLE knows atoms in space and networks with one hidden layer; points of "
              + potential.dimension()
              + " coordinates are neither");
    }
    HarmonicModel model = HarmonicModel.of(landscape, potential);
    Files.createDirectories(folder);
    List<StationaryPoint> minima = FileOrder.minima(landscape, potential);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (StationaryPoint minimum : minima) {
      numbers.put(minimum.id(), numbers.size() + 1);
    }
    BigInteger order = FileOrder.groupOrder(landscape, potential);
    List<String> minRows = new ArrayList<>();
    for (StationaryPoint minimum : minima) {
      minRows.add(row(minimum, potential, order, ""));
    }
    List<String> tsRows = new ArrayList<>();
    List<StationaryPoint> states = new ArrayList<>();
    boolean negative = hasNegativeEigenvalues(landscape);
    for (Connection connection : landscape.connections()) {
      StationaryPoint state = landscape.get(connection.transitionState());
      String ends =
          String.format(
              Locale.ROOT,
              " %9d %9d",
              numbers.getOrDefault(connection.plus(), 0),
              numbers.getOrDefault(connection.minus(), 0));
      tsRows.add(
          row(state, potential, order, ends)
              + (negative ? " " + fixed(state.eigenvalues().get(0)) : ""));
      states.add(state);
    }
    Files.write(folder.resolve("min.data"), minRows);
    Files.write(folder.resolve("ts.data"), tsRows);
    writePoints(folder.resolve("points.min"), minima, potential);
    writePoints(folder.resolve("points.ts"), states, potential);
    List<Integer> a = List.of(minima.get(0).id());
    List<Integer> b = List.of(minima.get(minima.size() - 1).id());
    if (potential instanceof ImportedPotential imported && !imported.a().isEmpty()) {
      a = imported.a();
      b = imported.b();
    }
    Files.write(folder.resolve("min.A"), set(a, numbers));
    Files.write(folder.resolve("min.B"), set(b, numbers));
    Files.write(folder.resolve("pathdata"), pathdata(potential, negative));
    Files.write(folder.resolve("dinfo"), dinfo(landscape, minima, states));
    Files.write(folder.resolve("min.persist.pick"), persistent(model, numbers));
  }

  private static List<String> set(List<Integer> ids, Map<Integer, Integer> numbers) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%8d", ids.size()));
    for (int id : ids) {
      lines.add(String.format(Locale.ROOT, "%8d", numbers.getOrDefault(id, 0)));
    }
    return lines;
  }

  private static boolean hasNegativeEigenvalues(Landscape landscape) {
    return landscape.connections().stream()
        .map(connection -> landscape.get(connection.transitionState()).eigenvalues())
        .allMatch(values -> values.length() > 0 && values.get(0) < 0.0);
  }

  private static String row(
      StationaryPoint point, Potential potential, BigInteger order, String ends) {
    double log = FileOrder.logProduct(point, potential).orElseThrow();
    return fixed(point.energy())
        + " "
        + fixed(log)
        + String.format(Locale.ROOT, " %9s", order.divide(point.orbit()))
        + ends
        + inertia(point, potential);
  }

  private static String inertia(StationaryPoint point, Potential potential) {
    Vector all = potential instanceof ImportedPotential imported ? imported.inertia() : Vector.of();
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < 3; k++) {
      double moment = all.length() == 0 ? 1.0 : all.get(3 * (point.id() - 1) + k);
      text.append(' ').append(fixed(moment));
    }
    return text.toString();
  }

  /** All digits without an exponent, and at least as wide as the programs write it. */
  private static String fixed(double value) {
    BigDecimal decimal = new BigDecimal(Numbers.exact(value));
    return String.format(Locale.ROOT, "%25s", decimal.toPlainString());
  }

  private static void writePoints(Path file, List<StationaryPoint> points, Potential potential)
      throws IOException {
    int length = potential.dimension();
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * length * points.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (StationaryPoint point : points) {
      double[] x = point.coordinates().toArray();
      if (potential instanceof Network network && WeightOrder.applies(network)) {
        x = WeightOrder.toProgram(network, x);
      }
      for (double value : x) {
        bytes.putDouble(value);
      }
    }
    Files.write(file, bytes.array());
  }

  private static List<String> pathdata(Potential potential, boolean negative) {
    List<String> lines = new ArrayList<>(List.of("EXEC /bin/true", "CPUS 1"));
    if (potential instanceof Network network && WeightOrder.applies(network)) {
      lines.add("NATOMS " + potential.dimension());
      lines.add("SYSTEM XX");
      lines.add(
          "MLPVB3 "
              + network.architecture().inputs()
              + " 1 "
              + network.architecture().units()
              + " "
              + network.architecture().outputs()
              + " "
              + network.data().examples()
              + " "
              + Numbers.typed(network.penalty().lambda().orElse(0.0)));
    } else {
      lines.add("NATOMS " + potential.dimension() / 3);
      lines.add("SYSTEM XX");
    }
    lines.addAll(
        List.of(
            "CONNECTIONS 0",
            "SEED 1",
            "CYCLES 0",
            "NCONNMIN 0",
            "DIRECTION AB",
            "TEMPERATURE 0.1"));
    if (negative) {
      lines.add("IMFRQ");
    }
    lines.add("NGT 0 T");
    return lines;
  }

  private static List<String> dinfo(
      Landscape landscape, List<StationaryPoint> minima, List<StationaryPoint> states) {
    double low = minima.stream().mapToDouble(StationaryPoint::energy).min().orElseThrow();
    double high = states.stream().mapToDouble(StationaryPoint::energy).max().orElse(low + 1.0);
    double delta = Math.max(1e-12, (high - low) / (LEVELS - 1.0));
    return List.of(
        "DELTA " + Numbers.typed(delta),
        "FIRST " + Numbers.typed(high + delta),
        "LEVELS " + (int) (LEVELS + 2.0),
        "MINIMA min.data",
        "TS ts.data",
        "CENTREGMIN",
        landscape.count(0) > 100 ? "comment IDENTIFY" : "IDENTIFY");
  }

  /** Minima whose barrier to the first lower one is at least the median, for PICK. */
  private static List<String> persistent(HarmonicModel model, Map<Integer, Integer> numbers) {
    Vector persistence = EscapeBarriers.of(model).persistence();
    double[] sorted = persistence.stream().sorted().toArray();
    double median = sorted[sorted.length / 2];
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < persistence.length(); k++) {
      if (persistence.get(k) >= median) {
        lines.add(String.valueOf(numbers.getOrDefault(model.wells().get(k).id(), 0)));
      }
    }
    return lines;
  }
}
