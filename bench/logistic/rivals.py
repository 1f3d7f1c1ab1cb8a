"""Fits by scikit-learn whenever a line comes in."""
import json
import resource
import sys
import time
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression

path, rows, columns, solver = sys.argv[1], int(float(sys.argv[2])), int(sys.argv[3]), sys.argv[4]
data = np.fromfile(path).reshape(columns + 1, rows)
X, y = np.ascontiguousarray(data[:-1].T), data[-1].astype(int)
del data
warnings.simplefilter("ignore")
for _ in sys.stdin:
    model = LogisticRegression(penalty=None, solver=solver, **({"tol": 1e-8} if solver == "newton-cholesky" else {}))
    began = time.process_time()
    model.fit(X, y)
    cpu = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "coefficients": [model.intercept_[0], *model.coef_[0]], "peak": peak}), flush=True)
