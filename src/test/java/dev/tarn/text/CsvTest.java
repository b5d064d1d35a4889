package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void numbersAreExactAndTextsAreQuotedWhereTheyMustBe() {
    StringBuilder text = new StringBuilder();
    Csv csv = new Csv(text, List.of("id", "what", "energy"));
    csv.row(List.of(1, "a, \"b\"", 1e-4));
    csv.row(List.of(2, "", -0.5));
    assertThat(text.toString()).isEqualTo("id,what,energy\n1,\"a, \"\"b\"\"\",1e-4\n2,,-0.5\n");
  }
}
