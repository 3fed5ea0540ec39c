"""PyTorch: an operation at a time (eager), and ten steps at a time in code of its own (torch.compile)."""

import torch

import formulas
from serve import serve

# Steps that are compiled together.
STRIDE = 10


def variants():
    devices = ["cpu", "gpu"] if torch.cuda.is_available() else ["cpu"]
    return [f"{device}, {form}" for device in devices for form in ("eager", "compiled")]


def prepare(variant, optimizer, objective, side, steps):
    device, form = variant.split(", ")
    device = {"cpu": "cpu", "gpu": "cuda"}[device]
    starts = [torch.tensor(values, dtype=torch.float32, device=device) for values in formulas.starts(objective, side)]
    scales = formulas.scales(optimizer, steps)

    def begin():
        return (*starts, *(torch.zeros_like(starts[0]) for _ in range(4)))

    def eager():
        state = begin()
        for scale in scales:
            state = formulas.update(torch, objective, state, scale)
        return state[:2]

    # Tensors: numbers would be compiled into the code.
    strides = torch.tensor(scales, dtype=torch.float32, device=device).split(STRIDE)

    @torch.compile
    def some(state, rows):
        for row in rows.unbind():
            state = formulas.update(torch, objective, state, row.unbind())
        return state

    def compiled():
        state = begin()
        for rows in strides:
            state = some(state, rows)
        return state[:2]

    work = eager if form == "eager" else compiled

    def run():
        with torch.inference_mode():
            x, y = work()
        if device == "cuda":
            torch.cuda.synchronize()
        return x, y

    return run


serve(torch.__version__, variants, prepare)
