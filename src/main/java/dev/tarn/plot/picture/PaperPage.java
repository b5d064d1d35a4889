package dev.tarn.plot.picture;

import com.google.common.html.HtmlEscapers;
import dev.tarn.xor.Claim.Finding.Verdict;
import dev.tarn.xor.FigureChecker.FigureStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that puts each figure of the paper beside what the paper says of it. Plain HTML without
 * scripts; the pictures lie beside it in the folder. Stateless.
 */
public final class PaperPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
             padding: 0 1rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; }
      h2 { font-size: 1.2rem; margin-top: 2.5rem; break-after: avoid; }
      figure { margin: 1rem 0; break-inside: avoid; }
      img { display: block; width: 100%; height: auto; background: white; }
      tr { break-inside: avoid; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
               border-top: 1px solid #8886; overflow-wrap: anywhere; }
      .verdict { white-space: nowrap; font-weight: 600; }
      .holds { color: light-dark(#00694d, #4fd0a5); }
      .fails { color: light-dark(#a84300, #ff9a5c); }
      .open { color: light-dark(#5a5a5a, #bbb); }
      nav a { margin-right: 1rem; display: inline-block; min-height: 1.75rem; }
      @media (max-width: 40rem) {
        thead { position: absolute; left: -100vw; }
        tr, td { display: block; border: 0; padding: 0 0 .2rem; }
        tr { border-top: 1px solid #8886; padding: .5rem 0; }
      }
      @media print {
        body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
        nav { display: none; }
        img { width: auto; max-width: 100%; max-height: 19cm; margin: auto; }
      }
      """;

  /**
   * A figure of the page.
   *
   * @param number its number in the paper
   * @param caption what it shows
   * @param file the name of the SVG, without a folder
   * @param others names of the same picture in other formats
   */
  public record Figure(int number, String caption, String file, List<String> others) {}

  private PaperPage() {}

  /**
   * The page.
   *
   * @param figures the figures that were drawn
   * @param statements what the paper says of them, and what was found
   * @param notes what the reader has to know of all, such as what was left out
   * @return HTML
   */
  public static String html(
      List<Figure> figures, List<FigureStatement> statements, List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add("<!DOCTYPE html>");
    lines.add("<html lang=\"en\">");
    lines.add("<head>");
    lines.add("<meta charset=\"utf-8\">");
    lines.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    lines.add("<title>The loss surface of XOR networks: the paper's figures, redrawn</title>");
    lines.add("<style>\n" + STYLE + "</style>");
    lines.add("</head>");
    lines.add("<body>");
    lines.add("<h1>The loss surface of XOR networks: the paper's figures, redrawn</h1>");
    lines.add(
        "<p>Figures 1 to 6 of Mehta, Zhao, Bernal and Wales, <cite>The loss surface of XOR"
            + " artificial neural networks</cite>, Phys. Rev. E 97, 052307 (2018), from catalogues"
            + " that were enumerated for this page. Below each figure stands what the paper says"
            + " of it, in other words, and what was found.</p>");
    for (String note : notes) {
      lines.add("<p>" + escape(note) + "</p>");
    }
    lines.add("<p>" + escape(summary(statements)) + "</p>");
    lines.add("<nav>");
    for (Figure figure : figures) {
      lines.add(link("#figure-" + figure.number(), "Figure " + figure.number()));
    }
    lines.add("</nav>");
    for (Figure figure : figures) {
      add(lines, figure);
      addStatements(lines, statements.stream().filter(s -> s.figure() == figure.number()).toList());
    }
    lines.add("</body>");
    lines.add("</html>");
    return String.join("\n", lines) + "\n";
  }

  private static String summary(List<FigureStatement> statements) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = statements.stream().filter(s -> s.verdict() == verdict).count();
      if (count > 0) {
        parts.add(count + " " + marked(verdict));
      }
    }
    return "Of " + statements.size() + " statements: " + String.join(", ", parts) + ".";
  }

  private static void add(List<String> lines, Figure figure) {
    lines.add("<h2 id=\"figure-" + figure.number() + "\">Figure " + figure.number() + "</h2>");
    lines.add("<figure>");
    String image =
        "<img src=\"" + escape(figure.file()) + "\" alt=\"" + escape(figure.caption()) + "\">";
    lines.add(link(escape(figure.file()), image));
    List<String> others =
        figure.others().stream().map(file -> link(escape(file), escape(file))).toList();
    lines.add(
        "<figcaption>"
            + escape(figure.caption())
            + ". "
            + String.join(" ", others)
            + "</figcaption>");
    lines.add("</figure>");
  }

  private static void addStatements(List<String> lines, List<FigureStatement> statements) {
    lines.add("<table>");
    lines.add(
        "<thead><tr><th scope=\"col\">The paper says</th><th scope=\"col\">Verdict</th>"
            + "<th scope=\"col\">Found</th></tr></thead>");
    lines.add("<tbody>");
    for (FigureStatement statement : statements) {
      lines.add(
          "<tr><td>"
              + escape(statement.says())
              + "</td><td class=\"verdict "
              + statement.verdict().ofClaim()
              + "\">"
              + marked(statement.verdict())
              + "</td><td>"
              + escape(statement.found())
              + "</td></tr>");
    }
    lines.add("</tbody>");
    lines.add("</table>");
  }

  private static String marked(Verdict verdict) {
    String mark =
        switch (verdict) {
          case HOLDS -> "\u2713 ";
          case FAILS -> "\u2717 ";
          case OPEN -> "? ";
        };
    return mark + verdict.ofFigure();
  }

  private static String link(String to, String text) {
    return "<a href=\"" + to + "\">" + text + "</a>";
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
