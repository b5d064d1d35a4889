package dev.tarn.data;

/**
 * A file cannot serve as what was asked for, a database or training data: it is missing, is of
 * another format, holds another potential, comes from a newer version, is damaged or may not be
 * written. The file is as it was before.
 */
public final class UnusableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A file that cannot be used.
   *
   * @param message which file, why not, and what would be right
   */
  public UnusableFileException(String message) {
    super(message);
  }

  /**
   * A file that cannot be used, as SQLite found out.
   *
   * @param message which file, why not, and what would be right
   * @param cause what SQLite said
   */
  public UnusableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
