package dev.tarn.plot.font;

/** Java's font system does not work on this machine, so nothing can be drawn. */
public final class NoFontException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoFontException(Throwable cause) {
    super(
        "pictures need Java's font system, which finds no font on this machine: install fontconfig"
            + " and any font, such as the packages fontconfig and fonts-dejavu-core",
        cause);
  }
}
