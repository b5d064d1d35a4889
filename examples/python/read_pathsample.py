"""Reads a folder of PATHSAMPLE with the standard library alone, and checks that its parts fit.

Arguments: the folder, and "xor" where the points are of networks that learn XOR, whose energies
are then computed from the weights.
"""

import math
import struct
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def rows(name):
    return [line.split() for line in (folder / name).read_text().splitlines() if line.strip()]


def points(name, count):
    data = (folder / name).read_bytes()
    n = len(data) // (8 * count)
    assert len(data) == 8 * n * count, f"{name} is not made of whole records"
    return [struct.unpack_from(f"<{n}d", data, 8 * n * k) for k in range(count)]


minima = rows("min.data")
states = rows("ts.data")
assert all(len(row) == 6 for row in minima)
assert all(len(row) in (8, 9) for row in states)
assert all(1 <= int(end) <= len(minima) for row in states for end in row[3:5])
assert all(float(row[8]) < 0.0 for row in states if len(row) == 9)
x = points("points.min", len(minima))
y = points("points.ts", len(states))
for name in ("min.A", "min.B"):
    numbers = [int(word) for row in rows(name) for word in row]
    assert numbers[0] == len(numbers) - 1
keywords = [row[0] for row in rows("dinfo")]
needed = {"DELTA", "FIRST", "LEVELS", "MINIMA", "TS"}
known = needed | {"CENTREGMIN", "IDENTIFY", "PICK", "TRVAL", "comment"}
assert needed <= set(keywords) <= known


def energy(w, inputs, hidden, outputs, penalty):
    """The loss of tanh units and a softmax on XOR, of weights in the order of the MLP family."""
    rest = list(w)

    def take(rows, columns):
        return [[rest.pop(0) for _ in range(columns)] for _ in range(rows)]

    links, outward = take(hidden, inputs), take(outputs, hidden)
    (bias,), (last,) = take(1, hidden), take(1, outputs)
    loss = 0.0
    for x, right in (((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)):
        h = [math.tanh(math.fsum(a * b for a, b in zip(row, x)) + c) for row, c in zip(links, bias)]
        y = [math.fsum(a * b for a, b in zip(row, h)) + c for row, c in zip(outward, last)]
        loss += math.log(math.fsum(math.exp(v - y[right]) for v in y)) / 4
    return loss + penalty * math.fsum(v * v for v in w)


if sys.argv[2:] == ["xor"]:
    network = next(row for row in rows("pathdata") if row[0] == "MLPVB3")
    inputs, _, hidden, outputs, _ = map(int, network[1:6])
    for row, w in zip(minima + states, x + y):
        error = energy(w, inputs, hidden, outputs, float(network[6])) - float(row[0])
        assert abs(error) < 1e-13, f"energy {row[0]}, off by {error}"
    print(f"{len(x + y)} energies are those of the weights")
print(f"{len(minima)} minima, {len(states)} transition states, {len(x[0])} coordinates")
print(f"lowest {min(float(row[0]) for row in minima):.9f}, order {minima[0][2]}")
