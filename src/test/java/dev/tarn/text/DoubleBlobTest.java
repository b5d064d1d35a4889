package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.potential.Vector;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DoubleBlobTest {

  @Property(seed = "1")
  void keepsEveryBit(@ForAll long[] bits) {
    DoubleStream.Builder values = DoubleStream.builder();
    for (long b : bits) {
      values.add(Double.longBitsToDouble(b));
    }
    Vector read = DoubleBlob.decode(DoubleBlob.encode(Vector.of(values.build())), bits.length);
    for (int i = 0; i < bits.length; i++) {
      assertThat(Double.doubleToRawLongBits(read.get(i))).isEqualTo(bits[i]);
    }
  }

  @Test
  void isLittleEndian() {
    // 1.0 is 0x3ff0000000000000.
    assertThat(DoubleBlob.encode(Vector.of(1.0))).containsExactly(0, 0, 0, 0, 0, 0, 0xf0, 0x3f);
  }

  @Test
  void rejectsAnotherLength() {
    assertThatThrownBy(() -> DoubleBlob.decode(new byte[15], 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes, not 15");
  }

  @Test
  void readsArraysUpToALength() {
    byte[] two = DoubleBlob.encode(Vector.of(1.0, -2.0));
    assertThat(DoubleBlob.decodeUpTo(two, 5).toArray()).containsExactly(1.0, -2.0);
    assertThat(DoubleBlob.decodeUpTo(two, 2).toArray()).containsExactly(1.0, -2.0);
    assertThatThrownBy(() -> DoubleBlob.decodeUpTo(two, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 bytes, not 16");
    assertThatThrownBy(() -> DoubleBlob.decodeUpTo(new byte[15], 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 bytes, not 15");
  }
}
