package dev.tarn.plot.font;

import com.google.common.base.Suppliers;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * One line of text with subscripts and superscripts, written {@code N_{h}} and {@code 10^{-6}}.
 *
 * <p>Everything is set in Liberation Sans, which comes with PDFBox and has the widths of Arial and
 * Helvetica: the same picture has the same layout wherever it is drawn, and an SVG still fits on a
 * machine that has only one of the other two; elsewhere it asks for fonts of nearly the same
 * widths. Stateless; may be called from any thread.
 */
public final class Text {
  /** Which part of the text stands at the given place. */
  public enum Anchor {
    START(0.0),
    MIDDLE(0.5),
    END(1.0);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  /** The size of ordinary text in a picture, in points. */
  public static final double SIZE = 7.0;

  /** The height of a digit as a part of the font size. */
  public static final double DIGIT_HEIGHT = 0.69;

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final double SCRIPT = 0.72;
  private static final double SUPERSCRIPT_RISE = 0.36;
  private static final double SUBSCRIPT_DROP = 0.18;

  /** Widths are measured at this size and scaled, so that no rounding depends on the size. */
  private static final float MEASURED = 100.0f;

  private static final Supplier<Font> FONT = Suppliers.memoize(Text::load);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final RenderingHints.Key OUTLINES =
      new RenderingHints.Key(0) {
        @Override
        public boolean isCompatibleValue(Object value) {
          return value instanceof Boolean;
        }
      };

  private record Piece(String text, double scale, double rise) {}

  private Text() {}

  /** The bytes of the font's file. */
  public static InputStream fontFile() {
    InputStream file = PDDocument.class.getResourceAsStream(RESOURCE);
    if (file == null) {
      throw new IllegalStateException("PDFBox's jar holds no font " + RESOURCE);
    }
    return file;
  }

  /** The font at size 1. */
  public static Font font() {
    return FONT.get();
  }

  public static double width(String markup, double size) {
    double width = 0.0;
    for (Piece piece : pieces(markup)) {
      width += width(piece, size);
    }
    return width;
  }

  /** The text without its marks: {@code N_h}, {@code 10^-6}. */
  public static String plain(String markup) {
    return markup.replaceAll("([_^])\\{([^}]*)\\}", "$1$2");
  }

  public static void draw(
      Graphics2D g, String markup, double x, double y, double size, Anchor anchor) {
    double at = x - anchor.share * width(markup, size);
    for (Piece piece : pieces(markup)) {
      Font font = font().deriveFont((float) (size * piece.scale));
      float base = (float) (y - size * piece.rise);
      if (Boolean.TRUE.equals(g.getRenderingHint(OUTLINES))) {
        g.fill(font.createGlyphVector(CONTEXT, piece.text).getOutline((float) at, base));
      } else {
        g.setFont(font);
        g.drawString(piece.text, (float) at, base);
      }
      at += width(piece, size);
    }
  }

  /** From now on text is drawn as shapes, which need no font. */
  public static void asOutlines(Graphics2D g) {
    g.setRenderingHint(OUTLINES, true);
  }

  /** Draws text that reads upwards. */
  public static void drawUpwards(
      Graphics2D g, String markup, double x, double y, double size, Anchor anchor) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-0.5 * Math.PI);
    draw(g, markup, 0.0, 0.0, size, anchor);
    g.setTransform(before);
  }

  private static double width(Piece piece, double size) {
    double measured =
        font().deriveFont(MEASURED).getStringBounds(piece.text, CONTEXT).getWidth() / MEASURED;
    return size * piece.scale * measured;
  }

  private static List<Piece> pieces(String markup) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at + 1 < markup.length(); at++) {
      char mark = markup.charAt(at);
      int end = markup.indexOf('}', at);
      if ((mark == '_' || mark == '^') && markup.charAt(at + 1) == '{' && end > 0) {
        add(pieces, markup.substring(from, at), 1.0, 0.0);
        double rise = mark == '^' ? SUPERSCRIPT_RISE : -SUBSCRIPT_DROP;
        add(pieces, markup.substring(at + 2, end), SCRIPT, rise);
        from = end + 1;
        at = end;
      }
    }
    add(pieces, markup.substring(from), 1.0, 0.0);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, double scale, double rise) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, scale, rise));
    }
  }

  private static Font load() {
    try (InputStream file = fontFile()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException e) {
      throw new IllegalStateException(e);
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      // The JDK's own fonts must be in order, even though none of them is used.
      throw new NoFontException(e);
    }
  }
}
