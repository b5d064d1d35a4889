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
import java.time.Instant;
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
  private static final long SHORTEST = 1000L;

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
      description = "Normal effort for ten minutes, or --max-time; without it high effort.")
  private boolean quick;

  @Option(
      names = "--max-time",
      paramLabel = "D",
      converter = DurationConverter.class,
      description =
          "Longest time, shared between the figures, such as 90s, 5m or 1h30m (default: no limit,"
              + " with --quick 10m). What is not complete by then is drawn as it is and marked.")
  private Optional<Duration> maxTime = Optional.empty();

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
    Optional<Duration> limit = maxTime.or(() -> quick ? Optional.of(QUICK) : Optional.empty());
    SweepRun sweep =
        SweepRun.of(this, run.progress(), settings, JobRunner.threads(settings.threads()));
    return limit
        .map(sweep::within)
        .orElse(sweep)
        .then(catalogues, grids -> enumerate(grids, catalogues, limit), () -> write(catalogues));
  }

  /** A database, and the figure that can be drawn once it has had its time; 0 if none can. */
  private record Stage(int hidden, List<Double> lambdas, int k, int figure) {
    double lambda() {
      return lambdas.get(k);
    }

    /** What it takes of the time: all smaller networks together as much as one of the largest. */
    double weight() {
      return hidden == FigureChecker.UNITS ? 1.0 : 1.0 / (FigureChecker.UNITS - 1);
    }
  }

  /**
   * The networks that the figures show, figure by figure: from the largest lambda on, since each
   * catalogue helps the next, and figure 1 last, whose networks take over the levels of figure 6.
   */
  private List<Stage> stages() {
    double weakest =
        figures.stream().mapToDouble(FigureChecker::lambda).min().orElse(FigureChecker.WEAKEST);
    List<Double> lambdas = FigureChecker.LAMBDAS.stream().filter(l -> l >= weakest).toList();
    List<Stage> stages = new ArrayList<>();
    for (int k = 0; k < lambdas.size(); k++) {
      int figure = k + 2;
      stages.add(new Stage(FigureChecker.UNITS, lambdas, k, figures.contains(figure) ? figure : 0));
    }
    for (int hidden = 1; figures.contains(1) && hidden < FigureChecker.UNITS; hidden++) {
      int figure = hidden == FigureChecker.UNITS - 1 ? 1 : 0;
      stages.add(new Stage(hidden, List.of(FigureChecker.WEAKEST), 0, figure));
    }
    return stages;
  }

  /** Each has its share of the time left; what is not complete then has another turn. */
  private void enumerate(Sweep sweep, Catalogues catalogues, Optional<Duration> limit) {
    Instant end = limit.map(Instant.now()::plus).orElse(Instant.MAX);
    List<Stage> left = stages();
    for (int pass = 0; pass < 2; pass++) {
      left = left.stream().filter(s -> !sweep.isComplete(s.hidden(), s.lambda())).toList();
      for (int k = 0; k < left.size() && !sweep.isCancelled(); k++) {
        Stage stage = left.get(k);
        Sweep within = sweep;
        if (limit.isPresent()) {
          double weights = left.subList(k, left.size()).stream().mapToDouble(Stage::weight).sum();
          double rest = Duration.between(Instant.now(), end).toMillis() * stage.weight() / weights;
          within = sweep.within(Duration.ofMillis(Math.max(SHORTEST, Math.round(rest))));
        }
        within.enumerate(stage.hidden(), stage.lambdas(), stage.k());
        if (stage.figure() > 0) {
          draw(catalogues, stage.figure(), new ArrayList<>());
        }
      }
    }
  }

  private void write(Catalogues catalogues) {
    List<PaperPage.Figure> drawn = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int figure : figures.stream().sorted().distinct().toList()) {
      draw(catalogues, figure, notes).ifPresent(drawn::add);
    }
    try {
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
      throw unwritable(e);
    }
  }

  private RuntimeException unwritable(IOException e) {
    return badInput("--out " + folder + " cannot be written to: " + PictureSize.reason(e));
  }

  /** Draws a figure of what there is of it; of nothing there is no picture. */
  private Optional<PaperPage.Figure> draw(Catalogues catalogues, int figure, List<String> notes) {
    Optional<Picture> picture =
        figure == 1 ? figureOne(catalogues, notes) : sixUnits(catalogues, figure, notes);
    try {
      return picture.isPresent() ? Optional.of(write(figure, picture.get())) : Optional.empty();
    } catch (IOException e) {
      throw unwritable(e);
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

  /** The catalogue if something can be drawn of it. */
  private Optional<Catalogue> usable(
      Catalogues catalogues, int figure, int hidden, List<String> notes) {
    double lambda = FigureChecker.lambda(figure);
    Optional<Catalogue> catalogue = catalogues.read(hidden, lambda);
    boolean begun = catalogue.map(c -> c.landscape().minima().size() > 1).orElse(false);
    if (!begun || !catalogue.get().completeness().complete()) {
      notes.add(
          "The catalogue of N_h = "
              + hidden
              + " at lambda "
              + Numbers.scientific(lambda)
              + (begun
                  ? " is not complete: figure " + figure + " shows what there is of it."
                  : " has hardly begun: left out of figure " + figure + ".")
              + " The same command goes on with it.");
    }
    return catalogue.filter(c -> begun);
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
