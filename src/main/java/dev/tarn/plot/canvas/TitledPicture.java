package dev.tarn.plot.canvas;

import dev.tarn.plot.format.Picture;

/** A picture of a given title and width, as high as what it shows. */
public abstract class TitledPicture implements Picture {
  private final String title;
  private final double width;

  /**
   * Takes the title and the width.
   *
   * @param title as in {@link Picture#title}
   * @param width the width in points
   */
  protected TitledPicture(String title, double width) {
    this.title = title;
    this.width = width;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final double width() {
    return width;
  }

  /** Whole points, as pixels are. */
  @Override
  public final double height() {
    return Math.rint(bottom());
  }

  /**
   * Where the picture ends, its margin included.
   *
   * @return the distance from the top in points
   */
  public abstract double bottom();
}
