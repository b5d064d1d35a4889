"""The products of a 784-10-10 network's gradient on 2,000 examples, by numpy on one thread.

Beside DenseBenchmark.gradientDigits: the two products with the inputs are what an energy with its
gradient takes, but for activations and losses. Run with OPENBLAS_NUM_THREADS=1. CPU times, the
least of 200; a square product shows what the processor can do.
"""

import time

import numpy

random = numpy.random.default_rng(1)
inputs = random.random((2000, 784))
weights = random.random((10, 784))
deltas = random.random((2000, 10))
square = random.random((600, 600))


def least(what, rounds):
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        what()
        times.append(time.process_time() - begun)
    return min(times)


def sweeps():
    inputs @ weights.T
    deltas.T @ inputs


both = least(sweeps, 200)
flops = 2 * 2 * 2000 * 784 * 10
peak = 2 * 600**3 / least(lambda: square @ square, 50)
print(f"both products {1e3 * both:.2f} ms, {1e-9 * flops / both:.1f} Gflop/s")
print(f"square product {1e-9 * peak:.1f} Gflop/s: flop bound {1e3 * flops / peak:.2f} ms")
