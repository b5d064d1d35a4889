package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With paths as they are absolute on this system. */
@DisabledOnOs(OS.WINDOWS)
class CacheFolderTest {
  private static final Map<String, String> ALL =
      Map.of("XDG_CACHE_HOME", "/cache", "LOCALAPPDATA", "/local");

  @Test
  void isWhereTheSystemHasIt() {
    assertThat(CacheFolder.of("Linux", "/home/ada", Map.of()))
        .contains(Path.of("/home/ada/.cache/tarn"));
    assertThat(CacheFolder.of("Linux", "/home/ada", ALL)).contains(Path.of("/cache/tarn"));
    assertThat(CacheFolder.of("FreeBSD", "/home/ada", Map.of()))
        .contains(Path.of("/home/ada/.cache/tarn"));
    assertThat(CacheFolder.of("Mac OS X", "/Users/ada", ALL))
        .contains(Path.of("/Users/ada/Library/Caches/tarn"));
    assertThat(CacheFolder.of("Windows 11", "/Users/ada", ALL)).contains(Path.of("/local/tarn"));
  }

  @Test
  void aRelativePathDoesNotCount() {
    assertThat(CacheFolder.of("Linux", "/home/ada", Map.of("XDG_CACHE_HOME", "cache")))
        .contains(Path.of("/home/ada/.cache/tarn"));
    assertThat(CacheFolder.of("Linux", "?", Map.of())).isEmpty();
    assertThat(CacheFolder.of("Linux", "", Map.of("XDG_CACHE_HOME", ""))).isEmpty();
    assertThat(CacheFolder.of("Windows 11", "/Users/ada", Map.of())).isEmpty();
  }

  @Test
  void whatIsNoPathDoesNotCount() {
    assertThat(CacheFolder.of("Linux", "/home/a\0da", Map.of())).isEmpty();
  }
}
