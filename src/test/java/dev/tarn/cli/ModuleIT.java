package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thin jar as a module, with nothing beside it but the libraries that the engine needs. */
class ModuleIT {
  private static final String CLIENT =
      """
      package client;

      import dev.tarn.explore.Explorer;
      import dev.tarn.explore.ExplorerSettings;
      import dev.tarn.landscape.Landscape;
      import dev.tarn.network.Network;
      import dev.tarn.potential.Potential;
      import dev.tarn.surfaces.MuellerBrown;
      import java.util.List;

      public final class Main {
        public static void main(String[] args) {
          for (Potential potential : List.of(new MuellerBrown(), Network.xor(1, 1e-2))) {
            Landscape landscape = Landscape.of(potential);
            ExplorerSettings all = ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);
            new Explorer(potential, all).explore(landscape);
            System.out.println(landscape.count(0) + " " + landscape.count(1));
          }
        }
      }
      """;

  @TempDir private Path folder;

  private static Path thinJar() {
    return Path.of(Objects.requireNonNull(System.getProperty("tarn.thin.jar"), "tarn.thin.jar"));
  }

  private static Path library(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String modulePath(Path... further) {
    return Stream.concat(
            Stream.of(
                thinJar(),
                library(ImmutableList.class),
                library(InternalFutures.class),
                library(DMatrixRMaj.class),
                library(CommonOps_DDRM.class),
                library(FastMath.class)),
            Stream.of(further))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Compiles a module that requires this one alone; returns what the compiler says. */
  private String compile(String program, Path classes) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources").resolve("client"));
    Path module =
        Files.writeString(
            sources.resolve("module-info.java"), "module client { requires dev.tarn; }");
    Path main = Files.writeString(sources.resolve("Main.java"), program);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            out,
            out,
            "-Xlint:all",
            "-d",
            classes.toString(),
            "-p",
            modulePath(),
            module.toString(),
            main.toString());
    return said.toString();
  }

  @Test
  void aClientThatRequiresTheModuleAloneCompilesAndRuns() throws Exception {
    Path classes = folder.resolve("classes");
    assertThat(compile(CLIENT, classes)).isEmpty();
    List<String> java =
        List.of(TarnJar.java(), "-p", modulePath(classes), "-m", "client/client.Main");
    TarnJar run = TarnJar.start(folder, java);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).containsExactly("3 2", "4 3");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.tarn.linear.LinearAssignment", "dev.tarn.cli.Tarn"})
  void theRestIsHidden(String type) throws Exception {
    String program = "package client; public final class Main { " + type + " hidden; }";
    assertThat(compile(program, folder.resolve("classes")))
        .contains("package " + type.substring(0, type.lastIndexOf('.')) + " is not visible");
  }
}
