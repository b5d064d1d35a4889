package dev.tarn.store;

/**
 * A database could not be read or written. The message names the file and says what would be right;
 * it is fit to be shown to a user.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure with no underlying one.
   *
   * @param message what is wrong
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * A failure that another one caused.
   *
   * @param message what is wrong
   * @param cause why
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
