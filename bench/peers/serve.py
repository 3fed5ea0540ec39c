"""How bench/peers.ts drives a peer: a program of its own that answers each line with a line of JSON."""

import json
import sys

# Answers alone go to standard output, whatever a library prints.
answers, sys.stdout = sys.stdout, sys.stderr


def serve(version, variants, prepare):
    """
    Without arguments: tells the library's version and the variants that work here, such as "cpu" and "gpu".
    With a variant, an optimizer, an objective, the side of the square of particles and the steps: gets ready, then
    "run" makes all steps from the starts, and "ends 0 7 …" tells where those particles ended.

    `prepare(variant, optimizer, objective, side, steps)` gives the function that runs; it returns when the device is
    done, with x and y as something that numbers can be picked from.
    """
    if len(sys.argv) == 1:
        answer({"version": version, "variants": variants()})
        return
    variant, optimizer, objective, side, steps = sys.argv[1:]
    run = prepare(variant, optimizer, objective, int(side), int(steps))
    x, y = run()
    answer({})
    for line in sys.stdin:
        task, *cells = line.split()
        if task == "run":
            x, y = run()
            answer({})
        else:
            answer({"theta": [[float(values[int(cell)]) for cell in cells] for values in (x, y)]})


def answer(value):
    print(json.dumps(value), file=answers, flush=True)
