package dev.tarn.job;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.Well512a;

/**
 * Independent random streams, each named by a seed and a number.
 *
 * <p>Every job of a search draws from its own stream, so that its result does not depend on which
 * thread runs it or when. The generator is WELL512a of Commons Math, whose bits are the same on
 * every Java version; its state is filled from the name by SplitMix64's finaliser (Steele, Lea and
 * Flood, OOPSLA 2014).
 */
public final class RandomStreams {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private RandomStreams() {}

  /**
   * The stream of a given name.
   *
   * @param seed the seed of the whole search
   * @param stream the number of the stream, for example a job's number
   * @return a new generator at the beginning of that stream; not thread-safe
   */
  public static RandomGenerator of(long seed, long stream) {
    int[] state = new int[16];
    long counter = mix(seed + GOLDEN_GAMMA) ^ mix(mix(stream) + GOLDEN_GAMMA);
    for (int i = 0; i < state.length; i += 2) {
      counter += GOLDEN_GAMMA;
      long bits = mix(counter);
      state[i] = (int) bits;
      state[i + 1] = (int) (bits >>> 32);
    }
    return new Well512(new Well512a(state));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Commons Math's generator, with its bits for every kind of number. */
  private record Well512(Well512a source) implements RandomGenerator {
    @Override
    public int nextInt() {
      return source.nextInt();
    }

    @Override
    public int nextInt(int bound) {
      return source.nextInt(bound);
    }

    @Override
    public long nextLong() {
      return source.nextLong();
    }

    @Override
    public boolean nextBoolean() {
      return source.nextBoolean();
    }

    @Override
    public float nextFloat() {
      return source.nextFloat();
    }

    @Override
    public double nextDouble() {
      return source.nextDouble();
    }

    @Override
    public double nextGaussian() {
      return source.nextGaussian();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      source.nextBytes(bytes);
    }
  }
}
