package dev.tarn.plot.format;

import java.awt.Graphics2D;

/**
 * Something that can be drawn, of a fixed size. One drawing serves every {@link PictureFormat}.
 *
 * <p>Lengths are in points, 1/72 inch, from the top left corner. Implementations are immutable.
 */
public interface Picture {
  /** The width of a journal's column, 86 mm. */
  double COLUMN = 244.0;

  /** The width of a journal's page, 178 mm. */
  double PAGE = 505.0;

  /**
   * What the picture shows, in a few words: the title of the file, read out to those who cannot see
   * it. It is not drawn.
   *
   * @return plain text, not empty
   */
  String title();

  /**
   * The width.
   *
   * @return points, positive
   */
  double width();

  /**
   * The height.
   *
   * @return points, positive
   */
  double height();

  /**
   * Draws. The background is white already.
   *
   * @param g where to draw, in points; its transform and clip are left as they were, its colour,
   *     font and stroke may be changed
   */
  void paint(Graphics2D g);
}
