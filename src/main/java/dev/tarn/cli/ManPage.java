package dev.tarn.cli;

import dev.tarn.text.TarnVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command in the language of man(7), made from what its help shows. */
final class ManPage {
  private static final String START = "java -jar tarn.jar ";

  private final CommandLine line;
  private final CommandSpec spec;
  private final List<String> page = new ArrayList<>();

  private ManPage(CommandLine line) {
    this.line = line;
    this.spec = line.getCommandSpec();
  }

  /** The name of a command's page, such as {@code tarn-plot-tree}. */
  static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName("-");
  }

  /** The source of a command's page. */
  static String of(CommandLine line) {
    ManPage page = new ManPage(line);
    page.write();
    return String.join("\n", page.page) + "\n";
  }

  private void write() {
    String title = name(line).toUpperCase(Locale.ROOT);
    // No date: the same version has the same page.
    page.add(".TH " + escaped(title) + " 1 \"\" \"tarn " + TarnVersion.current() + "\" \"Tarn\"");
    page.add(".SH NAME");
    page.add(escaped(name(line)) + " \\- " + escaped(plain(spec.usageMessage().header(), " ")));
    page.add(".SH SYNOPSIS");
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    page.add(escaped(help.synopsis(0).replaceAll("\\s+", " ").strip()));
    String description = plain(spec.usageMessage().description(), "\n").strip();
    if (!description.isEmpty()) {
      page.add(".SH DESCRIPTION");
      paragraphs(description);
    }
    arguments();
    if (!line.getSubcommands().isEmpty()) {
      page.add(".SH COMMANDS");
      line.getSubcommands().forEach(this::command);
    }
    page.add(".SH EXIT STATUS");
    status("0", "The command is done.");
    status("1", "It failed on the way.");
    status("2", "The input is bad, and nothing was done.");
    status("130", "It was interrupted.");
    examples();
    if (spec.parent() != null) {
      page.add(".SH SEE ALSO");
      page.add(".BR " + escaped(spec.parent().qualifiedName("-")) + " (1)");
    }
  }

  private void arguments() {
    if (spec.positionalParameters().isEmpty() && spec.options().isEmpty()) {
      return;
    }
    page.add(".SH OPTIONS");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      argument("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter);
    }
    spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(option -> argument(names(option), option));
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + " \\fI" + escaped(option.paramLabel()) + "\\fR";
  }

  private void argument(String names, ArgSpec argument) {
    page.add(".TP");
    page.add(names);
    page.add(text(plain(argument.description(), " ")));
  }

  private void command(String name, CommandLine command) {
    page.add(".TP");
    page.add("\\fB" + escaped(name) + "\\fR");
    page.add(text(plain(command.getCommandSpec().usageMessage().header(), " ")));
  }

  private void status(String code, String meaning) {
    page.add(".TP");
    page.add(code);
    page.add(meaning);
  }

  private void examples() {
    List<String> examples =
        Arrays.stream(spec.usageMessage().footer())
            .map(String::strip)
            .filter(example -> example.startsWith(START))
            .map(example -> "tarn " + example.substring(START.length()))
            .toList();
    if (!examples.isEmpty()) {
      page.add(".SH EXAMPLES");
      page.add(".nf");
      examples.forEach(example -> page.add(text(example)));
      page.add(".fi");
    }
  }

  private void paragraphs(String text) {
    boolean first = true;
    for (String paragraph : text.split("\n", -1)) {
      if (!paragraph.isBlank()) {
        if (!first) {
          page.add(".PP");
        }
        page.add(text(paragraph.strip()));
        first = false;
      }
    }
  }

  /** What picocli would print: its texts hold {@code %n} and {@code %%}. */
  private static String plain(String[] lines, String separator) {
    return Arrays.stream(lines)
        .map(line -> line.replace("%n", "\n").replace("%%", "%"))
        .collect(Collectors.joining(separator))
        .strip();
  }

  /** A line of text, which must not look like a request. */
  private static String text(String line) {
    String escaped = escaped(line);
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
