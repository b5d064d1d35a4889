package dev.tarn.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PickledArrayTest {

  @Property(tries = 200, seed = "41")
  void whatIsWrittenIsReadBack(@ForAll @Size(max = 300) double[] values) {
    assertThat(PickledArray.read(PickledArray.write(values))).isEqualTo(values);
  }

  /** Any damage is refused, or gives an array of doubles: nothing else happens. */
  @Property(tries = 2000, seed = "42")
  void damageIsRefused(@ForAll int at, @ForAll byte value, @ForAll boolean cut) {
    byte[] pickle = PickledArray.write(new double[] {1.0, -2.5, 3.25});
    int place = Math.floorMod(at, pickle.length);
    byte[] damaged = cut ? java.util.Arrays.copyOf(pickle, place) : pickle;
    if (!cut) {
      damaged[place] = value;
    }
    try {
      assertThat(PickledArray.read(damaged)).hasSizeLessThan(100);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  @Example
  void aNegativeNumberOfBytesIsRefused() {
    byte[] bytes = new byte[9];
    Arrays.fill(bytes, (byte) 0xff);
    bytes[0] = (byte) 0x8e;
    assertThatThrownBy(() -> PickledArray.read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 bytes");
    bytes[8] = (byte) 0x80;
    assertThatThrownBy(() -> PickledArray.read(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 1000, seed = "43")
  void noiseIsRefused(@ForAll @Size(max = 60) byte[] noise) {
    try {
      PickledArray.read(noise);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Protocol 2 of NumPy 2, put together by its rules: bytes pass as a text of their characters. */
  @Example
  void protocolTwo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("8002"));
    out.writeBytes(
        ascii("cnumpy._core.multiarray\n_reconstruct\nq\0cnumpy\nndarray\nq\1K\0\u0085"));
    out.writeBytes(
        ascii("c_codecs\nencode\nq\2X\1\0\0\0bX\6\0\0\0latin1\u0086R\u0087R(K\1K\2\u0085"));
    out.writeBytes(ascii("cnumpy\ndtype\nX\2\0\0\0f8\u0089\u0088\u0087R(K\3X\1\0\0\0<NNN"));
    out.writeBytes(HexFormat.of().parseHex("4affffffff4affffffff4b00746289"));
    byte[] data =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putDouble(1.0)
            .putDouble(-0.3)
            .array();
    byte[] text = new String(data, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    out.writeBytes(ascii("h\2X"));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length).array());
    out.writeBytes(text);
    out.writeBytes(ascii("X\6\0\0\0latin1\u0086Rtb."));
    assertThat(PickledArray.read(out.toByteArray())).containsExactly(1.0, -0.3);
  }

  private static void refused(String pickle, String message) {
    assertThatThrownBy(() -> PickledArray.read(ascii(pickle)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Example
  void hostilePicklesAreRefused() {
    refused("cos\nsystem\n(X\2\0\0\0lstR.", "names os system, which no array needs");
    refused("\u0080\4\u008c\10builtins\u0094\u008c\4eval\u0094\u0093.", "names builtins eval");
    refused("\u0080\2i", "the instruction 0x69, which no array needs");
    refused("X\u00ff\u00ff\u00ff\u007f", "announces 2147483647 bytes");
    refused("X\u00ff\u00ff\u00ff\u00ff", "announces -1 bytes");
    refused("h\5.", "recalls 5, which it never kept");
    refused("K\1.", "no array of one dimension");
    refused("K\1", "ends in the middle");
    refused("K\1)R.", "calls something that has no name");
    refused("K\1)b.", "a state to something that takes none");
    refused("t.", "ends in the middle");
  }
}
