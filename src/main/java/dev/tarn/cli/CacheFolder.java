package dev.tarn.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where programs keep what they can make again, as the system has it. */
final class CacheFolder {
  private static final String OURS = "tarn";

  private CacheFolder() {}

  /** Tarn's folder of this user, which need not exist; empty if the system names none. */
  static Optional<Path> ofUser() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", ""), System.getenv());
  }

  /**
   * The folder by the conventions of a system.
   *
   * @param system its name, as {@code os.name} has it
   * @param home the user's home
   * @param environment the variables of the process
   */
  static Optional<Path> of(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment.getOrDefault("LOCALAPPDATA", ""));
    }
    if (name.startsWith("mac")) {
      return folder(home, "Library", "Caches");
    }
    // A relative path does not count, says the XDG Base Directory Specification.
    return folder(environment.getOrDefault("XDG_CACHE_HOME", "")).or(() -> folder(home, ".cache"));
  }

  private static Optional<Path> folder(String first, String... more) {
    try {
      Path folder = Path.of(first, more);
      return folder.isAbsolute() ? Optional.of(folder.resolve(OURS)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
