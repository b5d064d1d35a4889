package dev.tarn.cli.view;

import dev.tarn.store.Certificates;
import dev.tarn.store.Certificates.Certificate;
import dev.tarn.store.LandscapeDatabase;
import java.util.Map;
import java.util.Optional;

/** What "certify" has proven of the points of a database, as far as it still holds. */
public final class Proofs {
  /** The name of their column. */
  static final String TITLE = "proven";

  private final Map<Integer, Certificate> certificates;

  private Proofs(Map<Integer, Certificate> certificates) {
    this.certificates = certificates;
  }

  /** Reads them. */
  public static Proofs of(LandscapeDatabase database) {
    return new Proofs(Certificates.of(database));
  }

  /** Whether the database was never certified. */
  public boolean isEmpty() {
    return certificates.isEmpty();
  }

  /** How many points are proven to be what they are said to be. */
  public long proven() {
    return certificates.values().stream().filter(Certificate::isProven).count();
  }

  /** Whether a point is proven; empty if the database was never certified. */
  Optional<Boolean> of(int point) {
    Certificate certificate = certificates.get(point);
    return isEmpty()
        ? Optional.empty()
        : Optional.of(certificate != null && certificate.isProven());
  }

  /** The same as a word for a table. */
  String word(int point) {
    return of(point).map(proven -> proven ? "yes" : "no").orElse("");
  }

  /** Whether, and if not why, in a line. */
  Optional<String> line(int point) {
    Certificate certificate = certificates.get(point);
    if (isEmpty()) {
      return Optional.empty();
    }
    if (certificate == null) {
      return Optional.of("no: not as it was when the database was certified");
    }
    return Optional.of(certificate.isProven() ? "yes" : "no: " + certificate.reason());
  }
}
