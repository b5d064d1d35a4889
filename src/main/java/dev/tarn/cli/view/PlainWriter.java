package dev.tarn.cli.view;

import dev.tarn.text.Quoted;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Text without control characters but those that end lines: messages hold what stands in files of
 * others, and a terminal would obey it. Not thread-safe but for its lock, as any writer.
 */
final class PlainWriter extends FilterWriter {
  PlainWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(plain((char) c));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    char[] plain = new char[length];
    for (int k = 0; k < length; k++) {
      plain[k] = plain(text[from + k]);
    }
    out.write(plain, 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.toCharArray(), from, length);
  }

  private static char plain(char c) {
    return Quoted.isControl(c) && c != '\n' && c != '\r' && c != '\t' ? '?' : c;
  }
}
