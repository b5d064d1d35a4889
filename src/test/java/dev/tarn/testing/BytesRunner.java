package dev.tarn.testing;

import dev.tarn.job.JobRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends each job and each result through bytes, as a runner on other machines would. */
public final class BytesRunner implements JobRunner {
  private final JobRunner threads;
  private final AtomicLong bytes = new AtomicLong();

  public BytesRunner(int threads) {
    this.threads = JobRunner.threads(threads);
  }

  /** The number of bytes sent so far. */
  public long bytes() {
    return bytes.get();
  }

  @Override
  public int parallelism() {
    return threads.parallelism();
  }

  @Override
  public <J, R> Session<J, R> start(Supplier<? extends Function<? super J, ? extends R>> workers) {
    Session<byte[], byte[]> far =
        threads.start(
            () -> {
              Function<? super J, ? extends R> worker = sent(workers).get();
              return job -> write(worker.apply(BytesRunner.<J>read(job)));
            });
    return new Session<>() {
      @Override
      public CompletionStage<R> submit(long number, J job) {
        return far.submit(number, write(job)).thenApply(BytesRunner::<R>read);
      }

      @Override
      public void close() {
        far.close();
      }
    };
  }

  /** A copy by way of bytes. */
  private <T> T sent(T value) {
    return read(write(value));
  }

  private byte[] write(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.addAndGet(out.size());
    return out.toByteArray();
  }

  // A caller says what it has written.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T read(byte[] bytes) {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (T) objects.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
