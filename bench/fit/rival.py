"""SciPy's curve_fit on a four-parameter dose-response curve: a line of JSON asks, a line of JSON answers."""
import json
import sys

import numpy as np
from scipy.optimize import curve_fit


def curve(x, a, d, c, b):
    return a + (d - a) / (1 + (x / c) ** (-b))


def jacobian(x, a, d, c, b):
    u = (x / c) ** (-b)
    v = 1 + u
    w = (d - a) * u / v**2
    return np.stack([1 - 1 / v, 1 / v, -w * b / c, w * np.log(x / c)], axis=1)


for line in sys.stdin:
    asked = json.loads(line)
    if "x" in asked:
        x, y, start = (np.array(asked[name]) for name in ("x", "y", "start"))
        continue
    # as close as it gets: what is timed is not how early one stops
    options = {"p0": start, "xtol": 1e-12, "ftol": 1e-12, "gtol": 1e-12, "method": "lm"}
    if asked["jacobian"]:
        options["jac"] = jacobian
    for _ in range(asked["times"]):
        found, covariance = curve_fit(curve, x, y, **options)
    print(json.dumps([list(found), list(np.sqrt(np.diag(covariance)))]), flush=True)
