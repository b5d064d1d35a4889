package dev.tarn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDataTest {
  private static final int[] IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102, 7, 8
  };
  private static final int[] LABELS = {0, 0, 8, 1, 0, 0, 0, 3, 4, 0, 7};

  @TempDir private Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void writeFiles() throws IOException {
    images = write("images", IMAGES);
    labels = write("labels", LABELS);
  }

  private Path write(String name, int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Files.write(folder.resolve(name), bytes);
  }

  private static int[] changed(int[] values, int at, int value) {
    int[] out = values.clone();
    out[at] = value;
    return out;
  }

  private void assertUnusable(Path imageFile, Path labelFile, String... messages) {
    assertThatThrownBy(() -> IdxData.read(imageFile, labelFile, 100))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void readsImagesAndLabels() {
    DataSet data = IdxData.read(images, labels, 100);
    assertThat(data.name()).isEqualTo("images");
    assertThat(data.examples()).isEqualTo(3);
    assertThat(data.inputs()).isEqualTo(2);
    assertThat(data.input(0)).containsExactly(0.0, 1.0);
    assertThat(data.input(1)).containsExactly(0.2, 0.4);
    assertThat(data.outputNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    assertThat(data.classOf(2)).isEqualTo(7);
  }

  @Test
  void takesTheFirstExamplesOnly() {
    DataSet data = IdxData.read(images, labels, 2);
    assertThat(data.name()).isEqualTo("images, the first 2 of 3 examples");
    assertThat(data.examples()).isEqualTo(2);
    assertThat(data.input(1)).containsExactly(0.2, 0.4);
    assertThat(data.outputNames()).hasSize(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxData.read(images, labels, 0))
        .withMessageContaining("at least 1");
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path zip = folder.resolve("images.gz");
    byte[] bytes = zipped(Files.readAllBytes(images));
    Files.write(zip, bytes);
    DataSet data = IdxData.read(zip, labels, 100);
    assertThat(data.input(2)).containsExactly(7 / 255.0, 8 / 255.0);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length - 12));
    assertUnusable(zip, labels, "images.gz", "damaged gzip", "ends too early");
    Files.write(zip, zipped(Arrays.copyOf(Files.readAllBytes(images), 20)));
    assertUnusable(zip, labels, "ends at byte 20", "at least 22");
  }

  @Test
  void wrongBeginningsAreRefused() throws IOException {
    assertUnusable(write("bad", changed(IMAGES, 0, 80)), labels, "bad is no IDX", "50000803");
    assertUnusable(write("bad", changed(IMAGES, 3, 0)), labels, "no IDX", "00000800");
    assertUnusable(write("bad", changed(IMAGES, 2, 13)), labels, "type 0x0d", "byte 2");
    assertUnusable(write("bad", changed(IMAGES, 11, 0)), labels, "a dimension of 0 at byte 8");
    assertUnusable(write("bad", changed(IMAGES, 4, 200)), labels, "a dimension of -", "byte 4");
    assertUnusable(labels, labels, "1 dimension", "exchanged");
    assertUnusable(images, images, "3 dimensions", "labels have 1");
  }

  @Test
  void wrongLengthsAreRefused() throws IOException {
    assertUnusable(write("bad", Arrays.copyOf(IMAGES, 21)), labels, "byte 21", "at least 22");
    assertUnusable(write("bad", Arrays.copyOf(IMAGES, 10)), labels, "byte 10", "at least 16");
    assertUnusable(write("bad", Arrays.copyOf(IMAGES, 3)), labels, "byte 3", "at least 4");
    assertUnusable(write("bad"), labels, "byte 0", "at least 4");
    assertUnusable(write("bad", Arrays.copyOf(IMAGES, 24)), labels, "after byte 22", "byte 24");
    assertUnusable(images, write("bad", Arrays.copyOf(LABELS, 10)), "byte 10", "at least 11");
    int[] large = changed(changed(IMAGES, 4, 127), 8, 127);
    assertUnusable(write("bad", large), labels, "too many at once");
    assertUnusable(write("bad", changed(large, 12, 127)), labels, "no file can hold");
  }

  @Test
  void aTruncatedFileIsRefusedEvenIfEnoughIsLeft() throws IOException {
    Path bad = write("bad", Arrays.copyOf(IMAGES, 21));
    assertThatThrownBy(() -> IdxData.read(bad, labels, 2))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll("byte 21", "at least 22");
  }

  @Test
  void filesThatDoNotFitTogetherAreRefused() throws IOException {
    int[] fewer = Arrays.copyOf(changed(LABELS, 7, 2), 10);
    assertUnusable(images, write("bad", fewer), "has 3 images", "has 2 labels");
    int[] same = {0, 0, 8, 1, 0, 0, 0, 3, 5, 5, 5};
    assertUnusable(images, write("bad", same), "the label 5", "at least 2 classes");
    assertUnusable(folder.resolve("missing"), labels, "there is no file", "missing");
    assertUnusable(folder, labels, "is a folder");
  }
}
