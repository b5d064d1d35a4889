package dev.tarn.cli.command;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.store.NetworkDescription;
import dev.tarn.xor.Catalogues;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The family of networks that a folder of catalogues holds: the paper's unless these say else. */
final class FamilyOptions {
  @Mixin private final ShapeOptions shape = new ShapeOptions();

  @Mixin private final DataOptions data = new DataOptions();

  /** A folder's databases of this family. */
  Catalogues catalogues(ConsoleCommand command, Path folder) {
    if (!shape.isGiven(command) && DataOptions.NAMES.stream().noneMatch(command::isGiven)) {
      return new Catalogues(folder);
    }
    try {
      NetworkDescription one = other(command);
      return one.network().isXor()
          ? new Catalogues(folder)
          : new Catalogues(folder, Optional.of(one));
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  /** The network of one hidden unit; those of the family differ in the units and in lambda. */
  private NetworkDescription other(ConsoleCommand command) {
    OutputLayer output = shape.output().orElse(OutputLayer.LOGISTIC);
    DataOptions.Sets sets = data.read(command, output);
    DataSet examples = sets.training();
    int columns = examples.outputNames().size();
    int outputs = output == OutputLayer.LOGISTIC && columns == 2 ? 1 : columns;
    Architecture architecture = shape.architecture(command, examples.inputs() + "-1-" + outputs);
    return NetworkDescription.of(
        architecture, Penalty.all(architecture, 1.0), examples, sets.test());
  }
}
