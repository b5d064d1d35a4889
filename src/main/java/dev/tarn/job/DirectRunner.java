package dev.tarn.job;

import dev.tarn.job.order.Completion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does jobs in the thread that hands them in. Stateless. */
final class DirectRunner implements JobRunner {

  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public <J, R> Session<J, R> start(Supplier<? extends Function<? super J, ? extends R>> workers) {
    Function<? super J, ? extends R> worker = workers.get();
    return new Session<>() {
      @Override
      public CompletionStage<R> submit(long number, J job) {
        CompletableFuture<R> result = new CompletableFuture<>();
        Completion.of(result, () -> worker.apply(job));
        return result;
      }

      @Override
      public void close() {
        // Whatever was handed in is done.
      }
    };
  }
}
