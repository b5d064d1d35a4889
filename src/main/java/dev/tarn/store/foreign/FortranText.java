package dev.tarn.store.foreign;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tarn.data.UnusableFileException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers in text as Fortran writes and reads it: blanks or commas between them, exponents with E
 * or D, or with neither where they have three digits ({@code 0.12-100}). Stateless.
 */
final class FortranText {
  private static final Splitter WORDS =
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.is(','))).omitEmptyStrings();
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdDqQ][+-]?\\d+|[+-]\\d+)?");
  private static final Pattern BARE_EXPONENT = Pattern.compile("(?<=[\\d.])([+-]\\d+)$");

  private FortranText() {}

  /** The lines of a file that are not empty. */
  static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (MalformedInputException e) {
      throw new UnusableFileException(file + " is no text", e);
    }
  }

  static List<String> words(String line) {
    return WORDS.splitToList(line);
  }

  /** A number; {@code place} says where it stands. */
  static double number(String word, String place) {
    if (!NUMBER.matcher(word).matches()) {
      throw new UnusableFileException(place + ": \"" + word + "\" is no number");
    }
    String plain = word.replaceAll("[dDqQ]", "e");
    double value =
        Double.parseDouble(
            plain.indexOf('e') < 0 && plain.indexOf('E') < 0
                ? BARE_EXPONENT.matcher(plain).replaceFirst("e$1")
                : plain);
    if (Double.isInfinite(value)) {
      throw new UnusableFileException(place + ": " + word + " is beyond the range of a double");
    }
    return value;
  }

  /** A whole number. */
  static int integer(String word, String place) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new UnusableFileException(place + ": \"" + word + "\" is no whole number", e);
    }
  }

  static double[] numbers(List<String> words, String place) {
    return words.stream().mapToDouble(word -> number(word, place)).toArray();
  }

  /**
   * Records of at least so many words: one a line, or spread over lines that are too short by
   * themselves.
   */
  static List<List<String>> records(Path file, int least) throws IOException {
    List<List<String>> records = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : lines(file)) {
      open.addAll(words(line));
      if (open.size() >= least) {
        records.add(List.copyOf(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      throw new UnusableFileException(
          place(file, records.size())
              + ": "
              + open.size()
              + " numbers where a record has "
              + least
              + " at least");
    }
    return records;
  }

  /** Where a record stands. */
  static String place(Path file, int record) {
    return file + ", record " + (record + 1);
  }
}
