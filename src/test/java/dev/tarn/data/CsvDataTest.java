package dev.tarn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDataTest {

  /** A file, and what must be said about it. */
  record Bad(String content, String... messages) {
    @Override
    public String toString() {
      return messages[0];
    }
  }

  static final List<Bad> BAD_FILES =
      List.of(
          new Bad("a,b,kind\n1,2,x\n3,4,y\n", "no column \"label\"", "[a, b, kind]"),
          new Bad("a,label\n1,x\nNaN,y\n", "line 3", "\"NaN\"", "column \"a\"", "finite"),
          new Bad("a,label\n1,x\n-Infinity,y\n", "line 3", "\"-Infinity\"", "column \"a\""),
          new Bad("a,label\n1,x\n1e999,y\n", "line 3", "\"1e999\"", "column \"a\""),
          new Bad("a,b,label\n1,,x\n3,4,y\n", "line 2", "\"\"", "column \"b\""),
          new Bad("a,b,label\n1,two,x\n3,4,y\n", "line 2", "\"two\"", "column \"b\""),
          new Bad("a,b,label\n1,0x1p3,x\n3,4,y\n", "line 2", "\"0x1p3\"", "column \"b\""),
          new Bad("a,b,label\n1,2,x\n\n3,y\n", "line 4", "2 fields", "the header 3"),
          new Bad("a,b,label\n1,2,3,x\n3,4,y\n", "line 2", "4 fields", "the header 3"),
          new Bad("a,label\n1,x\n2, \n", "line 3", "nothing in column \"label\""),
          new Bad("a,label\n1,x\n\u0662,y\n", "line 3", "where a finite number should be"),
          new Bad("a,label\n", "a header but no examples"),
          new Bad("", "is empty"),
          new Bad("a,label\n1,x\n2,x\n", "have the label \"x\"", "at least 2 classes"),
          new Bad("label\nx\ny\n", "no columns for inputs"),
          new Bad("a,a,label\n1,2,x\n3,4,y\n", "two columns \"a\""),
          new Bad("a,,label\n1,2,x\n3,4,y\n", "a column without a name"),
          new Bad(",a,label\n0,1,x\n0,2,y\n", "a column without a name", "to_csv(index=False)"),
          new Bad("5.1,3.5,1\n4.9,3,0\n", "no header", "[5.1, 3.5, 1]", "names of the columns"),
          new Bad("1,1,0\n2,3,1\n", "no header", "put a line with the names"),
          new Bad("5.1,3.5,setosa\n4.9,3,other\n", "no column \"label\"", "line with names"),
          new Bad("a;label\n0,5;x\n1,5;y\n", "line 2", "\"0,5\"", "write 0.5 with a point"),
          new Bad("a,label\n,x\n2,y\n", "line 2", "fill it in, or leave the line out"),
          new Bad("a,label\n1,x, y\n2,z\n", "3 fields", "in double quotes"),
          new Bad("a,label\n1,x\nNA,y\n", "line 3", "fill it in, or leave the line out"),
          new Bad("a,Label\n1,x\n2,y\n", "no column \"label\"", "--label Label takes this one"),
          new Bad("a|label\n1|x\n2|y\n", "separate columns by commas, semicolons or tabs"),
          new Bad("a,kind\n1,x\n2,y\n", "--label names the one that holds the class"),
          new Bad("a,label\n1,\"x\n2,y\n", "no CSV file: a field in double quotes"));

  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), content);
  }

  /** As pandas writes it: from 0 on, shuffled, or read as a column and written again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ",a,label\n0,1.5,x\n1,2.5,y\n",
        ",a,label\n17,1.5,x\n3,2.5,y\n",
        "Unnamed: 0;a;label\n1;1.5;x\n0;2.5;y\n"
      })
  void anIndexIsNoInput(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("index.csv"), text);
    DataSet data = CsvData.readClasses(file, "label");
    assertThat(data.inputNames()).containsExactly("a");
    assertThat(data.input(0)).containsExactly(1.5);
    assertThat(data.input(1)).containsExactly(2.5);
  }

  @Test
  void readsInputsAndLabels() throws IOException {
    Path file = file("x1,label,x2\n 0.5,b,-1e-3\n\n.25,\"a, or so\",+2.\r\n3,b,4\n");
    DataSet data = CsvData.readClasses(file, "label");
    assertThat(data.name()).isEqualTo("data.csv");
    assertThat(data.inputNames()).containsExactly("x1", "x2");
    assertThat(data.outputNames()).containsExactly("a, or so", "b");
    assertThat(data.examples()).isEqualTo(3);
    assertThat(data.input(0)).containsExactly(0.5, -1e-3);
    assertThat(data.input(1)).containsExactly(0.25, 2.0);
    assertThat(data.input(2)).containsExactly(3.0, 4.0);
    assertThat(data.classOf(0)).isEqualTo(1);
    assertThat(data.classOf(1)).isZero();
    assertThat(data.classOf(2)).isEqualTo(1);
  }

  @Test
  void numericLabelsAreSortedAsNumbers() throws IOException {
    DataSet data = CsvData.readClasses(file("\uFEFFlabel,x\n10,1\n9,2\n-1,3\n"), "label");
    assertThat(data.outputNames()).containsExactly("-1", "9", "10");
    assertThat(data.classOf(0)).isEqualTo(2);
  }

  /** Names in quotes, of which one holds a comma, behind a byte order mark. */
  @Test
  void aMarkBeforeAQuotedNameIsNoPartOfIt() throws IOException {
    DataSet data = CsvData.readClasses(file("\uFEFF\"a, b\",c,\"label\"\n1,2,x\n3,4,y\n"), "label");
    assertThat(data.inputNames()).containsExactly("a, b", "c");
    assertThat(CsvData.readClasses(file("\uFEFF\"label\",a\nx,1\ny,2\n"), "label").inputNames())
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theHeaderTellsTheSeparator(String separator) throws IOException {
    String commas = "\n\nx,\"a, b; c\",label\n1,2,no\n 3 ,4,yes\n";
    String rows =
        commas.replace("a, b; c", "NAME").replace(",", separator).replace("NAME", "a, b; c");
    DataSet data = CsvData.readClasses(file(rows), "label");
    assertThat(data.inputNames()).containsExactly("x", "a, b; c");
    assertThat(data.outputNames()).containsExactly("no", "yes");
    assertThat(data.input(1)).containsExactly(3.0, 4.0);
  }

  /** What {@code DataFrame.to_csv} writes by default. */
  @Test
  void aColumnThatCountsTheLinesIsNoInput() throws IOException {
    DataSet data = CsvData.readClasses(file(",a,label\n0,5,x\n1,6,y\n2,7,x\n"), "label");
    assertThat(data.inputNames()).containsExactly("a");
    assertThat(data.input(2)).containsExactly(7.0);
    DataSet tabs = CsvData.readClasses(file("\ta\tlabel\n0\t5\tx\n1\t6\ty\n"), "label");
    assertThat(tabs.inputNames()).containsExactly("a");
    DataSet numbered = CsvData.readTargets(file(",0,1\n0,5,1.5\n1,6,2.5\n"), List.of("1"));
    assertThat(numbered.inputNames()).containsExactly("0");
    assertThat(numbered.target(1, 0)).isEqualTo(2.5);
  }

  @Test
  void columnsMayBeCalledByNumbers() throws IOException {
    DataSet data = CsvData.readClasses(file("0,1,2\n5,6,1\n7,8,0\n"), "2");
    assertThat(data.inputNames()).containsExactly("0", "1");
  }

  @Test
  void aColumnIsAskedForOnce() throws IOException {
    Path file = file("t,x\n1,2\n4,5\n");
    assertThatThrownBy(() -> CsvData.readTargets(file, List.of("t", "t")))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("\"t\"")
        .hasMessageContaining("twice");
  }

  @Test
  void readsTargets() throws IOException {
    Path file = file("t,x,u\n1,2,3\n4,5,6\n");
    DataSet data = CsvData.readTargets(file, List.of("u", "t"));
    assertThat(data.hasClasses()).isFalse();
    assertThat(data.inputNames()).containsExactly("x");
    assertThat(data.outputNames()).containsExactly("u", "t");
    assertThat(data.target(1, 0)).isEqualTo(6.0);
    assertThat(data.target(1, 1)).isEqualTo(4.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvData.readTargets(file, List.of()))
        .withMessageContaining("at least 1");
    Path bad = file("t,x\n1,2\nmany,5\n");
    assertThatThrownBy(() -> CsvData.readTargets(bad, List.of("t")))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll("line 3", "\"many\"", "column \"t\"");
  }

  @ParameterizedTest
  @FieldSource("BAD_FILES")
  void saysWhatIsWrongAndWhere(Bad bad) throws IOException {
    Path file = file(bad.content);
    assertThatThrownBy(() -> CsvData.readClasses(file, "label"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("data.csv")
        .hasMessageContainingAll(bad.messages);
  }

  @Test
  void otherEncodingsAndMissingFilesAreRefused() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "a,label\n1,caf\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1));
    Path missing = folder.resolve("missing.csv");
    Stream.of(
            new Object[] {latin, "not UTF-8"},
            new Object[] {missing, "there is no file"},
            new Object[] {folder, "is a folder"})
        .forEach(
            each ->
                assertThatThrownBy(() -> CsvData.readClasses((Path) each[0], "label"))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining((String) each[1])
                    .hasMessageContaining(each[0].toString()));
  }
}
