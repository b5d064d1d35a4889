package dev.tarn.store.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.text.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsFileTest {
  private static final Network NETWORK = Network.xor(3, 1e-3);
  private static final Layout LAYOUT = NETWORK.layout();

  @TempDir private Path folder;

  private static double[] weights(int seed) {
    return new Random(seed).doubles(LAYOUT.dimension(), -3.0, 3.0).toArray();
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @ParameterizedTest
  @EnumSource(WeightsFile.Format.class)
  void writtenAndReadAgain(WeightsFile.Format format) throws IOException {
    double[] x = weights(1);
    Path file = folder.resolve("w." + format.name().toLowerCase(java.util.Locale.ROOT));
    WeightsFile.write(file, format, NETWORK, x);
    List<Tensor> tensors = WeightsFile.read(file);
    assertThat(
            NamedWeights.of(LAYOUT, tensors, Map.of())
                .orElseGet(() -> WeightOrder.SHOW.arrange(tensors.get(0).values(), LAYOUT)))
        .containsExactly(x);
    assertThat(WeightsFile.Format.of(file)).contains(format);
  }

  /** The arrays of the weights, with names, in any order, transposed where they are kernels. */
  private static List<Tensor> named(double[] x, String... names) {
    List<Tensor> arrays = NamedWeights.tensors(LAYOUT, x);
    List<Tensor> renamed = new ArrayList<>();
    for (int k = arrays.size() - 1; k >= 0; k--) {
      Tensor array = arrays.get(k);
      renamed.add(
          names[k].contains("kernel")
              ? transposed(array, names[k])
              : new Tensor(names[k], array.shape(), array.values()));
    }
    return renamed;
  }

  private static Tensor transposed(Tensor array, String name) {
    int rows = array.shape().get(0);
    int columns = array.shape().get(1);
    double[] values = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        values[c * rows + r] = array.values()[r * columns + c];
      }
    }
    return Tensor.matrix(name, columns, rows, values);
  }

  @ParameterizedTest
  @CsvSource({
    "fc1.weight, fc1.bias, fc2.weight, fc2.bias",
    "0.weight, 0.bias, 2.weight, 2.bias",
    "layers.9.weight, layers.9.bias, layers.10.weight, layers.10.bias",
    "dense/kernel:0, dense/bias:0, dense_1/kernel:0, dense_1/bias:0",
    "params.Dense_0.kernel, params.Dense_0.bias, params.Dense_1.kernel, params.Dense_1.bias",
    "hidden, hiddenBias, output, outputBias",
    "layers.0.links, layers.0.biases, layers.1.links, layers.1.biases",
    "arr_0, arr_1, arr_2, arr_3"
  })
  void namesOfOtherPrograms(String first, String second, String third, String fourth) {
    double[] x = weights(2);
    assumeNotSquare();
    assertThat(
            NamedWeights.of(LAYOUT, named(x, first, second, third, fourth), Map.of()).orElseThrow())
        .containsExactly(x);
  }

  private static void assumeNotSquare() {
    assertThat(LAYOUT.width(0)).isNotEqualTo(LAYOUT.width(1));
  }

  @Test
  void namesThatAreTold() {
    double[] x = weights(3);
    List<Tensor> arrays = named(x, "enc_kernel", "enc_shift", "dec", "dec_shift");
    Map<String, String> map =
        Map.of(
            "enc_kernel",
            "1.kernel",
            "enc_shift",
            "1.bias",
            "dec",
            "2.weight",
            "dec_shift",
            "2.bias");
    assertThat(NamedWeights.of(LAYOUT, arrays, map).orElseThrow()).containsExactly(x);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> NamedWeights.of(LAYOUT, arrays, Map.of()))
        .withMessageContaining("--map");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> NamedWeights.of(LAYOUT, arrays, Map.of("enc_kernel", "3.weight")))
        .withMessageContaining("1.weight, 1.kernel, 1.bias, 2.weight");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> NamedWeights.of(LAYOUT, arrays, Map.of("other", "1.weight")))
        .withMessageContaining("there is no array other; there are dec_shift (2)");
  }

  /** A square array without a name may be read in two ways, and is not. */
  @Test
  void squareArraysWithoutNames() {
    Layout square = Network.xor(2, 1e-3).layout();
    double[] x = new Random(4).doubles(square.dimension()).toArray();
    List<Tensor> arrays = new ArrayList<>();
    List<Tensor> named = NamedWeights.tensors(square, x);
    for (int k = 0; k < named.size(); k++) {
      arrays.add(new Tensor("arr_" + k, named.get(k).shape(), named.get(k).values()));
    }
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> NamedWeights.of(square, arrays, Map.of()))
        .withMessageContaining("a row for each unit");
    assertThat(
            NamedWeights.of(
                    square,
                    arrays,
                    Map.of(
                        "arr_0",
                        "1.weight",
                        "arr_2",
                        "2.weight",
                        "arr_1",
                        "1.bias",
                        "arr_3",
                        "2.bias"))
                .orElseThrow())
        .containsExactly(x);
  }

  /** What PyTorch's and Keras' flat vectors are, against the arrays. */
  @Test
  void ordersOfNumbersWithoutNames() {
    double[] x = weights(5);
    List<Tensor> arrays = NamedWeights.tensors(LAYOUT, x);
    double[] torch =
        arrays.stream().flatMapToDouble(array -> java.util.Arrays.stream(array.values())).toArray();
    double[] keras =
        arrays.stream()
            .map(array -> array.rank() == 2 ? transposed(array, "") : array)
            .flatMapToDouble(array -> java.util.Arrays.stream(array.values()))
            .toArray();
    assertThat(WeightOrder.TORCH.arrange(torch, LAYOUT)).containsExactly(x);
    assertThat(WeightOrder.KERAS.arrange(keras, LAYOUT)).containsExactly(x);
    assertThat(WeightOrder.SHOW.arrange(x, LAYOUT)).containsExactly(x);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> WeightOrder.TORCH.arrange(new double[4], LAYOUT))
        .withMessageContaining("17 parameters, not 4");
  }

  @ParameterizedTest
  @CsvSource({
    "'<f8', 8, 1.5",
    "'>f8', 8, 1.5",
    "'<f4', 4, 1.5",
    "'<f2', 2, 1.5",
    "'<i8', 8, 3",
    "'>i4', 4, 3",
    "'|i1', 1, 3",
    "'|u1', 1, 3"
  })
  void typesOfNumpy(String descr, int bytes, double value) throws IOException {
    String header = "{'descr': '" + descr + "', 'fortran_order': True, 'shape': (2, 3), }\n";
    ByteBuffer file = ByteBuffer.allocate(10 + header.length() + 6 * bytes);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
    file.put(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    file.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < 6; k++) {
      double element = value + k;
      switch (descr.substring(1)) {
        case "f8" -> file.putDouble(element);
        case "f4" -> file.putFloat((float) element);
        case "f2" -> file.putShort(HALF[k]);
        case "i8" -> file.putLong((long) element);
        case "i4" -> file.putInt((int) element);
        default -> file.put((byte) element);
      }
    }
    Tensor array = WeightsFile.read(file("a.npy", file.array())).get(0);
    assertThat(array.shape()).containsExactly(2, 3);
    // The first axis fastest.
    assertThat(array.values())
        .containsExactly(value, value + 2, value + 4, value + 1, value + 3, value + 5);
  }

  /** 1.5 to 6.5 in half precision (IEEE 754-2008, binary16). */
  private static final short[] HALF = {0x3e00, 0x4100, 0x4300, 0x4480, 0x4580, 0x4680};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a, b, c",
        "1, 2, three",
        "{\"weights\": \"none\"}",
        "{\"fc1.weight\": [[1, 2], [3]]}",
        "[",
        "{\"weights\": {\"hidden\": [[1, 2], [3, \"4\"]]}}"
      })
  void textThatIsNone(String text) throws IOException {
    Path file = file("w.json", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> NamedWeights.of(LAYOUT, WeightsFile.read(file), Map.of()))
        .isInstanceOfAny(UnusableFileException.class, IllegalArgumentException.class)
        .withMessageNotContaining("Exception");
  }

  /** Numbers with nothing but commas, blanks and brackets between them. */
  @ParameterizedTest
  @ValueSource(strings = {"1, 2, 3", "[1, 2, 3]", "1\n2\n3\n", "1; 2;3", "\ufeff1 2\t3"})
  void numbersAlone(String text) throws IOException {
    Path file = file("w.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(WeightsFile.read(file).get(0).values()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void namedNumbers() throws IOException {
    double[] x = weights(6);
    StringBuilder text = new StringBuilder("\"parameter\";\"value\"\n");
    for (int i = x.length - 1; i >= 0; i--) {
      text.append(LAYOUT.names().get(i)).append(';').append(x[i]).append('\n');
    }
    Path file = file("w.csv", text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(NamedWeights.of(LAYOUT, WeightsFile.read(file), Map.of()).orElseThrow())
        .containsExactly(x);
  }

  /** Damaged files of every format are read, or refused with a sentence; nothing else. */
  @ParameterizedTest
  @EnumSource(WeightsFile.Format.class)
  void damaged(WeightsFile.Format format) throws IOException {
    Path whole = folder.resolve("whole");
    WeightsFile.write(whole, format, NETWORK, weights(7));
    byte[] content = Files.readAllBytes(whole);
    SplittableRandom random = new SplittableRandom(8);
    int refused = 0;
    for (int trial = 0; trial < 300; trial++) {
      byte[] changed = content.clone();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        // The headers are at the beginning.
        int reach = random.nextBoolean() ? Math.min(changed.length, 200) : changed.length;
        changed[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(3) == 0) {
        changed = java.util.Arrays.copyOf(changed, random.nextInt(changed.length + 1));
      }
      Path file = file("damaged", changed);
      try {
        NamedWeights.of(LAYOUT, WeightsFile.read(file), Map.of());
      } catch (UnusableFileException | IllegalArgumentException e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(changed);
    }
    assertThat(refused).isPositive();
  }

  /** A shape of 10^12 numbers costs nothing. */
  @Test
  void headersThatPromiseTooMuch() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000000), }\n";
    byte[] content = new byte[10 + header.length()];
    System.arraycopy(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0},
        0,
        content,
        0,
        10);
    System.arraycopy(
        header.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        0,
        content,
        10,
        header.length());
    Path file = file("large.npy", content);
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> WeightsFile.read(file))
        .withMessageContaining("too large");
  }

  @Test
  void arraysOfEachStep() {
    List<List<Tensor>> steps =
        Tensor.steps(
            List.of(
                new Tensor("w", List.of(2, 1, 2), new double[] {1, 2, 3, 4}),
                new Tensor("b", List.of(2), new double[] {5, 6})));
    assertThat(steps).hasSize(2);
    assertThat(steps.get(1).get(0).values()).containsExactly(3.0, 4.0);
    assertThat(steps.get(1).get(1).shape()).isEmpty();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                Tensor.steps(
                    List.of(
                        new Tensor("w", List.of(2), new double[2]),
                        new Tensor("b", List.of(3), new double[3]))))
        .withMessage("b (3) has not as many steps as w (2)");
  }

  @Test
  void deepNetworks() {
    Architecture deep =
        Architecture.of(3, Activation.TANH, new int[] {4, 5}, 2, OutputLayer.SOFTMAX);
    Layout layout = Layout.byLayer(deep);
    double[] x = new Random(9).doubles(layout.dimension()).toArray();
    assertThat(NamedWeights.of(layout, NamedWeights.tensors(layout, x), Map.of()).orElseThrow())
        .containsExactly(x);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> NamedWeights.of(layout, NamedWeights.tensors(layout, x).subList(0, 5), Map.of()))
        .withMessageContaining("no array is 3.bias (2)");
  }
}
