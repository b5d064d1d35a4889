package dev.tarn.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documentation's pages and the fenced blocks in them. */
final class Pages {
  /** Maven runs tests in the project's folder. */
  static final Path ROOT = Path.of("").toAbsolutePath();

  private static final String FENCE = "```";

  private Pages() {}

  /**
   * A fenced block.
   *
   * @param page the page, relative to the project's folder
   * @param line the number of its opening line
   * @param info what stands after the opening fence
   * @param lines the content
   * @param output the lines of the block marked {@code text} that comes next with nothing but an
   *     empty line between, if there is one: what the page says the first block prints
   */
  record Block(
      Path page, int line, String info, List<String> lines, Optional<List<String>> output) {

    @Override
    public String toString() {
      return page + ":" + line;
    }
  }

  /** README.md and every page below docs and examples, relative to the project's folder. */
  static List<Path> all() {
    List<Path> pages = new ArrayList<>();
    pages.add(Path.of("README.md"));
    for (String folder : List.of("docs", "examples")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .map(ROOT::relativize)
            .sorted()
            .forEach(pages::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  static List<String> lines(Path page) {
    try {
      return Files.readAllLines(ROOT.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page without its fenced blocks. */
  static String prose(Path page) {
    List<String> prose = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(page)) {
      if (line.startsWith(FENCE)) {
        inside = !inside;
      } else if (!inside) {
        prose.add(line);
      }
    }
    return String.join("\n", prose);
  }

  /** The blocks of a page with the given info string. */
  static List<Block> blocks(Path page, String info) {
    return blocks(page).stream()
        .filter(block -> block.info().equals(info))
        .collect(Collectors.toList());
  }

  private static List<Block> blocks(Path page) {
    List<String> lines = lines(page);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(FENCE)) {
        continue;
      }
      int end = closing(lines, i, page);
      Optional<List<String>> output = Optional.empty();
      int next = end + 2;
      if (next < lines.size() && lines.get(next).equals(FENCE + "text")) {
        output = Optional.of(lines.subList(next + 1, closing(lines, next, page)));
      }
      blocks.add(
          new Block(
              page,
              i + 1,
              lines.get(i).substring(FENCE.length()),
              lines.subList(i + 1, end),
              output));
      i = end;
    }
    return blocks;
  }

  /**
   * Whether the tests shall write what programs print into the pages, instead of comparing it:
   * {@code mvn verify -Dtarn.docs.update=true}, after a change that the pages are to follow.
   */
  static boolean updating() {
    return Boolean.getBoolean("tarn.docs.update");
  }

  /** Replaces the output that the page shows for a block. */
  static void update(Block block, List<String> printed) {
    List<String> lines = new ArrayList<>(lines(block.page()));
    for (int i = 0; i < lines.size(); i++) {
      int content = i + 1;
      int end = content + block.lines().size();
      if (lines.get(i).equals(FENCE + block.info())
          && end < lines.size()
          && lines.subList(content, end).equals(block.lines())) {
        int output = end + 3;
        lines.subList(output, closing(lines, output - 1, block.page())).clear();
        lines.addAll(output, printed);
        try {
          Files.write(ROOT.resolve(block.page()), lines);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return;
      }
    }
    throw new IllegalStateException(block + " is gone");
  }

  private static int closing(List<String> lines, int opening, Path page) {
    for (int i = opening + 1; i < lines.size(); i++) {
      if (lines.get(i).equals(FENCE)) {
        return i;
      }
    }
    throw new IllegalStateException(page + ":" + (opening + 1) + " opens a block without end");
  }
}
