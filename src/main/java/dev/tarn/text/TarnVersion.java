package dev.tarn.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library, which every run leaves in its database. */
public final class TarnVersion {
  private static final String RESOURCE = "/dev/tarn/version.properties";

  private TarnVersion() {}

  /**
   * The version as built.
   *
   * @return for example {@code 0.1.0}
   */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(TarnVersion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
