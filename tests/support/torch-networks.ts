import { type ExperimentInput, type LayeredNetwork, planExperiment } from '../../src/experiment/index.ts';
import { readGolden } from './golden.ts';
import { layeredPlan } from './layered-plan.ts';

/** A network that PyTorch has trained, and the experiment that must reproduce it. `tests/golden/data/torch_networks.py` tells what its fields are. */
export interface TorchNetwork {
  readonly experiment: ExperimentInput;
  readonly src: string;
  readonly layers: readonly Pick<LayeredNetwork['layers'][number], 'from' | 'to' | 'activation' | 'factor'>[];
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly drawn: readonly (readonly number[])[] | null;
  readonly start: readonly number[];
  readonly theta: readonly (readonly number[])[];
  readonly loss: readonly number[];
  readonly eg: readonly number[];
  readonly hg: number;
}

const { rec, cases } = readGolden<{ readonly rec: readonly number[]; readonly cases: readonly TorchNetwork[] }>(
  'torch_networks',
);

/** The updates after which a trained network was recorded; its `theta`, `loss` and `eg` have an entry for each. */
export const torchRecords = rec;

/** The networks, each with a title for failures: `7: torch.optim.SGD, 272 parameters`. */
export const torchNetworks = cases.map((each, i) => ({
  ...each,
  title: `${i}: ${each.src}, ${each.start.length} parameters${each.drawn ? ', in batches' : ''}`,
}));

/** The plans of an experiment with a network: as a formula, where it is small enough, and as layers. */
export function networkForms(experiment: ExperimentInput) {
  const plan = planExperiment(experiment);
  const layers = { form: 'as layers', plan: layeredPlan(experiment) };
  return plan.objective.layered ? [layers] : [{ form: 'as a formula', plan }, layers];
}
