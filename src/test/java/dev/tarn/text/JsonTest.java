package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.potential.Vector;
import dev.tarn.testing.Inputs;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonTest {
  private record View(
      int id,
      BigInteger orbit,
      double energy,
      Vector weights,
      Optional<Integer> known,
      OptionalDouble unknown,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> there,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> absent,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble missing,
      List<Optional<Integer>> some) {}

  private static final View VIEW =
      new View(
          3,
          BigInteger.TEN.pow(30),
          0.1 + 0.2,
          Vector.of(1e-4, Double.parseDouble("2e23")),
          Optional.of(7),
          OptionalDouble.empty(),
          Optional.of("a"),
          Optional.empty(),
          OptionalDouble.empty(),
          List.of(Optional.of(1), Optional.empty()));

  @Test
  void recordsAreWrittenInTheOrderOfTheirComponents() {
    assertThat(Json.line(VIEW))
        .isEqualTo(
            "{\"id\":3,\"orbit\":1000000000000000000000000000000,\"energy\":0.30000000000000004,"
                // Java up to 18 would write 1.9999999999999998E23.
                + "\"weights\":[1.0E-4,2.0E23],\"known\":7,\"unknown\":null,\"there\":\"a\","
                + "\"some\":[1,null]}");
  }

  @Test
  void indentedTextReadsBackAsTheSame() {
    assertThat(Json.read(Json.indented(VIEW))).isEqualTo(Json.read(Json.line(VIEW)));
    assertThat(Json.indented(VIEW)).contains("\n  \"id\" : 3,\n");
  }

  @Test
  void numbersReadBackAsTheSameDoubles() {
    for (double value : Inputs.hostile()) {
      if (Double.isFinite(value)) {
        JsonNode read = Json.read(Json.line(List.of(value))).get(0);
        assertThat(read.doubleValue()).isEqualTo(value);
      }
    }
  }

  @Test
  void saysWhatIsNoJson() {
    assertThatThrownBy(() -> Json.read("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no JSON from line 1, column ");
  }
}
