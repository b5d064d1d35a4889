"""Reads a folder of PATHSAMPLE with the standard library alone, and checks that its parts fit."""

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
print(f"{len(minima)} minima, {len(states)} transition states, {len(x[0])} coordinates")
print(f"lowest {min(float(row[0]) for row in minima):.9f}, order {minima[0][2]}")
