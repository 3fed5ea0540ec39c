import { batchCode } from './batch-code.ts';
import { type Configuration, type RateGroup, rateGroups, ruleNames, scheduleOf, shares } from './configuration.ts';
import { TORCH } from './dialect.ts';
import { PythonNames } from './names.ts';
import { objectiveCode } from './objective-code.ts';
import { floating, pythonNumber } from './python.ts';
import { isConstant, type ScheduleValues, scheduleCode, scheduleValues } from './schedule-code.ts';
import { commonNotes, program, type Snippet } from './snippet.ts';
import { type TorchOptimizer, torchOptimizer } from './torch-optimizers.ts';
import { type Arrays, writtenRules } from './written-rules.ts';

const ARRAYS: Arrays = {
  dialect: TORCH,
  full: (like, value) => (value === '0' ? `torch.zeros_like(${like})` : `torch.full_like(${like}, ${value})`),
  scalar: (value) => `torch.tensor(float(${value}))`,
};

/** Parameters by their learning rates; null where all have the same one. */
type Groups = readonly RateGroup[] | null;

/** A configuration as a PyTorch program. */
export function torchSnippet(configuration: Configuration, title: string): Snippet {
  const { plan, optimizer, values, noise, batch } = configuration;
  const lr = values.get('lr') ?? 0;
  const schedule: ScheduleValues = { input: scheduleOf(configuration), lr, values };
  const found = torchOptimizer(ruleNames(configuration), values);
  // PyTorch's Rprop looks at the learning rate but once.
  const own = found && (found.name !== 'Rprop' || isConstant(schedule)) ? found : null;
  const groups = rateGroups(configuration);
  const names = new PythonNames(['lr']);
  const objective = objectiveCode(plan.objective, TORCH, 'torch.tensor', batch !== null, names);
  const setup = ['torch.set_default_dtype(torch.float64)', ...(noise > 0 ? [`torch.manual_seed(${plan.seed})`] : [])];
  const parts = own
    ? [...rateParts(schedule, plan.steps, groups), ownLoop(configuration, own, schedule, groups)]
    : [
        ...(isConstant(schedule) ? [] : [scheduleCode(schedule, null)]),
        writtenLoop(configuration, names, isConstant(schedule), groups),
      ];
  const { label } = plan.optimizers[optimizer];
  const notes = own
    ? []
    : [`torch.optim has no optimizer that makes the steps of ${label}: its rules are written out.`];
  return {
    library: 'PyTorch',
    code: program(title, ['import torch'], [setup, objective, batchCode(configuration, 'torch.tensor'), ...parts]),
    own: own !== null,
    notes: [...notes, ...commonNotes(noise, plan.objective.formula)],
  };
}

/** A scheduler of PyTorch's own that gives the very rates, as text; null where there is none. */
function ownScheduler({ input, values }: ScheduleValues, steps: number, layered: boolean): string | null {
  if (values.has('schedule.warmup')) return null;
  const of = scheduleValues(values);
  const number = (name: string) => of.get(name) as number;
  const text = (name: string) => pythonNumber(number(name));
  const whole = (value: unknown) => Number.isInteger(value);
  switch (input?.name) {
    case 'step':
      return whole(of.get('step_size')) ? `StepLR(optimizer, ${text('step_size')}, gamma=${text('gamma')})` : null;
    case 'multi-step': {
      const milestones = of.get('milestones') as readonly number[];
      if (!milestones.every(whole)) return null;
      return `MultiStepLR(optimizer, [${milestones.join(', ')}], gamma=${text('gamma')})`;
    }
    case 'exponential':
      return `ExponentialLR(optimizer, ${text('gamma')})`;
    case 'cosine':
      // Beyond T_max PyTorch's rises again.
      if (!whole(of.get('T_max')) || number('T_max') < steps) return null;
      // Down to the same rate for all groups, where ours keeps their ratio.
      if (layered && number('eta_min') !== 0) return null;
      return `CosineAnnealingLR(optimizer, ${text('T_max')}, eta_min=${text('eta_min')})`;
    default:
      return null;
  }
}

function rateParts(schedule: ScheduleValues, steps: number, groups: Groups): (readonly string[])[] {
  return isConstant(schedule) || ownScheduler(schedule, steps, groups !== null) ? [] : [scheduleCode(schedule, null)];
}

function ownLoop(
  { plan, start, noise, batch }: Configuration,
  own: TorchOptimizer,
  schedule: ScheduleValues,
  groups: Groups,
): string[] {
  const constant = isConstant(schedule);
  const scheduler = constant
    ? null
    : (ownScheduler(schedule, plan.steps, groups !== null) ?? 'LambdaLR(optimizer, eta)');
  // LambdaLR multiplies the learning rate that the optimizer has.
  const relative = scheduler?.startsWith('LambdaLR');
  const lr = relative ? '1.0' : pythonNumber(schedule.lr);
  const given = Object.entries(own.arguments).map(([name, value]) => `, ${name}=${value}`);
  const tensor = (from: number, to: number) =>
    `torch.tensor([${start.slice(from, to).map(floating).join(', ')}], requires_grad=True)`;
  const rate = (group: RateGroup) => (relative ? floating(group.share ?? 1) : pythonNumber(group.lr));
  const of = (group: RateGroup, i: number) =>
    `    {"params": [layers[${i}]]${group.share === null ? '' : `, "lr": ${rate(group)}`}},`;
  const [parameters, theta] = groups ? [groups.map(of), 'torch.cat(layers)'] : [[], 'theta'];
  return [
    ...(groups
      ? [
          'layers = [',
          ...groups.map(({ from, to }) => `    ${tensor(from, to)},`),
          ']',
          'groups = [',
          ...parameters,
          ']',
        ]
      : [`theta = ${tensor(0, start.length)}`]),
    `optimizer = torch.optim.${own.name}(${groups ? 'groups' : '[theta]'}, lr=${lr}${given.join('')})`,
    ...(scheduler ? [`scheduler = torch.optim.lr_scheduler.${scheduler}`] : []),
    `for step in range(${plan.steps}):`,
    '    optimizer.zero_grad()',
    `    loss = loss_fn(${theta}${batch === null ? '' : ', batch_of(step + 1)'})`,
    '    loss.backward()',
    ...(noise > 0
      ? groups
        ? ['    for layer in layers:', `        layer.grad += ${pythonNumber(noise)}*torch.randn_like(layer)`]
        : [`    theta.grad += ${pythonNumber(noise)}*torch.randn_like(theta)`]
      : []),
    '    optimizer.step()',
    ...(scheduler ? ['    scheduler.step()'] : []),
    '',
    ...(groups ? ['theta = torch.cat(layers)'] : []),
    'print("theta", theta.tolist(), "loss", loss_fn(theta).item())',
  ];
}

function writtenLoop(configuration: Configuration, names: PythonNames, constant: boolean, groups: Groups): string[] {
  const { plan, start, noise, batch } = configuration;
  const rows = batch === null ? '' : ', rows';
  const rates = constant ? (['lr', 'lr'] as const) : (['eta(step)', 'eta(step + 1)'] as const);
  const { before, step, usesCurvature } = writtenRules(configuration, ARRAYS, names, rates);
  return [
    'gradient = torch.func.grad(loss_fn)',
    ...(usesCurvature ? ['curvature = torch.func.hessian(loss_fn)'] : []),
    `theta = torch.tensor([${start.map(floating).join(', ')}])`,
    ...(groups ? [`share = torch.tensor([${shares(groups).join(', ')}])`] : []),
    ...before,
    `for step in range(${plan.steps}):`,
    '    t = step + 1',
    ...(rows ? ['    rows = batch_of(t)'] : []),
    `    g = gradient(theta${rows})${noise > 0 ? ` + ${pythonNumber(noise)}*torch.randn_like(theta)` : ''}`,
    ...(usesCurvature ? [`    h = curvature(theta${rows}).diagonal()`] : []),
    ...step.map((line) => `    ${line}`),
    `    theta = theta - ${rates[0]}*${groups ? 'share*' : ''}u`,
    '',
    'print("theta", theta.tolist(), "loss", loss_fn(theta).item())',
  ];
}
