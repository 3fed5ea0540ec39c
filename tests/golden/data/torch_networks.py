"""Trains the networks of torch_networks.json with PyTorch's own modules, losses and optimizers, and writes what becomes of them into that file.

python3 tests/golden/data/torch_networks.py

Of each case it reads what is trained (`layers`, `biases`, `criterion`, `l2`, `inputs`, `targets`, `start`), by what (`src`, `kw`, `rates`: a learning rate for each layer),
and the rows of each update (`drawn`; null for all). It writes `theta` (unit by unit: weights, then the bias) and `loss` after `rec` updates, in float64, and what float32
makes of it: `e32`, and `eg` with noise of up to 4 units in the last place on each component of the gradient; `hg` is the last step at which that error is below
1e-3 (1 + |theta|).
"""

import json
import pathlib
import random

import torch
from torch.nn import functional

FILE = pathlib.Path(__file__).with_suffix(".json")
REC = [0, 1, 2, 5, 10, 20, 50, 100, 200]
ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "linear": lambda z: z}


class Network(torch.nn.Module):
    def __init__(self, case, dtype):
        super().__init__()
        self.case = case
        make = lambda layer: torch.nn.Linear(layer["from"], layer["to"], bias=case["biases"], dtype=dtype)
        self.linear = torch.nn.ModuleList(make(layer) for layer in case["layers"])
        start = iter(case["start"])
        with torch.no_grad():
            for layer in self.linear:
                for unit in range(layer.out_features):
                    for i in range(layer.in_features):
                        layer.weight[unit, i] = next(start)
                    if case["biases"]:
                        layer.bias[unit] = next(start)

    def forward(self, h):
        for layer, own in zip(self.linear, self.case["layers"]):
            h = ACTIVATIONS[own["activation"]](functional.linear(h, own["factor"] * layer.weight, layer.bias))
        return h

    def theta(self):
        units = (
            [*layer.weight[unit].tolist(), *([layer.bias[unit].item()] if self.case["biases"] else [])]
            for layer in self.linear
            for unit in range(layer.out_features)
        )
        return [value for unit in units for value in unit]


def loss_of(network, inputs, targets):
    case, outputs = network.case, network(inputs)
    if case["criterion"] == "cross-entropy":
        loss = functional.cross_entropy(outputs, targets.argmax(1))
    elif case["criterion"] == "logistic":
        loss = functional.binary_cross_entropy_with_logits(outputs, targets)
    else:
        loss = functional.mse_loss(outputs, targets)
    return loss + case["l2"] / 2 * sum((layer.weight**2).sum() for layer in network.linear)


def train(case, dtype, ulps=None):
    torch.set_default_dtype(dtype)  # of numbers that optimizers keep for themselves: NAdam's product of momenta
    inputs = torch.tensor(case["inputs"], dtype=dtype)
    targets = torch.tensor(case["targets"], dtype=dtype)
    network = Network(case, dtype)
    groups = [{"params": layer.parameters(), "lr": lr} for layer, lr in zip(network.linear, case["rates"])]
    optimizer = getattr(torch.optim, case["src"].split(".")[-1])(groups, **case["kw"], foreach=False)
    rows = {}
    for step in range(REC[-1] + 1):
        if step in REC:
            with torch.no_grad():
                rows[step] = (network.theta(), loss_of(network, inputs, targets).item())
        if step == REC[-1]:
            break
        drawn = slice(None) if case["drawn"] is None else case["drawn"][step]
        optimizer.zero_grad()
        loss_of(network, inputs[drawn], targets[drawn]).backward()
        if ulps is not None:
            with torch.no_grad():
                for parameter in network.parameters():
                    noise = [ulps.randint(-4, 4) * 2.0**-23 for _ in range(parameter.numel())]
                    parameter.grad *= 1 + torch.tensor(noise, dtype=dtype).reshape(parameter.shape)
        optimizer.step()
    return [rows[step] for step in REC]


def errors(exact, found):
    return [max(abs(a - b) for a, b in zip(left, right)) for (left, _), (right, _) in zip(exact, found)]


def made(case):
    exact = train(case, torch.float64)
    e32 = errors(exact, train(case, torch.float32))
    eg = errors(exact, train(case, torch.float32, random.Random(0)))
    hg = 0
    for step, (theta, _), plain, noisy in zip(REC, exact, e32, eg):
        if max(plain, noisy) > 1e-3 * (1 + max(map(abs, theta))):
            break
        hg = step
    digits = lambda values, count: [float(f"{value:.{count}g}") for value in values]
    return {
        **case,
        "theta": [digits(theta, 12) for theta, _ in exact],
        "loss": digits((loss for _, loss in exact), 12),
        "e32": digits(e32, 3),
        "eg": digits(eg, 3),
        "hg": hg,
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    cases = [made(case) for case in json.loads(FILE.read_text())["cases"]]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    FILE.write_text(f'{{"made":"PyTorch {torch.__version__.split("+")[0]}","rec":{json.dumps(REC)},"cases":[\n{lines}\n]}}\n')
    for case in cases:
        print(case["src"], len(case["start"]), case["loss"][0], case["loss"][-1], case["eg"][-1], case["hg"])
