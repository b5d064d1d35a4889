package dev.tarn.testing;

import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture as SVG, and what is in it. */
public record Drawing(String svg) {
  private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<>]+)</text");

  public static Drawing of(Picture picture) {
    return new Drawing(new String(bytes(picture, PictureFormat.SVG), StandardCharsets.UTF_8));
  }

  public static byte[] bytes(Picture picture, PictureFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(picture, 72.0, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** All texts in the order of drawing; scripts are texts of their own. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    Matcher matcher = TEXT.matcher(svg);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }

  /** How often a piece of the file occurs. */
  public int count(String piece) {
    return svg.split(Pattern.quote(piece), -1).length - 1;
  }
}
