"""Starts, gradients and updates, written once for numpy, jax.numpy and torch."""

LR, BETA1, BETA2, EPS = 1e-3, 0.9, 0.999, 1e-8
DOMAINS = {"rosenbrock": ((-2, 2), (-1, 3)), "rastrigin": ((-5.12, 5.12), (-5.12, 5.12))}
TURN = 6.283185307179586


def rosenbrock(np, x, y):
    r = y - x * x
    return -2 * (1 - x) - 400 * x * r, 200 * r


def rastrigin(np, x, y):
    return 2 * x + 10 * TURN * np.sin(TURN * x), 2 * y + 10 * TURN * np.sin(TURN * y)


GRADIENTS = {"rosenbrock": rosenbrock, "rastrigin": rastrigin}


def starts(objective, side):
    """A square grid of starts over the domain, row by row: two lists of numbers."""
    (low_x, high_x), (low_y, high_y) = DOMAINS[objective]
    x = [low_x + (high_x - low_x) * i / (side - 1) for i in range(side)]
    y = [low_y + (high_y - low_y) * j / (side - 1) for j in range(side)]
    return [x[i] for j in range(side) for i in range(side)], [y[j] for j in range(side) for i in range(side)]


def scales(optimizer, steps):
    """Numbers (a, b, c) of every step, in which θ ← θ − a·m / (b·√v + c): its bias corrections and RAdam's factor."""
    rows = []
    limit = 2 / (1 - BETA2) - 1
    for t in range(1, steps + 1):
        rate, left = LR / (1 - BETA1**t), 1 - BETA2**t
        rho = limit - 2 * t * BETA2**t / left
        if optimizer == "adam":
            rows.append((rate, left**-0.5, EPS))
        elif rho <= 5:
            rows.append((rate, 0.0, 1.0))
        else:
            factor = (rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)
            rows.append((rate * (factor * left) ** 0.5, 1.0, EPS))
    return rows


def update(np, objective, state, scale):
    """One update of x, y and their averages."""
    x, y, mx, my, vx, vy = state
    a, b, c = scale
    gx, gy = GRADIENTS[objective](np, x, y)
    mx = BETA1 * mx + (1 - BETA1) * gx
    my = BETA1 * my + (1 - BETA1) * gy
    vx = BETA2 * vx + (1 - BETA2) * gx * gx
    vy = BETA2 * vy + (1 - BETA2) * gy * gy
    x = x - a * mx / (b * np.sqrt(vx) + c)
    y = y - a * my / (b * np.sqrt(vy) + c)
    return x, y, mx, my, vx, vy
