"""The products of a 784-N-10 network's gradient on 2,000 examples, by numpy on one thread.

Beside DenseBenchmark.gradientDigits: the two products with the inputs are what an energy with its
gradient takes, but for activations, losses and the layer above. Run with OPENBLAS_NUM_THREADS=1.
CPU times, the least of 200; a square product shows what the processor can do.
"""

import time

import numpy

random = numpy.random.default_rng(1)
inputs = random.random((2000, 784))
square = random.random((600, 600))


def least(what, rounds):
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        what()
        times.append(time.process_time() - begun)
    return min(times)


peak = 2 * 600**3 / least(lambda: square @ square, 50)
print(f"square product {1e-9 * peak:.1f} Gflop/s")
for units in 10, 32, 100:
    weights = random.random((units, 784))
    deltas = random.random((2000, units))
    both = least(lambda: (inputs @ weights.T, deltas.T @ inputs), 200)
    flops = 2 * 2 * 2000 * 784 * units
    print(
        f"{units} units: both products {1e3 * both:.2f} ms, {1e-9 * flops / both:.1f} Gflop/s;"
        f" at the square product's rate {1e3 * flops / peak:.2f} ms"
    )
