package dev.tarn.plot.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * The colours and lines of all pictures.
 *
 * <p>Categories are those of Okabe and Ito (2008), which readers with any common colour blindness
 * tell apart, in an order whose neighbours differ in lightness. The light ones are darker here, so
 * that lines stand out from white, and from a dark screen as well, by the 3:1 that WCAG 2.1 asks of
 * what is no text; vermilion and green are moved with them, to stay apart for those who see no
 * green. Ramps for numbers change lightness in one direction, so that a print without colour keeps
 * the order; the ramp with a middle is blue below it, white at it and red above it, after Brewer's
 * RdBu. Stateless.
 */
public final class Palette {
  public static final Color INK = new Color(0x1a1a1a);
  public static final Color MUTED = new Color(0x767676);
  public static final Color FAINT = new Color(0xd4d4d4);
  public static final Color BLUE = new Color(0x0072b2);
  public static final Color VERMILION = new Color(0xcb581e);
  public static final Color GREEN = new Color(0x008d5c);
  public static final Color SKY = new Color(0x3a9dcd);
  public static final Color ORANGE = new Color(0xc88600);
  public static final Color PURPLE = new Color(0xcc79a7);

  /** For kinds of things, from the first on. */
  public static final List<Color> CATEGORIES =
      List.of(BLUE, ORANGE, GREEN, SKY, VERMILION, PURPLE, INK, MUTED);

  /** How far up the ramp colours stand out from white. */
  private static final double LIGHTEST_LINE = 0.67;

  private static final int[] RAMP = {
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30
  };
  private static final int[] DIVERGING = {
    0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d,
    0xb2182b, 0x67001f
  };

  private Palette() {}

  /** The colour of a category; after the last one the first comes again. */
  public static Color category(int number) {
    return CATEGORIES.get(number % CATEGORIES.size());
  }

  /** For lines and markers: from dark violet at 0 to green at 1. */
  public static Color ramp(double share) {
    return interpolate(RAMP, LIGHTEST_LINE * Math.min(share, 1.0));
  }

  /** For areas: on from the green of lines to a light one at 1. */
  public static Color area(double share) {
    return interpolate(RAMP, share);
  }

  /** From dark blue at 0 over white at 0.5 to dark red at 1. */
  public static Color diverging(double share) {
    return interpolate(DIVERGING, share);
  }

  /** A solid line of a width in points. */
  public static BasicStroke line(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** A dashed line of a width in points. */
  public static BasicStroke dashed(double width, double on, double off) {
    return new BasicStroke(
        (float) width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10.0f,
        new float[] {(float) on, (float) off},
        0.0f);
  }

  private static Color interpolate(int[] colours, double share) {
    double place = Math.min(Math.max(share, 0.0), 1.0) * (colours.length - 1);
    int below = Math.min((int) place, colours.length - 2);
    double part = place - below;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = colours[below] >> shift & 0xff;
      int b = colours[below + 1] >> shift & 0xff;
      colour = colour << 8 | (int) Math.round(a + part * (b - a));
    }
    return new Color(colour);
  }
}
