import type { Lane } from '../../../formula/wasm/index.ts';
import { looksAhead } from '../../looks-ahead.ts';
import { OUTCOMES } from '../../types.ts';
import { DampedStep } from './damped-step.ts';
import type { Evaluated, Frame } from './frame.ts';
import { normOf } from './sizes.ts';
import { type Spectrum, writeSpectrum } from './spectrum.ts';
import { loadAt } from './vectors.ts';

/** An eigenvalue this small beside the largest one counts as zero. */
const SINGULAR = 1e-6;
/** Room for rounding where a test only tells whether a closer look is needed. */
const MARGIN = 1.01;
/** The least eigenvalue is looked at again where it is smaller than this beside the largest one. */
const CLEAR = 0.125;
/** Directions that bend less than this beside the largest one hardly count on the way to the stationary point. */
const STIFF = 1e-3;
/** The part of the change on that way by which an eigenvalue may still be off at its end. */
const LEFT = 0.0625;
/** A few of the position's last digits, beside its largest component. */
const DIGITS = 4.8e-7;

/** Codes of outcomes. */
export const CODE = Object.fromEntries(OUTCOMES.map((outcome, code) => [outcome, code])) as Record<
  (typeof OUTCOMES)[number],
  number
>;

/**
 * Whether the gradient has vanished, and what the point is then: `outcome_of` of `outcome.wgsl`.
 * @param told mask of the cells whose outcome does not depend on that
 */
export function stationaryOutcome(
  frame: Frame,
  theta: readonly Lane[],
  at: Evaluated,
  norm: Lane,
  told: Lane,
): { vanished: Lane; outcome: Lane } {
  const { code, lanes, a } = frame;
  const small = frame.run('gradient');
  const distance = frame.run('distance');
  const vanishedVariable = code.variable(a.atMost(norm, small));
  const outcomeVariable = code.variable(lanes.i32(CODE.flat));
  // No stationary point is nearer than the gradient's norm over the largest curvature, which the Hessian's own norm bounds: most cells need no
  // closer look.
  const size = a.sqrt(a.total(at.hessian.flat().map((value) => a.mul(value, value))));
  const close = a.not(a.less(a.mul(a.mul(distance, size), lanes.f32(MARGIN)), norm));
  const gentle = a.atMost(norm, frame.run('steep'));
  code.bits(a.without(a.or(a.and(close, gentle), a.atMost(norm, small)), told)).when(() => {
    const spectrum = writeSpectrum(frame, at.hessian, at.gradient);
    const here = bendOf(frame, spectrum);
    const { lowest, largest, zero } = here;
    const least = a.max(zero, lanes.f32(1e-30));
    const away = spectrum.components.map((part, i) => a.div(part, a.max(a.abs(spectrum.eigenvalues[i]), least)));
    const square = a.total(away.map((value) => a.mul(value, value)));
    const inReach = a.and(a.less(lanes.f32(0), largest), a.atMost(square, a.mul(distance, distance)));
    const vanished = a.or(a.atMost(norm, small), a.and(inReach, gentle));
    code.assign(vanishedVariable, vanished);
    const curved = a.less(a.mul(lanes.f32(1e-3), small), a.mul(largest, distance));
    const unclear = a.less(a.abs(lowest), a.mul(lanes.f32(CLEAR), largest));
    const doubtful = a.without(a.and(a.and(curved, vanished), unclear), told);
    const [lowestVariable, zeroVariable] = [code.variable(lowest), code.variable(zero)];
    if (looksAhead(frame.plan.objective)) {
      code.bits(doubtful).when(() => {
        const there = bendAhead(frame, theta, at, here);
        code.assign(lowestVariable, a.choose(doubtful, there.lowest, lowest));
        code.assign(zeroVariable, a.choose(doubtful, there.zero, zero));
      });
    }
    const [bend, nothing] = [lowestVariable, zeroVariable].map((variable) => code.read(lanes.leaf(), variable));
    const saddle = a.and(curved, a.less(bend, a.neg(nothing)));
    const bowl = a.and(curved, a.less(nothing, bend));
    const either = a.choose(saddle, lanes.i32(CODE.saddle), lanes.i32(CODE.flat));
    code.assign(outcomeVariable, a.choose(bowl, lanes.i32(CODE.converged), either));
  });
  return { vanished: code.read(lanes.leaf(), vanishedVariable), outcome: code.read(lanes.leaf(), outcomeVariable) };
}

/** The least eigenvalue, the largest size of one, and the size up to which one cannot be told from zero. */
interface Bend {
  readonly lowest: Lane;
  readonly largest: Lane;
  readonly zero: Lane;
}

function bendOf({ code, lanes, a }: Frame, { eigenvalues }: Spectrum): Bend {
  const lowest = eigenvalues.reduce((least, value) => a.min(least, value));
  const largest = a.largest(eigenvalues.map(a.abs));
  const zero = a.mul(lanes.f32(SINGULAR), largest);
  code.computeAll([lowest, largest, zero]);
  return { lowest, largest, zero };
}

/** How the surface bends at the stationary point of the local quadratic model: `bend_ahead` of `ahead.wgsl`, which says why. */
function bendAhead(frame: Frame, theta: readonly Lane[], at: Evaluated, here: Bend): Bend {
  const { code, lanes, a, zero } = frame;
  const solver = new DampedStep(frame);
  const n = theta.length;
  at.hessian.flat().forEach((value, i) => {
    code.store(zero, solver.at.hessian + 16 * i, value);
  });
  at.gradient.forEach((value, i) => {
    code.store(zero, solver.at.gradient + 16 * i, value);
  });
  solver.solve(a.mul(lanes.f32(STIFF), here.largest), here.largest, frame.run('distance'));
  const step = Array.from({ length: n }, (_, i) => loadAt(frame, zero, solver.at.step + 16 * i));
  const length = a.max(normOf(frame, step), lanes.f32(1e-30));
  const digits = a.mul(lanes.f32(DIGITS), a.largest(theta.map(a.abs)));
  const far = a.max(length, digits);
  const longer = a.div(far, length);
  const place = theta.map((value, i) => a.add(value, a.mul(step[i], longer)));
  code.computeAll([far, ...place]);
  const { hessian, gradient } = frame.evaluate(place, 'hessian');
  const there = bendOf(frame, writeSpectrum(frame, hessian, gradient));
  const left = a.max(lanes.f32(LEFT), a.div(digits, far));
  const error = a.mul(left, a.abs(a.sub(there.lowest, here.lowest)));
  return { ...there, zero: a.max(there.zero, error) };
}
