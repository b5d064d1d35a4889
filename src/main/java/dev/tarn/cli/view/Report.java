package dev.tarn.cli.view;

import dev.tarn.text.Json;
import java.io.PrintWriter;

/** What a command has found out, for people and for programs. */
public interface Report {

  /** Prints it for people. */
  void print(PrintWriter out);

  /** The same and more for programs: records, maps and lists as {@link Json} writes them. */
  Object json();

  /** Prints it the one way or the other. */
  default void print(PrintWriter out, boolean asJson) {
    if (asJson) {
      out.println(Json.indented(json()));
    } else {
      print(out);
    }
  }
}
