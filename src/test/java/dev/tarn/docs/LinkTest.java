package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link leads somewhere, and every page can be reached. */
class LinkTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

  /**
   * A relative link.
   *
   * @param page the page that holds it
   * @param file the path from the page, empty for a place on the page itself
   * @param anchor the place on the page that it leads to, empty for none
   */
  record Link(Path page, String file, String anchor) {
    Path target() {
      return file.isEmpty() ? page : Path.of("").resolve(page).resolveSibling(file).normalize();
    }
  }

  static Stream<Path> pages() {
    return Pages.all().stream();
  }

  static Stream<Link> links() {
    return pages().flatMap(page -> links(page).stream());
  }

  private static List<Link> links(Path page) {
    List<Link> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(Pages.prose(page));
    while (matcher.find()) {
      String link = matcher.group(1);
      if (!link.contains("://")) {
        int hash = link.indexOf('#');
        links.add(
            hash < 0
                ? new Link(page, link, "")
                : new Link(page, link.substring(0, hash), link.substring(hash + 1)));
      }
    }
    return links;
  }

  @ParameterizedTest
  @MethodSource("links")
  void leadsSomewhere(Link link) {
    assertThat(Pages.ROOT.resolve(link.target())).exists();
    if (!link.anchor().isEmpty()) {
      assertThat(anchors(link.target())).contains(link.anchor());
    }
  }

  @Test
  void everyPageIsLinkedFromTheReadme() {
    assertThat(links(Path.of("README.md")).stream().map(Link::target))
        .containsAll(Pages.all().stream().skip(1).toList());
  }

  @Test
  void everyExampleIsLinked() throws Exception {
    Path examples = Path.of("examples");
    try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(examples))) {
      List<Path> programs =
          files
              .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".py"))
              .map(Pages.ROOT::relativize)
              .toList();
      assertThat(programs).hasSizeGreaterThanOrEqualTo(3);
      assertThat(links(examples.resolve("README.md")).stream().map(Link::target))
          .containsAll(programs);
    }
  }

  /** The names that the usual renderers give to headings. */
  private static List<String> anchors(Path page) {
    return Pages.prose(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
        .toList();
  }
}
