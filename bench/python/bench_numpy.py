"""Usage: bench_numpy.py <optimizer> <objective> <particles> <steps> <repetitions>. Prints each repetition's seconds."""

import sys
import time

import numpy as np

import formulas

optimizer, objective = sys.argv[1:3]
particles, steps, repetitions = map(int, sys.argv[3:6])
gradient = formulas.GRADIENTS[objective]


def choose(condition, yes, no):
    return yes() if condition else no()


for repetition in range(-1, repetitions):
    state = formulas.starts(np, objective, particles)
    began = time.perf_counter()
    for t in range(1, steps + 1):
        state = formulas.step(np, choose, optimizer, gradient, state, np.float32(t))
    took = time.perf_counter() - began
    assert state[0].dtype == np.float32
    if repetition >= 0:
        print(took)
