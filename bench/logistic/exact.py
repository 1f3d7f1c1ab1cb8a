"""Coefficients to the last digits of a double: gradients with 64-bit mantissas, steps by second derivatives in doubles."""
import json
import sys

import numpy as np

path, rows, columns = sys.argv[1], int(float(sys.argv[2])), int(sys.argv[3])
data = np.memmap(path, dtype=np.float64).reshape(columns + 1, rows)
wide = np.longdouble
PART = 200_000
for line in sys.stdin:
    b = np.array(json.loads(line), dtype=wide)
    bend = np.zeros((columns + 1, columns + 1))
    for step in range(8):
        gradient = np.zeros(columns + 1, dtype=wide)
        for at in range(0, rows, PART):
            part = np.asarray(data[:, at : at + PART])
            x = [np.ones(part.shape[1], dtype=wide), *part[:-1].astype(wide)]
            z = sum(c * v for c, v in zip(b, x))
            p = 1 / (1 + np.exp(-z))
            r = p - part[-1]
            gradient += np.array([np.sum(r * v) for v in x])
            if step == 0:
                X = np.vstack([np.ones(part.shape[1]), part[:-1]])
                bend += (X * np.asarray(p * (1 - p), dtype=float)) @ X.T
        scale = np.max(np.abs(gradient))
        change = np.linalg.solve(bend, np.asarray(gradient / scale, dtype=float)) * scale
        b = b - change
        if np.max(np.abs(change / b)) < 1e-18:
            break
    print(json.dumps({"coefficients": [float(v) for v in b]}), flush=True)
