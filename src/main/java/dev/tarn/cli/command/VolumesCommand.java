package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.VolumesReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.volumes.BasinVolumes;
import dev.tarn.thermo.HarmonicModel;
import dev.tarn.thermo.Superposition;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "volumes",
    header = "Says which share of starting points steepest descent takes to each minimum.",
    description = {
      "",
      "Starting points are uniform in a ball around zero; all symmetry copies of a class count"
          + " together. With --temperature the shares stand beside the occupations there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  java -jar tarn.jar volumes --db xor2.db --radius 2 --temperature 0.05"})
public final class VolumesCommand extends DatabaseCommand {
  private static final int MOST = 10_000_000;

  @Option(
      names = "--radius",
      required = true,
      paramLabel = "R",
      description = "The radius of the ball.")
  private double radius;

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "The number of starting points (default: ${DEFAULT-VALUE}).")
  private int starts = 1000;

  @Option(names = "--seed", paramLabel = "S", description = "The seed (default: ${DEFAULT-VALUE}).")
  private long seed = 1L;

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "The confidence level of the intervals (default: ${DEFAULT-VALUE}).")
  private double level = 0.95;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Shows the harmonic occupations at this temperature too.")
  private Optional<Double> temperature = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  public VolumesCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (!(radius > 0.0) || Double.isInfinite(radius)) {
      throw badInput("--radius is positive, not " + radius);
    }
    if (starts < 1 || starts > MOST) {
      throw badInput("--starts is from 1 to " + MOST + ", not " + starts);
    }
    if (!(level > 0.0 && level < 1.0)) {
      throw badInput("--level is between 0 and 1, not " + level);
    }
    if (temperature.isPresent() && !(temperature.get() > 0.0)) {
      throw badInput("--temperature is positive, not " + temperature.get());
    }
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      Potential potential = database.description().potential();
      Optional<Superposition.Equilibrium> equilibrium = Optional.empty();
      try {
        if (temperature.isPresent()) {
          equilibrium =
              Optional.of(
                  Superposition.of(HarmonicModel.of(landscape, potential)).at(temperature.get()));
        }
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      BasinVolumes volumes = BasinVolumes.of(potential, landscape, radius, starts, seed, level);
      json.print(new VolumesReport(volumes, landscape, equilibrium), out());
    }
    return ExitCodes.DONE;
  }
}
