import { type Drawing, picturePlan, TARGETS, type Target } from '../../analysis/minimum-ratio/networks.ts';
import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { type Experiment, type Plan, readExperiment } from '../../experiment/index.ts';
import { RatioStudy } from './ratio-study.ts';

/** Networks of a picture. */
const NETWORKS = 1000;
/** Updates that are made of a network that is opened as an experiment. */
const STEPS = 500;

/** The networks that learn each target, kept for as long as their owner is there: other tabs are looked at meanwhile. */
const kept = new WeakMap<object, Map<Target, RatioStudy<NetworkEnd>>>();

/** The networks that learn a target. */
export function studyOf(owner: object, target: Target): RatioStudy<NetworkEnd> {
  const studies = kept.get(owner) ?? new Map<Target, RatioStudy<NetworkEnd>>();
  kept.set(owner, studies);
  const study = studies.get(target) ?? new RatioStudy<NetworkEnd>();
  studies.set(target, study);
  return study;
}

/** What the networks of a target are drawn from. */
export function drawingOf(target: Target): Drawing {
  return { target, networks: NETWORKS, seed: 0 };
}

/** The target that an experiment's own network learns, if it is one of the picture's; else the first. */
export function targetOf(plan: Plan | null): Target {
  const objective = plan?.experiment.objective;
  const data = typeof objective === 'object' && 'network' in objective ? objective.network.data : null;
  const name = typeof data === 'string' ? data : data && 'name' in data ? data.name : null;
  return TARGETS.find((target) => target === name) ?? TARGETS[0];
}

/** A network where it ended, as an experiment: does Adam stay there? */
export function experimentOf(target: Target, { theta }: NetworkEnd): Experiment {
  const { experiment, objective } = picturePlan(drawingOf(target));
  const { parameters } = objective;
  return readExperiment({
    objective: experiment.objective,
    optimizers: experiment.optimizers,
    grid: { x: { vary: parameters[0], from: theta[0], count: 1 } },
    start: Object.fromEntries(parameters.map((name, k) => [name, theta[k]])),
    steps: STEPS,
  });
}
