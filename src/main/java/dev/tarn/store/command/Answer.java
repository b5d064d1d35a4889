package dev.tarn.store.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.text.Json;
import java.util.Optional;

/** What a program says of a point: a line of JSON. */
record Answer(double energy, double[] gradient, Optional<double[]> hessian) {
  private static final int SHOWN = 80;

  /**
   * Reads an answer.
   *
   * @param line what the program wrote
   * @param n the number of variables
   * @throws IllegalArgumentException if it is none; the message is a sentence about the program
   */
  static Answer of(String line, int n) {
    JsonNode json;
    try {
      json = Json.readNumbers(line);
    } catch (IllegalArgumentException e) {
      throw wrong(
          line,
          "where a line of JSON with energy and gradient is expected; whatever else it has to say"
              + " belongs to standard error");
    }
    if (json == null || !json.isObject()) {
      throw wrong(line, "where a JSON object with energy and gradient is expected");
    }
    if (json.has("error")) {
      throw new IllegalArgumentException("says: " + json.get("error").asText());
    }
    if (!json.has("energy")) {
      throw wrong(line, "which has no energy");
    }
    if (!json.has("gradient")) {
      throw wrong(line, "which has no gradient");
    }
    Optional<double[]> hessian = Optional.empty();
    if (json.hasNonNull("hessian")) {
      hessian = Optional.of(matrix(line, json.get("hessian"), n));
    }
    return new Answer(
        number(line, "energy", json.get("energy")),
        numbers(line, "gradient", json.get("gradient"), n),
        hessian);
  }

  /** Row by row: an array of rows, or one array of all numbers. */
  private static double[] matrix(String line, JsonNode array, int n) {
    if (array.size() == n * n && (n > 1 || !array.get(0).isArray())) {
      return numbers(line, "hessian", array, n * n);
    }
    if (!array.isArray() || array.size() != n) {
      throw wrong(line, "whose hessian is no array of " + n + " rows");
    }
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(numbers(line, "hessian", array.get(i), n), 0, matrix, i * n, n);
    }
    return matrix;
  }

  private static double[] numbers(String line, String name, JsonNode array, int length) {
    if (!array.isArray()) {
      throw wrong(line, "whose " + name + " is no array");
    }
    if (array.size() != length) {
      throw wrong(
          line,
          "whose " + name + " has " + array.size() + " numbers, where " + length + " are due");
    }
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = number(line, name, array.get(i));
    }
    return numbers;
  }

  /** JSON has no NaN: null stands for it. */
  private static double number(String line, String name, JsonNode value) {
    if (value.isNull()) {
      return Double.NaN;
    }
    if (!value.isNumber()) {
      throw wrong(line, "whose " + name + " holds " + shortened(value.toString()) + ", no number");
    }
    return value.doubleValue();
  }

  private static IllegalArgumentException wrong(String line, String why) {
    return new IllegalArgumentException("answered \"" + shortened(line) + "\", " + why);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
