"""Usage: bench_jax.py <optimizer> <objective> <particles> <steps> <repetitions>. Prints each repetition's seconds."""

import sys
import time

import jax
import jax.numpy as jnp

import formulas

optimizer, objective = sys.argv[1:3]
particles, steps, repetitions = map(int, sys.argv[3:6])
gradient = formulas.GRADIENTS[objective]


def choose(condition, yes, no):
    return jnp.where(condition, yes(), no())


@jax.jit
def run(state):
    def body(i, state):
        t = (i + 1).astype(jnp.float32)
        return formulas.step(jnp, choose, optimizer, gradient, state, t)

    return jax.lax.fori_loop(0, steps, body, state)


for repetition in range(-1, repetitions):
    state = jax.block_until_ready(formulas.starts(jnp, objective, particles))
    began = time.perf_counter()
    state = jax.block_until_ready(run(state))
    took = time.perf_counter() - began
    assert state[0].dtype == jnp.float32
    if repetition >= 0:
        print(took)
