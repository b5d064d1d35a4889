package dev.tarn.cli.command;

import dev.tarn.cli.view.CloudReport;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.CountProgress;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.CloudPicture;
import dev.tarn.plot.picture.CurvatureBars;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.cloud.Attractors;
import dev.tarn.study.cloud.GradientWalks;
import dev.tarn.study.cloud.GradientWalks.Granularity;
import dev.tarn.study.cloud.LossGradientCloud;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "clouds",
    header = "Samples landscapes by gradient walks, and draws loss against gradient.",
    description = {
      "",
      "Progressive gradient walks after Bosman, Engelbrecht and Helbig (2020), the curvature of the"
          + " sampled points, and the attractors: where the cloud comes down to gradient zero. From"
          + " a database, the true stationary points stand in the same picture, and a table says"
          + " which attractors are real. Several networks stand side by side.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar clouds --layers 2-2-1 --activation elu --out cloud.svg",
      "  java -jar tarn.jar clouds --layers 2-2-1,2-4-1 --activation elu --out clouds.svg --width"
          + " 178",
      "  java -jar tarn.jar clouds --db elu.db --range 10 --granularity macro --out cloud.svg"
    })
public final class CloudsCommand extends ConsoleCommand {
  private static final CountProgress.Jobs WALKS = new CountProgress.Jobs("walk", "walks", "done");
  private static final int MOST_COLUMNS = 3;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final TrialOptions trial = new TrialOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final WorkplaceOption workplace = new WorkplaceOption();

  @Option(
      names = "--db",
      split = ",",
      paramLabel = "FILE",
      description = "Databases: their networks are sampled, and their points are marked.")
  private List<Path> databases = List.of();

  @Option(
      names = "--layers",
      split = ",",
      paramLabel = "W",
      description = "Without --db: the widths of the layers of each network, like 2-2-1,2-4-1.")
  private List<String> layers = List.of();

  @Option(
      names = "--range",
      paramLabel = "R",
      description =
          "Walks begin with weights from -R to R; 1 and 10 in the paper (default:"
              + " ${DEFAULT-VALUE}).")
  private double range = 1.0;

  @Option(
      names = "--granularity",
      paramLabel = "G",
      description =
          "micro: 1000 steps of up to 1 %% of the range; macro: 100 of up to 10 %% (default:"
              + " micro).")
  private Granularity granularity = Granularity.MICRO;

  @Option(
      names = "--walks",
      paramLabel = "N",
      description = "The number of walks on each network (default: two for each parameter).")
  private Optional<Integer> number = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the walks (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--flat",
      paramLabel = "G",
      description =
          "A sampled point is flat up to this length of its gradient (default: ${DEFAULT-VALUE}).")
  private double flat = 0.01;

  @Option(
      names = "--near",
      paramLabel = "E",
      description =
          "Energies up to this apart are about the same, and flat points further apart are"
              + " different attractors (default: ${DEFAULT-VALUE} nats).")
  private double near = 0.01;

  @Option(names = "--log", description = "Logarithmic axes.")
  private boolean logarithmic;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "About how many points of each network are drawn (default: ${DEFAULT-VALUE}).")
  private int points = 4000;

  @Option(
      names = "--top",
      paramLabel = "G",
      description = "Points with a longer gradient than this are not drawn (default: no limit).")
  private double top = Double.POSITIVE_INFINITY;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "How many networks stand side by side (default: up to 3).")
  private Optional<Integer> columns = Optional.empty();

  @Option(
      names = "--bars",
      split = ",",
      paramLabel = "FILE",
      description = "Another picture: a bar for each network, divided as its curvatures are.")
  private List<Path> bars = List.of();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final ProgressOption progress = new ProgressOption();

  public CloudsCommand(Console console) {
    super(console);
  }

  /** What is sampled, and what is known of it. */
  private record Subject(String name, Network network, List<LossGradientCloud.Mark> marks) {}

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    picture.check(this, bars);
    int count = threads.checked(this);
    List<CloudReport.Sample> samples;
    try (Workplace place = workplace.open(this, count)) {
      checkNumbers();
      samples = samples(subjects(), place.runner());
      picture.write(this, clouds(samples, width));
      if (!bars.isEmpty()) {
        picture.write(this, bars(samples, width), bars);
      }
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
    json.print(new CloudReport(samples), out());
    return ExitCodes.DONE;
  }

  /** What is only used in the end is refused before the walks begin. */
  private void checkNumbers() {
    new CloudPicture(logarithmic, points, top);
    Attractors.check(flat, near);
    if (columns.orElse(1) < 1) {
      throw badInput("--columns is at least 1, not " + columns.get());
    }
  }

  private GradientWalks walks(Subject subject) {
    GradientWalks paper = GradientWalks.of(subject.network(), range, granularity, seed);
    return number.map(paper::withWalks).orElse(paper);
  }

  private List<CloudReport.Sample> samples(List<Subject> subjects, JobRunner runner) {
    List<GradientWalks> walks = subjects.stream().map(this::walks).toList();
    int total = 0;
    for (int k = 0; k < walks.size(); k++) {
      total += walks.get(k).count(subjects.get(k).network());
    }
    List<CloudReport.Sample> samples = new ArrayList<>();
    try (CountProgress done = progress.count(this, total, WALKS)) {
      int before = 0;
      for (int k = 0; k < subjects.size(); k++) {
        Subject subject = subjects.get(k);
        int sampled = before;
        LossGradientCloud cloud =
            walks.get(k).sample(subject.network(), runner, walk -> done.update(sampled + walk));
        before += walks.get(k).count(subject.network());
        Attractors attractors = Attractors.of(cloud, subject.marks(), flat, near);
        samples.add(new CloudReport.Sample(subject.name(), subject.network(), cloud, attractors));
      }
    }
    return samples;
  }

  private Picture clouds(List<CloudReport.Sample> samples, double width) {
    List<CloudPicture.Named> named =
        samples.stream()
            .map(
                one ->
                    new CloudPicture.Named(
                        one.name(),
                        one.cloud(),
                        one.attractors().approaches().stream()
                            .map(Attractors.Approach::mark)
                            .toList()))
            .toList();
    CloudPicture drawing = new CloudPicture(logarithmic, points, top);
    String title =
        "Loss and gradient of "
            + samples.stream()
                .map(one -> one.network().architecture().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    return samples.size() == 1
        ? drawing.of(named.get(0), width, title)
        : drawing.sideBySide(
            named, columns.orElse(Math.min(MOST_COLUMNS, samples.size())), width, title);
  }

  private static CurvatureBars bars(List<CloudReport.Sample> samples, double width) {
    return new CurvatureBars(
        "Curvature of sampled points",
        width,
        samples.stream().map(one -> new CurvatureBars.Named(one.name(), one.cloud())).toList());
  }

  private List<Subject> subjects() {
    if (databases.isEmpty() == layers.isEmpty()) {
      throw badInput(
          databases.isEmpty()
              ? "a cloud needs --db or --layers"
              : "a cloud is of --db or of --layers, not of both");
    }
    if (layers.isEmpty()) {
      trial.refuse(this, "is for --layers; a database of --db knows its network and data");
    }
    if (databases.size() + layers.size() == 1) {
      refuse("is for several networks; here is one", "--columns");
    }
    List<Subject> subjects = new ArrayList<>();
    for (Path file : databases) {
      try (LandscapeDatabase opened = LandscapeDatabase.openToRead(file)) {
        opened.checkEnergies();
        subjects.add(
            new Subject(
                name(file),
                opened.network().network(),
                LossGradientCloud.marks(opened.landscape())));
      }
    }
    for (String widths : layers) {
      subjects.add(new Subject(widths, trial.network(this, widths), List.of()));
    }
    return subjects;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.db$", "");
  }
}
