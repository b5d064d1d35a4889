"""Reads path.info of OPTIM with the standard library alone, and checks that its parts fit."""

import re
import sys
from pathlib import Path

lines = Path(sys.argv[1]).read_text().splitlines()
heads = [k for k, line in enumerate(lines) if re.fullmatch(r"\s*\d+ [A-Za-z]\w*\s*", line)]
points = []
for head, following in zip(heads, heads[1:] + [len(lines) + 1]):
    numbers = [float(word) for line in lines[head + 1 : following - 1] for word in line.split()]
    n = len(numbers) // 2
    spectrum, x = numbers[:n], numbers[n:]
    assert len(x) == n, "as many eigenvalues as coordinates"
    assert spectrum == sorted(spectrum, reverse=True)
    points.append((float(lines[head - 1]), int(lines[head].split()[0]), spectrum, x))
assert len(points) % 3 == 0, "triples"
for plus, state, minus in zip(points[0::3], points[1::3], points[2::3]):
    assert state[2][-1] < 0.0 < state[2][-2], "one negative eigenvalue"
    assert plus[2][-1] >= 0.0 and minus[2][-1] >= 0.0
    assert state[0] > max(plus[0], minus[0])
    assert len(plus[3]) == len(state[3]) == len(minus[3])
minima = {(round(p[0], 7), p[1]) for k, p in enumerate(points) if k % 3 != 1}
print(f"{len(points) // 3} triples of {len(points[0][3])} coordinates, {len(minima)} minima")
print(f"lowest {min(p[0] for p in points):.9f}")
