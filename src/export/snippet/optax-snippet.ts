import { batchCode } from './batch-code.ts';
import {
  type Configuration,
  firstRate,
  type RateGroup,
  rateGroups,
  readsRate,
  ruleNames,
  scheduleOf,
  shares,
} from './configuration.ts';
import { JAX } from './dialect.ts';
import { PythonNames } from './names.ts';
import { objectiveCode } from './objective-code.ts';
import { optaxOptimizer } from './optax-optimizers.ts';
import { floating, pythonNumber } from './python.ts';
import { isConstant, type ScheduleValues, scheduleCode } from './schedule-code.ts';
import { commonNotes, program, type Snippet } from './snippet.ts';
import { type Arrays, writtenRules } from './written-rules.ts';

const ARRAYS: Arrays = {
  dialect: JAX,
  full: (like, value) => (value === '0' ? `jnp.zeros_like(${like})` : `jnp.full_like(${like}, ${value})`),
  scalar: (value) => `jnp.array(float(${value}))`,
};

/** A configuration as a program in JAX with optax. */
export function optaxSnippet(configuration: Configuration, title: string): Snippet {
  const { plan, optimizer, values, noise, batch } = configuration;
  const lr = values.get('lr') ?? 0;
  const schedule: ScheduleValues = { input: scheduleOf(configuration), lr, values };
  const constant = isConstant(schedule);
  const groups = rateGroups(configuration);
  const match =
    groups && readsRate(configuration)
      ? { optimizer: null, remark: 'there they have one learning rate for all layers' }
      : optaxOptimizer(ruleNames(configuration), values, constant ? pythonNumber(lr) : 'eta', firstRate(configuration));
  const own = match.optimizer !== null;
  const names = new PythonNames(['lr']);
  const objective = objectiveCode(plan.objective, JAX, 'jnp.array', batch !== null, names);
  const rate = constant ? [] : [scheduleCode(schedule, own ? JAX : null)];
  const loop = match.optimizer
    ? ownLoop(configuration, match.optimizer, groups)
    : [writtenLoop(configuration, names, constant, groups)];
  const { label } = plan.optimizers[optimizer];
  const notes = match.remark === null ? [] : [`The rules of ${label} are written out: ${match.remark}.`];
  const imports = ['import jax', 'import jax.numpy as jnp', ...(own ? ['import optax'] : [])];
  const setup = ['jax.config.update("jax_enable_x64", True)'];
  return {
    library: 'optax',
    code: program(title, imports, [setup, objective, batchCode(configuration, 'jnp.array'), ...rate, ...loop]),
    own,
    notes: [...notes, ...commonNotes(noise, plan.objective.formula)],
  };
}

function ownLoop(
  { plan, start, noise, batch }: Configuration,
  optimizer: readonly string[],
  groups: readonly RateGroup[] | null,
): string[][] {
  const noisy = noise > 0;
  const [rows, drawn] = batch === null ? ['', ''] : [', rows', ', batch_of(step + 1)'];
  const update = [
    '@jax.jit',
    `def update(theta, state${rows}${noisy ? ', key' : ''}):`,
    `    gradient = jax.grad(loss_fn)(theta${rows})`,
    ...(noisy ? [`    gradient += ${pythonNumber(noise)}*jax.random.normal(key, theta.shape)`] : []),
    '    updates, state = optimizer.update(gradient, state, theta)',
    `    return optax.apply_updates(theta, ${groups ? 'share*' : ''}updates), state`,
  ];
  const loop = [
    `theta = jnp.array([${start.map(floating).join(', ')}])`,
    ...(groups ? [`share = jnp.array([${shares(groups).join(', ')}])`] : []),
    'state = optimizer.init(theta)',
    ...(noisy ? [`key = jax.random.key(${plan.seed})`] : []),
    `for step in range(${plan.steps}):`,
    ...(noisy ? ['    key, draw = jax.random.split(key)'] : []),
    `    theta, state = update(theta, state${drawn}${noisy ? ', draw' : ''})`,
    '',
    'print("theta", theta.tolist(), "loss", loss_fn(theta).item())',
  ];
  return [[...optimizer], update, loop];
}

function writtenLoop(
  configuration: Configuration,
  names: PythonNames,
  constant: boolean,
  groups: readonly RateGroup[] | null,
): string[] {
  const { plan, start, noise, batch } = configuration;
  const rows = batch === null ? '' : ', rows';
  const rates = constant ? (['lr', 'lr'] as const) : (['eta(step)', 'eta(step + 1)'] as const);
  const { before, step, usesCurvature } = writtenRules(configuration, ARRAYS, names, rates);
  const noisy = noise > 0;
  return [
    'gradient = jax.jit(jax.grad(loss_fn))',
    ...(usesCurvature ? ['curvature = jax.jit(jax.hessian(loss_fn))'] : []),
    `theta = jnp.array([${start.map(floating).join(', ')}])`,
    ...(groups ? [`share = jnp.array([${shares(groups).join(', ')}])`] : []),
    ...(noisy ? [`key = jax.random.key(${plan.seed})`] : []),
    ...before,
    `for step in range(${plan.steps}):`,
    '    t = step + 1',
    ...(rows ? ['    rows = batch_of(t)'] : []),
    `    g = gradient(theta${rows})`,
    ...(noisy
      ? [
          '    key, draw = jax.random.split(key)',
          `    g = g + ${pythonNumber(noise)}*jax.random.normal(draw, theta.shape)`,
        ]
      : []),
    ...(usesCurvature ? [`    h = jnp.diagonal(curvature(theta${rows}))`] : []),
    ...step.map((line) => `    ${line}`),
    `    theta = theta - ${rates[0]}*${groups ? 'share*' : ''}u`,
    '',
    'print("theta", theta.tolist(), "loss", loss_fn(theta).item())',
  ];
}
