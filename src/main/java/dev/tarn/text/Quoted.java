package dev.tarn.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody else wrote, as a part of a message: not longer than a line can be, and without
 * control characters, which a terminal would obey. Stateless.
 */
public final class Quoted {
  private static final int LONGEST = 60;
  private static final int MOST = 20;

  private Quoted() {}

  /** A text in double quotes. */
  public static String of(String text) {
    return "\"" + plain(text) + "\"";
  }

  /** A text as it is. */
  public static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(point -> shown.appendCodePoint(isControl(point) ? '?' : point));
    return shown.length() < text.length() ? shown + "..." : shown.toString();
  }

  /** Texts in brackets, the first ones of many. */
  public static String all(List<String> texts) {
    String shown = texts.stream().limit(MOST).map(Quoted::plain).collect(Collectors.joining(", "));
    return "["
        + shown
        + (texts.size() > MOST ? " and " + (texts.size() - MOST) + " others" : "")
        + "]";
  }

  /** Whether a terminal might obey a character. */
  public static boolean isControl(int character) {
    return Character.isISOControl(character);
  }

  /** Whether a text holds a character that a terminal might obey. */
  public static boolean hasControl(String text) {
    return text.codePoints().anyMatch(Quoted::isControl);
  }
}
