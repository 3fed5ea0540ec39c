"""JAX: a loop over one particle's steps (fori_loop), for all particles (vmap), compiled (jit)."""

import os

# Other programs use the GPU's memory too.
os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")

import jax
import jax.numpy as jnp
import numpy as np

import formulas
from serve import serve


def variants():
    found = ["cpu"]
    try:
        found += ["gpu"] if jax.devices("gpu") else []
    except RuntimeError:
        pass  # how JAX says that it has none
    return found


def prepare(variant, optimizer, objective, side, steps):
    device = jax.devices(variant)[0]
    starts = [
        jax.device_put(np.array(values, dtype=np.float32), device) for values in formulas.starts(objective, side)
    ]
    scales = jax.device_put(np.array(formulas.scales(optimizer, steps), dtype=np.float32), device)

    @jax.jit
    def run_all(x, y, scales):
        def trajectory(x, y):
            def body(i, state):
                return formulas.update(jnp, objective, state, scales[i])

            zero = jnp.zeros_like(x)
            return jax.lax.fori_loop(0, steps, body, (x, y, zero, zero, zero, zero))[:2]

        return jax.vmap(trajectory)(x, y)

    def run():
        x, y = jax.block_until_ready(run_all(*starts, scales))
        assert x.dtype == jnp.float32
        return np.asarray(x), np.asarray(y)

    return run


serve(jax.__version__, variants, prepare)
