# SciPy, NumPy and PyTorch on the numbers of a file, timed here, so that what it takes to ask is not counted.
import sys, time
import numpy as np
from scipy.special import expit

try:
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(2)
except ImportError:
    torch = None


def sigmoid():
    expit(x, out=y)
    np.subtract(1, y, out=d)
    np.multiply(y, d, out=d)


def swish():
    expit(x, out=y)
    np.multiply(x, y, out=y)


def gelu():
    np.multiply(x, x, out=y)
    np.multiply(y, x, out=y)
    np.multiply(y, c1, out=y)
    np.add(y, x, out=y)
    np.multiply(y, c2, out=y)
    np.tanh(y, out=y)
    np.add(y, 1, out=y)
    np.multiply(y, x, out=y)
    np.multiply(y, half, out=y)


SCIPY = {
    "sigmoid": sigmoid,
    "tanh": lambda: np.tanh(x, out=y),
    "softplus": lambda: np.logaddexp(nought, x, out=y),
    "swish": swish,
    "GELU": gelu,
}


def forward_backward():
    t.grad = None
    s = torch.sigmoid(t)
    s.backward(ones)
    return s, t.grad


def forward(f):
    def run():
        with torch.no_grad():
            return (f(t),)

    return run


TORCH = torch and {
    "sigmoid": forward_backward,
    "tanh": forward(torch.tanh),
    "softplus": forward(F.softplus),
    "swish": forward(F.silu),
    "GELU": forward(lambda u: F.gelu(u, approximate="tanh")),
}

for line in sys.stdin:
    command, *words = line.split()
    if command == "has":
        print(int(torch is not None), flush=True)
    if command == "load":
        name, kind, path = words
        x = np.fromfile(path, dtype=kind)
        y, d = np.empty_like(x), np.empty_like(x)
        c1, c2, half, nought = (np.array(v, dtype=kind) for v in (0.044715, 0.7978845608028654, 0.5, 0))
        if torch:
            t = torch.from_numpy(x).requires_grad_(name == "sigmoid")
            ones = torch.ones_like(t)
        print("loaded", flush=True)
    if command == "shuffle":
        np.random.shuffle(x)
        print("shuffled", flush=True)
    if command == "run":
        by, times = words[0], int(words[1])
        call = (SCIPY if by == "scipy" else TORCH)[name]
        began = time.perf_counter()
        for _ in range(times):
            found = call()
        print((time.perf_counter() - began) * 1e3, flush=True)
    if command == "save":
        outputs = [y, d] if words[0] == "scipy" else [part.detach().numpy() for part in found]
        np.concatenate(outputs[: 2 if name == "sigmoid" else 1]).tofile(words[1])
        print("saved", flush=True)
