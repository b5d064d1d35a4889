package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Vector;
import dev.tarn.surfaces.atoms.ClusterGroup;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** A frame of an XYZ file: the words of its second line, and the places of its atoms. Immutable. */
record XyzFrame(String place, Map<String, String> words, Vector coordinates) {
  private static final int COLUMNS = 4;
  private static final String ENERGY = "energy";

  /** Copies the words. */
  XyzFrame {
    words = Map.copyOf(words);
  }

  /**
   * Reads all frames of a file.
   *
   * @throws UnusableFileException if it is damaged, or its frames have different numbers of atoms
   */
  static List<XyzFrame> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new UnusableFileException(file + " is no text", e);
    }
    List<XyzFrame> frames = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).isBlank()) {
        at++;
        continue;
      }
      String place = file + ", line " + (at + 1);
      int atoms = FortranText.integer(lines.get(at).strip(), place);
      if (atoms < 1 || at + 1L + atoms >= lines.size()) {
        throw new UnusableFileException(
            place
                + ": "
                + atoms
                + " atoms need a line for each, after one of words; there are "
                + Math.max(0, lines.size() - at - 2));
      }
      XyzFrame frame =
          new XyzFrame(place, words(lines.get(at + 1)), atoms(file, lines, at + 2, at + 2 + atoms));
      if (!frames.isEmpty() && frames.get(0).coordinates.length() != frame.coordinates.length()) {
        throw new UnusableFileException(
            place
                + ": "
                + atoms
                + " atoms, where the first frame has "
                + frames.get(0).coordinates.length() / 3);
      }
      frames.add(frame);
      at += 2 + atoms;
    }
    return frames;
  }

  private static Vector atoms(Path file, List<String> lines, int from, int to) {
    DoubleStream.Builder all = DoubleStream.builder();
    for (int k = from; k < to; k++) {
      String place = file + ", line " + (k + 1);
      List<String> words = FortranText.words(lines.get(k));
      if (words.size() < COLUMNS) {
        throw new UnusableFileException(
            place
                + ": an element and three coordinates are expected, not \""
                + lines.get(k)
                + "\"");
      }
      for (String word : words.subList(1, COLUMNS)) {
        all.add(FortranText.number(word, place));
      }
    }
    return Vector.of(all.build());
  }

  /** Pairs with {@code =}; or, where no word is an energy so, the first number. */
  private static Map<String, String> words(String line) {
    Map<String, String> words = new HashMap<>();
    Optional<String> number = Optional.empty();
    for (String word : line.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        words.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (number.isEmpty() && word.matches("[+-]?\\d*\\.\\d+(?:[eEdD][+-]?\\d+)?")) {
        number = Optional.of(word);
      }
    }
    number.ifPresent(energy -> words.putIfAbsent(ENERGY, energy));
    return words;
  }

  Optional<Integer> id() {
    return Optional.ofNullable(words.get("id")).map(word -> FortranText.integer(word, place));
  }

  /** The index; 0 where nothing is said. */
  int index() {
    return FortranText.integer(words.getOrDefault("index", "0"), place);
  }

  /** The ids of the minima that a transition state joins, if it says so. */
  List<Integer> minima() {
    return Optional.ofNullable(words.get("minima")).stream()
        .flatMap(text -> FortranText.words(text).stream())
        .map(word -> FortranText.integer(word, place))
        .toList();
  }

  /** Of a file only the distances tell what is a neighbour: the shortest is. */
  private static ClusterGroup group(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        least = Math.min(least, Math.sqrt(Vectors.squaredDistance(x, i, 1.0, x, j, 3)));
      }
    }
    return new ClusterGroup(x.length / 3, Double.isFinite(least) && least > 0.0 ? least : 1.0);
  }

  /** The point, with its energy and the order of its point group. */
  ForeignLandscape.Point point() {
    String energy = words.get(ENERGY);
    if (energy == null) {
      throw new UnusableFileException(
          place + ": the line after the number of atoms has no energy, such as energy=-44.3268");
    }
    double[] x = coordinates.toArray();
    return new ForeignLandscape.Point(
        FortranText.number(energy, place),
        OptionalDouble.empty(),
        group(x).pointGroupOrder(x),
        Vector.of(),
        coordinates,
        Vector.of());
  }
}
