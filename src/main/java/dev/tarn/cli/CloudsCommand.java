package dev.tarn.cli;

import dev.tarn.analysis.Curvature;
import dev.tarn.analysis.GradientWalks;
import dev.tarn.analysis.GradientWalks.Granularity;
import dev.tarn.analysis.LossGradientCloud;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Architecture;
import dev.tarn.network.DenseNetwork;
import dev.tarn.network.Penalty;
import dev.tarn.plot.CloudPicture;
import dev.tarn.store.DenseDescription;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "clouds",
    header = "Samples a landscape by gradient walks, and draws loss against gradient.",
    description = {
      "",
      "Progressive gradient walks after Bosman, Engelbrecht and Helbig (2018), the curvature of the"
          + " sampled points, and, from a database, the true stationary points in the same picture.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar clouds --layers 2-2-1 --activation elu --out cloud.svg",
      "  java -jar tarn.jar clouds --db elu.db --range 10 --granularity macro --out cloud.svg"
    })
final class CloudsCommand extends ConsoleCommand {
  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final ShapeOptions shape = new ShapeOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "A database: its network is sampled, and its points are marked.")
  private Optional<Path> database = Optional.empty();

  @Option(
      names = "--layers",
      paramLabel = "W",
      description = "Without --db: the widths of the layers, like 2-2-1.")
  private Optional<String> layers = Optional.empty();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "Without --db: the regularisation, 0 or more (default: ${DEFAULT-VALUE}).")
  private double lambda;

  @Option(
      names = "--range",
      paramLabel = "R",
      description =
          "Walks begin with weights from -R to R; 1 and 10 in the paper (default: ${DEFAULT-VALUE}).")
  private double range = 1.0;

  @Option(
      names = "--granularity",
      paramLabel = "G",
      description =
          "micro: 1000 steps of up to 1 % of the range; macro: 100 of up to 10 % (default: micro).")
  private Granularity granularity = Granularity.MICRO;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the walks (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--log", description = "Logarithmic axes.")
  private boolean logarithmic;

  CloudsCommand(Console console) {
    super(console);
  }

  /** What is sampled, and what is known of it. */
  private record Subject(DenseNetwork network, List<LossGradientCloud.Mark> marks) {}

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    int workers = threads.checked(this);
    LossGradientCloud cloud;
    Subject subject;
    try {
      subject = subject();
      cloud =
          GradientWalks.of(subject.network(), range, granularity, seed)
              .sample(subject.network(), workers, walk -> {});
      picture.write(
          this,
          CloudPicture.of(
              cloud,
              subject.marks(),
              logarithmic,
              width,
              "Loss and gradient of " + subject.network().architecture()));
    } catch (IllegalArgumentException e) {
      throw badInput(e);
    }
    out()
        .println(
            Numbers.count(cloud.size(), "point", "points")
                + " of the "
                + subject.network().architecture()
                + " network on "
                + subject.network().data().name());
    int classified = cloud.counts().values().stream().mapToInt(Integer::intValue).sum();
    Table table = new Table("curvature", "points", "share");
    for (Map.Entry<Curvature, Integer> entry : cloud.counts().entrySet()) {
      table.row(
          entry.getKey().label(),
          entry.getValue().toString(),
          String.format(Locale.ROOT, "%.4f", entry.getValue() / (double) Math.max(1, classified)));
    }
    out().println();
    table.print(out());
    return ExitCodes.DONE;
  }

  private Subject subject() {
    if (database.isPresent()) {
      try (LandscapeDatabase opened = LandscapeDatabase.openToRead(database.get())) {
        if (!(opened.model() instanceof DenseDescription model)) {
          throw badInput(
              database.get()
                  + " holds the landscape of "
                  + opened.model()
                  + "; clouds are of networks made with --layers");
        }
        Landscape landscape = opened.landscape();
        return new Subject(model.network(), LossGradientCloud.marks(landscape));
      }
    }
    if (layers.isEmpty()) {
      throw badInput("a cloud needs --db or --layers");
    }
    Architecture architecture = shape.architecture(layers.get());
    return new Subject(
        new DenseNetwork(
            architecture,
            Penalty.all(architecture, lambda),
            data.read(this, architecture.output()).training()),
        List.of());
  }
}
