package dev.tarn.store.foreign;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tarn.data.UnusableFileException;
import dev.tarn.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final int PER_LINE = 3;
  private static final int START = 256;

  private FortranText() {}

  /** The lines of a file that are not empty. */
  static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (MalformedInputException e) {
      throw new UnusableFileException(file + " is no text", e);
    }
  }

  /** Whether this is no file, or an SQLite database, which the readers of text leave alone. */
  static boolean isBinary(Path place) throws IOException {
    if (!Files.isRegularFile(place)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(place)) {
      byte[] start = in.readNBytes(START);
      for (byte one : start) {
        if (one < '\t') {
          return true;
        }
      }
      return new String(start, StandardCharsets.ISO_8859_1).startsWith("SQLite");
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

  /** The order of a point group, which the programs keep in an integer of four bytes. */
  static String order(BigInteger h, int id) {
    if (h.bitLength() >= Integer.SIZE) {
      throw new UnusableFileException(
          "point " + id + " has a point group of order " + h + ", which such files cannot hold");
    }
    return h.toString();
  }

  /** All digits without an exponent, and at least as wide as the programs write it. */
  static String fixed(double value) {
    String plain = new BigDecimal(Numbers.exact(value)).toPlainString();
    return String.format(Locale.ROOT, "%25s", isNegativeZero(value) ? "-" + plain : plain);
  }

  /**
   * With a power of ten and so many digits behind the point, 16 of which tell all doubles apart.
   */
  static String scientific(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "e", new BigDecimal(value));
    return isNegativeZero(value) ? "-" + text : text;
  }

  /** A decimal number has no sign at zero. */
  private static boolean isNegativeZero(double value) {
    return value == 0.0 && Double.doubleToRawLongBits(value) < 0L;
  }

  /** Numbers with all their digits, three on a line. */
  static List<String> threeALine(double[] values) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < values.length; k++) {
      line.append(fixed(values[k])).append(' ');
      if (k % PER_LINE == PER_LINE - 1 || k == values.length - 1) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
    }
    return lines;
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
