"""A potential for Tarn in Python: coupled double wells on a ring.

E(x) = sum_i (x_i^2 - 1)^2 + c/2 sum_i (x_i - x_{i+1})^2

Tarn writes a line {"x": [...]} and waits for a line with energy and gradient; with "hessian": true
in the question it also takes the matrix of second derivatives, which spares it the differences. Each
of Tarn's threads has such a process of its own.

Usage: tarn explore --potential-command "python3 potential.py 0.2" --variables 4 --db ring.db
"""

import json
import sys

import numpy as np

coupling = float(sys.argv[1])

for line in sys.stdin:
    question = json.loads(line)
    x = np.array(question["x"])
    n = len(x)
    left, right = np.roll(x, 1), np.roll(x, -1)
    answer = {
        "energy": float(np.sum((x**2 - 1) ** 2) + coupling / 2 * np.sum((x - right) ** 2)),
        "gradient": (4 * x * (x**2 - 1) + coupling * (2 * x - left - right)).tolist(),
    }
    if question.get("hessian"):
        identity = np.eye(n)
        ring = 2 * identity - np.roll(identity, 1, axis=0) - np.roll(identity, -1, axis=0)
        answer["hessian"] = (np.diag(12 * x**2 - 4) + coupling * ring).tolist()
    # Whatever is printed beyond the answers goes to standard error.
    print(json.dumps(answer), flush=True)
