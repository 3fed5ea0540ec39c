"""Gradients and updates written once for any array module: numpy or jax.numpy."""

LR = {"sgd": 2e-4, "adam": 1e-3, "radam": 1e-3}
BETA1, BETA2, EPS = 0.9, 0.999, 1e-8


def rosenbrock(np, x, y):
    r = y - x * x
    return -2 * (1 - x) - 400 * x * r, 200 * r


def rastrigin(np, x, y):
    turn = 6.2831853
    return 2 * x + 10 * turn * np.sin(turn * x), 2 * y + 10 * turn * np.sin(turn * y)


GRADIENTS = {"rosenbrock": rosenbrock, "rastrigin": rastrigin}
DOMAINS = {"rosenbrock": (-2, 2, -1, 3), "rastrigin": (-5.12, 5.12, -5.12, 5.12)}


def step(np, where, optimizer, gradient, state, t):
    """One update of all particles; t is 1, 2, … as a float32, and `where` chooses by a condition on it."""
    x, y, mx, my, vx, vy = state
    lr = LR[optimizer]
    gx, gy = gradient(np, x, y)
    if optimizer == "sgd":
        return x - lr * gx, y - lr * gy, mx, my, vx, vy
    mx = BETA1 * mx + (1 - BETA1) * gx
    my = BETA1 * my + (1 - BETA1) * gy
    vx = BETA2 * vx + (1 - BETA2) * gx * gx
    vy = BETA2 * vy + (1 - BETA2) * gy * gy
    rate = lr / (1 - BETA1**t)
    left = 1 - BETA2**t
    if optimizer == "adam":
        correction = 1 / left
        x = x - rate * mx / (np.sqrt(vx * correction) + EPS)
        y = y - rate * my / (np.sqrt(vy * correction) + EPS)
        return x, y, mx, my, vx, vy
    limit = 2 / (1 - BETA2) - 1
    rho = limit - 2 * t * BETA2**t / left
    inner = (rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho) * left
    rectified = np.sqrt(np.maximum(inner, 0))
    late = rho > 5
    x = x - rate * mx * where(late, lambda: rectified / (np.sqrt(vx) + EPS), lambda: 1.0)
    y = y - rate * my * where(late, lambda: rectified / (np.sqrt(vy) + EPS), lambda: 1.0)
    return x, y, mx, my, vx, vy


def starts(np, objective, particles):
    low_x, high_x, low_y, high_y = DOMAINS[objective]
    x = np.linspace(low_x, high_x, particles, dtype=np.float32)
    y = np.linspace(high_y, low_y, particles, dtype=np.float32)
    return (x, y) + tuple(np.zeros(particles, dtype=np.float32) for _ in range(4))
