package dev.tarn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tarn.text.Npy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyDataTest {
  @TempDir private Path folder;

  private Path array(String name, List<Integer> shape, double... values) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      Npy.write(out, shape, values);
    }
    return file;
  }

  @Test
  void inputsAndClasses() throws IOException {
    Path inputs = array("x.npy", List.of(3, 2), 1, 2, 3, 4, 5, 6);
    Path labels = array("y.npy", List.of(3), 2, 0, 0);
    DataSet data = NpyData.read(inputs, labels, 100);
    assertThat(data.examples()).isEqualTo(3);
    assertThat(data.inputNames()).containsExactly("x1", "x2");
    assertThat(data.outputNames()).containsExactly("0", "1", "2");
    assertThat(data.input(1)).containsExactly(3.0, 4.0);
    assertThat(data.classOf(0)).isEqualTo(2);
    assertThat(NpyData.read(inputs, labels, 2).examples()).isEqualTo(2);
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    Path inputs = array("x.npy", List.of(2, 2), 1, 2, Double.NaN, 4);
    Path labels = array("y.npy", List.of(2), 0, 1);
    assertUnusable("x.npy holds NaN in example 1, input 0", inputs, labels);
    Path good = array("good.npy", List.of(2, 2), 1, 2, 3, 4);
    assertUnusable("holds 0.5 for example 1", good, array("half.npy", List.of(2), 0, 0.5));
    assertUnusable("has 2 examples, but", good, array("three.npy", List.of(3), 0, 1, 0));
    assertUnusable(
        "holds no examples", array("no.npy", List.of(0, 2)), array("none.npy", List.of(0)));
    assertUnusable("have the label 1", good, array("one.npy", List.of(2), 1, 1));
    assertUnusable("a row for each example, not the shape 2", labels, labels);
    assertUnusable(
        "no array of numpy", Files.writeString(folder.resolve("text.npy"), "1, 2"), labels);
  }

  private static void assertUnusable(String message, Path inputs, Path labels) {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> NpyData.read(inputs, labels, 100))
        .withMessageContaining(message);
  }
}
