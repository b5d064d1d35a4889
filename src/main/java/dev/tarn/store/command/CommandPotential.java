package dev.tarn.store.command;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.store.StoreException;
import dev.tarn.text.Json;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A potential that a program computes: it reads lines {@code {"x": [...]}} and answers each with a
 * line {@code {"energy": E, "gradient": [...]}}, and with {@code "hessian"} if it can and is asked
 * by {@code "hessian": true}.
 *
 * <p>Each thread has a process of its own. One that dies is started again and asked once more; a
 * point at which it dies twice has no energy (NaN), as any point may that a search had better
 * leave, and so has one at which the time is up. A hundred such points in a row, or three that took
 * too long, end the run with an error; so does an answer that is no answer, or a program that has
 * never given one.
 *
 * <p>Immutable but for its processes; may be shared between threads.
 */
@SuppressWarnings("serial") // What is sent is its form.
public final class CommandPotential implements Potential, Serializable {
  private static final long serialVersionUID = 1L;

  private static final int TRIES = 2;
  private static final int MOST_DEAD = 100;
  private static final int MOST_LATE = 3;

  private final String command;
  private final Path folder;
  private final int dimension;
  private final Duration limit;
  private final boolean hessian;
  private final Optional<Scales> scales;
  private final Sessions sessions;
  private volatile boolean hasAnswered;

  /**
   * A potential on its way to another machine, which has the same program in the same folder.
   *
   * @param folder where it is run
   */
  private record Form(
      String command,
      String folder,
      int dimension,
      Duration limit,
      boolean hessian,
      @Nullable Scales scales)
      implements Serializable {
    private Object readResolve() {
      return new CommandPotential(
          command, Path.of(folder), dimension, limit, hessian, Optional.ofNullable(scales));
    }
  }

  CommandPotential(
      String command,
      Path folder,
      int dimension,
      Duration limit,
      boolean hessian,
      Optional<Scales> scales) {
    List<String> words = words(command);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the command of a potential is empty");
    }
    if (dimension < 1) {
      throw new IllegalArgumentException("the number of variables is at least 1, not " + dimension);
    }
    this.command = command;
    this.folder = folder;
    this.dimension = dimension;
    this.limit = limit;
    this.hessian = hessian;
    this.scales = scales;
    sessions =
        new Sessions(
            () -> {
              if (!Files.isDirectory(folder)) {
                throw new IOException("there is no folder " + folder + " to run it in");
              }
              return new Session(words, folder);
            });
  }

  /** The words of a command: parted by blanks, but for those in quotes. No shell has a part. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int k = 0; k < command.length(); k++) {
      char c = command.charAt(k);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        begun = true;
      } else if (Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote is not closed in the command: " + command);
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  /** Whether the program gives the Hessian at a point if it is asked to. */
  boolean answersHessian(double[] x) {
    try {
      return tried(question(x, true)).hessian().isPresent();
    } catch (Session.NoAnswer e) {
      throw new StoreException(subject() + e.getMessage());
    }
  }

  private String subject() {
    return "the command \"" + command + "\" ";
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Optional<Scales> scales() {
    return scales;
  }

  /** Of many scales, around the potential's own. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    Potential.super.randomPoint(random, x);
    double length = scales.orElse(Scales.ONE).length();
    for (int i = 0; i < x.length; i++) {
      x[i] *= length;
    }
  }

  @Override
  public Evaluator evaluator() {
    return new Asking();
  }

  private static String question(double[] x, boolean withHessian) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("x", x);
    if (withHessian) {
      question.put("hessian", true);
    }
    return Json.line(question);
  }

  /** Asks, and once more if the process dies. */
  private Answer tried(String question) throws Session.NoAnswer {
    for (int tries = 1; ; tries++) {
      Session session;
      try {
        session = sessions.mine();
      } catch (IOException e) {
        throw new StoreException(subject() + "cannot be started: " + e.getMessage(), e);
      }
      try {
        Answer answer = Answer.of(session.ask(question, limit), dimension);
        hasAnswered = true;
        return answer;
      } catch (Session.NoAnswer e) {
        sessions.end();
        if (tries == TRIES || e.isLate()) {
          throw e;
        }
      } catch (IllegalArgumentException e) {
        sessions.end();
        throw new StoreException(subject() + e.getMessage(), e);
      } catch (CancellationException e) {
        sessions.end();
        throw e;
      }
    }
  }

  /** Asks for one thread. */
  private final class Asking implements Evaluator {
    private int dead;
    private int late;

    private Optional<Answer> ask(double[] x, boolean withHessian) {
      // JSON has no word for these, and no program a use.
      if (!Arrays.stream(x).allMatch(Double::isFinite)) {
        return Optional.empty();
      }
      try {
        Answer answer = tried(question(x, withHessian));
        dead = 0;
        late = 0;
        return Optional.of(answer);
      } catch (Session.NoAnswer e) {
        dead++;
        late += e.isLate() ? 1 : 0;
        if (!hasAnswered) {
          throw new StoreException(subject() + e.getMessage(), e);
        }
        if (dead == MOST_DEAD || late == MOST_LATE) {
          throw new StoreException(
              subject() + e.getMessage() + "; so it went at " + dead + " points in a row", e);
        }
        return Optional.empty();
      }
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      return filled(ask(x, false), gradient);
    }

    private double filled(Optional<Answer> answer, double[] gradient) {
      if (answer.isEmpty()) {
        Arrays.fill(gradient, Double.NaN);
        return Double.NaN;
      }
      System.arraycopy(answer.get().gradient(), 0, gradient, 0, gradient.length);
      return answer.get().energy();
    }

    @Override
    public double hessian(double[] x, double[] gradient, double[] matrix) {
      if (!hessian) {
        return Evaluator.super.hessian(x, gradient, matrix);
      }
      Optional<Answer> answer = ask(x, true);
      if (answer.isPresent() && answer.get().hessian().isEmpty()) {
        throw new StoreException(
            subject() + "gave a Hessian at its first point, and none at " + Arrays.toString(x));
      }
      Optional<double[]> given = answer.flatMap(Answer::hessian);
      if (given.isPresent()) {
        symmetrise(given.get(), matrix);
      } else {
        Arrays.fill(matrix, Double.NaN);
      }
      return filled(answer, gradient);
    }

    private void symmetrise(double[] given, double[] matrix) {
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          matrix[i * dimension + j] = 0.5 * (given[i * dimension + j] + given[j * dimension + i]);
        }
      }
    }

    @Override
    public boolean hasAnalyticHessian() {
      return hessian;
    }
  }

  private Object writeReplace() {
    return new Form(command, folder.toString(), dimension, limit, hessian, scales.orElse(null));
  }
}
