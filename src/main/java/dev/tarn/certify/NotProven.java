package dev.tarn.certify;

/** Why something could not be proven; the message is for people. */
final class NotProven extends Exception {
  private static final long serialVersionUID = 1L;

  NotProven(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
