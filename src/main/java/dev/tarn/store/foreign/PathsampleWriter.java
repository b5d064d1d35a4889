package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.foreign.FileOrder.Row;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.EscapeBarriers;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Inertia;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a folder on which PATHSAMPLE and disconnectionDPS run as it is: minima by ascending
 * energy, transition states that were followed down, points, the sets A (the lowest minimum) and B
 * (the highest), {@code pathdata}, {@code dinfo}, and a list of persistent minima to pick from.
 * Numbers have all their digits: the programs read text in free format. Stateless.
 */
final class PathsampleWriter {
  private static final double LEVELS = 60.0;
  private static final int LABELLED = 100;

  private PathsampleWriter() {}

  static void write(Landscape landscape, Potential potential, Path folder) throws IOException {
    write(landscape, potential, folder, ExportExtras.NONE);
  }

  static void write(Landscape landscape, Potential potential, Path folder, ExportExtras extras)
      throws IOException {
    boolean network = potential instanceof Network one && MlpOrder.applies(one);
    if (!network && potential.dimension() % 3 != 0) {
      throw new UnusableFileException(
          "PATHSAMPLE knows atoms in space and networks with one hidden layer; points of "
              + potential.dimension()
              + " coordinates are neither");
    }
    HarmonicModel model = HarmonicModel.of(landscape, potential);
    FileOrder order = new FileOrder(landscape, potential);
    List<String> minRows = new ArrayList<>();
    for (StationaryPoint minimum : order.minima()) {
      String h = FortranText.order(order.pointGroup(minimum), minimum.id());
      minRows.add(row(minimum, order, h) + inertia(minimum, potential));
    }
    List<String> tsRows = new ArrayList<>();
    boolean negative =
        order.states().stream().allMatch(state -> FileOrder.negative(state).isPresent());
    for (Row row : order.rows()) {
      StationaryPoint state = row.point();
      String h = FortranText.order(order.pointGroup(row), state.id());
      String ends = String.format(Locale.ROOT, " %9d %9d", row.plus() + 1, row.minus() + 1);
      tsRows.add(
          row(state, order, h)
              + ends
              + inertia(state, potential)
              + (negative ? " " + FortranText.fixed(FileOrder.negative(state).orElseThrow()) : ""));
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("min.data"), minRows);
    Files.write(folder.resolve("ts.data"), tsRows);
    writePoints(folder.resolve("points.min"), order.minima(), order);
    writePoints(folder.resolve("points.ts"), order.states(), order);
    List<Integer> a = List.of(order.minima().get(0).id());
    List<Integer> b = List.of(order.minima().get(order.minima().size() - 1).id());
    if (potential instanceof ImportedPotential imported && !imported.a().isEmpty()) {
      a = imported.a();
      b = imported.b();
    }
    Files.write(folder.resolve("min.A"), set(a, order));
    Files.write(folder.resolve("min.B"), set(b, order));
    Files.write(folder.resolve("pathdata"), pathdata(potential, negative && !tsRows.isEmpty()));
    List<String> dinfo = dinfo(order);
    for (ExportExtras.Colours colours : extras.colours()) {
      Files.write(folder.resolve(colours.file()), colours.lines(order.minima()));
      // The graph has one colour at a time: that of the first.
      boolean first = colours.equals(extras.colours().get(0));
      dinfo.add((first ? "" : "comment ") + "TRVAL 1.0 " + colours.file());
    }
    if (!extras.picked().isEmpty()) {
      Files.write(
          folder.resolve("min.pick"),
          extras.picked().stream().sorted().map(id -> "" + (order.number(id) + 1)).toList());
      dinfo.add("PICK min.pick");
    }
    Files.write(folder.resolve("dinfo"), dinfo);
    Files.write(folder.resolve("min.persist.pick"), persistent(model, order));
  }

  private static List<String> set(List<Integer> ids, FileOrder order) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%8d", ids.size()));
    for (int id : ids) {
      lines.add(String.format(Locale.ROOT, "%8d", order.number(id) + 1));
    }
    return lines;
  }

  private static String row(StationaryPoint point, FileOrder order, String h) {
    return FortranText.fixed(point.energy())
        + " "
        + FortranText.fixed(order.logProduct(point).orElseThrow())
        + String.format(Locale.ROOT, " %9s", h);
  }

  /** Three moments; the programs want positive numbers there, for networks too. */
  static String inertia(StationaryPoint point, Potential potential) {
    Vector moments = Inertia.of(point, potential).orElse(Vector.of(1.0, 1.0, 1.0));
    StringBuilder text = new StringBuilder();
    moments.stream().forEach(moment -> text.append(' ').append(FortranText.fixed(moment)));
    return text.toString();
  }

  private static void writePoints(Path file, List<StationaryPoint> points, FileOrder order)
      throws IOException {
    int length = points.isEmpty() ? 0 : points.get(0).coordinates().length();
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * length * points.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (StationaryPoint point : points) {
      for (double value : order.inTheirOrder(point)) {
        bytes.putDouble(value);
      }
    }
    Files.write(file, bytes.array());
  }

  private static List<String> pathdata(Potential potential, boolean negative) {
    List<String> lines = new ArrayList<>(List.of("EXEC /bin/true", "CPUS 1"));
    if (potential instanceof Network network && MlpOrder.applies(network)) {
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

  private static List<String> dinfo(FileOrder order) {
    double low = order.minima().stream().mapToDouble(StationaryPoint::energy).min().orElseThrow();
    double high =
        order.states().stream().mapToDouble(StationaryPoint::energy).max().orElse(low + 1.0);
    double delta = Math.max(1e-12, (high - low) / (LEVELS - 1.0));
    return new ArrayList<>(
        List.of(
            "DELTA " + Numbers.typed(delta),
            "FIRST " + Numbers.typed(high + delta),
            "LEVELS " + (int) (LEVELS + 2.0),
            "MINIMA min.data",
            "TS ts.data",
            "CENTREGMIN",
            order.minima().size() > LABELLED ? "comment IDENTIFY" : "IDENTIFY"));
  }

  /** Minima whose barrier to the first lower one is at least the median, for PICK. */
  private static List<String> persistent(HarmonicModel model, FileOrder order) {
    Vector persistence = EscapeBarriers.of(model).persistence();
    double[] sorted = persistence.stream().sorted().toArray();
    double median = sorted[sorted.length / 2];
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < persistence.length(); k++) {
      if (persistence.get(k) >= median) {
        lines.add(String.valueOf(order.number(model.wells().get(k).id()) + 1));
      }
    }
    return lines;
  }
}
