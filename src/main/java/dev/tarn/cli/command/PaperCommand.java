package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Table;
import dev.tarn.explore.Effort;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.JobRunner;
import dev.tarn.plot.Pictures;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import dev.tarn.plot.picture.PaperFigure;
import dev.tarn.plot.picture.PaperPage;
import dev.tarn.text.Numbers;
import dev.tarn.text.WholeFile;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.FigureChecker;
import dev.tarn.xor.FigureChecker.FigureStatement;
import dev.tarn.xor.Sweep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "paper",
    header = "Redraws the paper's figures, and says what agrees and what does not.",
    description = {
      "",
      "Enumerates the networks that figures 1 to 6 of Mehta, Zhao, Bernal and Wales (2018) need,"
          + " draws the figures as SVG, PDF and PNG, and writes index.html, which puts each beside"
          + " what the paper says of it. What is in the folder already is used: the same command"
          + " goes on after an interruption.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar paper --out paper --quick",
      "  java -jar tarn.jar paper --out paper --figures 2,3"
    })
public final class PaperCommand extends ConsoleCommand {
  private static final int FIGURES = 6;
  private static final Duration QUICK = Duration.ofMinutes(10);

  /** N_h = 6 at lambda = 1e-6 has proper points with eigenvalues of 7e-10. */
  private static final double ZERO_CUTOFF = 1e-10;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder; made if it does not exist. The databases go into its folder catalogues"
              + " (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("paper");

  @Option(
      names = "--figures",
      paramLabel = "N",
      split = ",",
      description = "Which figures, such as 1,2 (default: all six).")
  private List<Integer> figures = IntStream.rangeClosed(1, FIGURES).boxed().toList();

  @Option(
      names = "--quick",
      description =
          "Stops after ten minutes and leaves out what is not complete by then; without it high"
              + " effort and no limit.")
  private boolean quick;

  @Mixin private final RunOptions run = new RunOptions();

  public PaperCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    for (int figure : figures) {
      if (figure < 1 || figure > FIGURES) {
        throw badInput("--figures are from 1 to " + FIGURES + ", not " + figure);
      }
    }
    ExplorerSettings settings =
        run.settings(this)
            .withEffort(quick ? Effort.NORMAL : Effort.HIGH)
            .withZeroCutoff(ZERO_CUTOFF)
            .enumerating(Integer.MAX_VALUE);
    Catalogues catalogues = new Catalogues(folder.resolve("catalogues"));
    try {
      Files.createDirectories(catalogues.folder());
    } catch (IOException e) {
      throw badInput("--out " + folder + " is no folder and cannot be made one: " + e.getMessage());
    }
    SweepRun sweep =
        SweepRun.of(this, run.progress(), settings, JobRunner.threads(settings.threads()));
    return (quick ? sweep.within(QUICK) : sweep)
        .then(catalogues, this::enumerate, () -> write(catalogues));
  }

  /** The networks that the figures show. */
  private void enumerate(Sweep sweep) {
    double weakest =
        figures.stream().mapToDouble(FigureChecker::lambda).min().orElse(FigureChecker.WEAKEST);
    // From the largest lambda on, since each catalogue helps the next.
    List<Double> lambdas = FigureChecker.LAMBDAS.stream().filter(l -> l >= weakest).toList();
    sweep.run(List.of(FigureChecker.UNITS), lambdas);
    if (figures.contains(1)) {
      List<Integer> smaller = IntStream.range(1, FigureChecker.UNITS).boxed().toList();
      sweep.run(smaller, List.of(FigureChecker.WEAKEST));
    }
  }

  private void write(Catalogues catalogues) {
    List<PaperPage.Figure> drawn = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try {
      for (int figure : figures.stream().sorted().distinct().toList()) {
        Optional<Picture> picture =
            figure == 1 ? figureOne(catalogues, notes) : sixUnits(catalogues, figure, notes);
        if (picture.isPresent()) {
          drawn.add(write(figure, picture.get()));
        }
      }
      List<FigureStatement> statements =
          new FigureChecker(catalogues)
              .check().stream()
                  .filter(s -> drawn.stream().anyMatch(f -> f.number() == s.figure()))
                  .toList();
      Path page = folder.resolve("index.html");
      String html = PaperPage.html(drawn, statements, notes);
      WholeFile.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
      print(statements, notes);
      console().err().println(page);
    } catch (IOException e) {
      throw badInput("--out " + folder + " cannot be written to: " + PictureSize.reason(e));
    }
  }

  private Optional<Picture> figureOne(Catalogues catalogues, List<String> notes) {
    List<Catalogue> panels = new ArrayList<>();
    for (int hidden = 1; hidden <= FigureChecker.UNITS; hidden++) {
      usable(catalogues, 1, hidden, notes).ifPresent(panels::add);
    }
    return panels.isEmpty() ? Optional.empty() : Optional.of(PaperFigure.ofUnits(panels));
  }

  private Optional<Picture> sixUnits(Catalogues catalogues, int figure, List<String> notes) {
    return usable(catalogues, figure, FigureChecker.UNITS, notes)
        .map(catalogue -> PaperFigure.ofSixUnits(figure, catalogue));
  }

  /**
   * The catalogue if it may be drawn: complete, or at least begun where the time is not limited.
   */
  private Optional<Catalogue> usable(
      Catalogues catalogues, int figure, int hidden, List<String> notes) {
    double lambda = FigureChecker.lambda(figure);
    Optional<Catalogue> catalogue = catalogues.read(hidden, lambda);
    boolean complete = catalogue.map(c -> c.completeness().complete()).orElse(false);
    boolean begun = catalogue.map(c -> c.landscape().minima().size() > 1).orElse(false);
    if (!complete) {
      notes.add(
          "The catalogue of N_h = "
              + hidden
              + " at lambda "
              + Numbers.scientific(lambda)
              + " is not complete"
              + (quick || !begun ? ": left out of figure " + figure + "." : "."));
    }
    return complete || (begun && !quick) ? catalogue : Optional.empty();
  }

  private PaperPage.Figure write(int figure, Picture picture) throws IOException {
    List<String> names = new ArrayList<>();
    for (PictureFormat format : PictureFormat.values()) {
      String name = "figure-" + figure + format.extension();
      Pictures.write(picture, folder.resolve(name), PictureFormat.DEFAULT_DPI);
      names.add(name);
    }
    return new PaperPage.Figure(figure, picture.title(), names.get(0), names);
  }

  private void print(List<FigureStatement> statements, List<String> notes) {
    Table table = new Table("figure", "", "the paper says", "found");
    for (FigureStatement s : statements) {
      table.row(Integer.toString(s.figure()), s.verdict().ofFigure(), s.says(), s.found());
    }
    table.print(out());
    notes.forEach(out()::println);
  }
}
