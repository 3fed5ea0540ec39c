import { expect, test } from 'vitest';
import { optimizers, schedules } from '../../../src/catalogue/index.ts';
import { type ExperimentInput, planExperiment, settingOf } from '../../../src/experiment/index.ts';
import { cellConfiguration } from '../../../src/export/snippet/chosen.ts';
import { optaxSnippet } from '../../../src/export/snippet/optax-snippet.ts';
import { torchSnippet } from '../../../src/export/snippet/torch-snippet.ts';

type Input = ExperimentInput['optimizers'][number];

function snippets(optimizer: Input, more: Partial<ExperimentInput> = {}) {
  const plan = planExperiment({ objective: 'himmelblau', optimizers: [optimizer], ...more });
  const configuration = cellConfiguration(plan, 0, [0, 0]);
  return { torch: torchSnippet(configuration, 'test'), optax: optaxSnippet(configuration, 'test') };
}

/** The lines of code, with what stands between brackets on one line. */
const lineWith = (code: string, word: string) => code.split('\n').find((line) => line.includes(word)) ?? '';

/** What each library has of each optimizer: the name of its optimizer or first transformation, or null where the rules are written out. */
const OWN: Readonly<Record<string, readonly [torch: string | null, optax: string | null]>> = {
  sgd: ['SGD', 'scale_by_learning_rate'],
  momentum: ['SGD', 'trace'],
  nesterov: ['SGD', 'trace'],
  adagrad: ['Adagrad', null],
  'adagrad-lecture': [null, null],
  adadelta: ['Adadelta', 'scale_by_adadelta'],
  rmsprop: ['RMSprop', 'scale_by_rms'],
  'rmsprop-lecture': [null, null],
  adam: ['Adam', 'scale_by_adam'],
  amsgrad: ['Adam', null],
  adamw: ['AdamW', 'scale_by_adam'],
  nadam: ['NAdam', null],
  radam: ['RAdam', null],
  adamax: ['Adamax', 'scale_by_adamax'],
  adabelief: [null, 'scale_by_belief'],
  yogi: [null, 'scale_by_yogi'],
  lion: [null, 'scale_by_lion'],
  signsgd: [null, 'scale_by_sign'],
  adan: [null, 'scale_by_adan'],
  rprop: ['Rprop', null],
  adopt: [null, 'contrib.scale_by_adopt'],
  lamb: [null, 'scale_by_adam'],
  'normalized-momentum': [null, 'trace'],
  sophia: [null, null],
  prodigy: [null, 'contrib.prodigy'],
  'schedule-free-sgd': [null, 'contrib.schedule_free'],
  'schedule-free-adamw': [null, 'contrib.schedule_free'],
};

test('it is known of every optimizer whether the libraries have it', () => {
  expect(Object.keys(OWN).sort()).toEqual(optimizers.map(({ name }) => name).sort());
});

/** Columns called as what rules, schedules and programs call their own numbers. */
const COLUMNS = 'm v n c d k p q r w y z g u h lr last total largest beta1 eps rate inputs targets'.split(' ');

test.each(optimizers)("no line of $name's programs assigns to the data that the loss is made of", ({ name }) => {
  const formula = { formula: `mean((a*${COLUMNS.join('*')} - b)^2)`, parameters: ['a', 'b'], data: Object.fromEntries(COLUMNS.map((column) => [column, [1, 2]])) }; // biome-ignore format: one line
  const layered = { network: { widths: [2, 16, 1], data: { name: 'xor', rows: 4 } } };
  for (const objective of name === 'sophia' ? [formula] : [formula, layered]) {
    const found = snippets({ name, lr: 0.02, schedule: { name: 'cosine' } }, { objective, batch: 2 });
    for (const { code, library } of [found.torch, found.optax]) {
      const [data, program] = code.split('def loss_fn');
      const columns = [...data.matchAll(/^(\w+) = /gm)].map(([, column]) => column);
      expect(columns.length).toBe(objective === formula ? COLUMNS.length : 2);
      const assigned = [...program.matchAll(/^\s*(?:for )?([\w, ]+?) (?:=|in) /gm)].flatMap(([, names]) =>
        names.split(', '),
      );
      expect(assigned.length).toBeGreaterThan(3);
      expect(
        columns.filter((column) => assigned.includes(column)),
        `${library}: ${Object.keys(objective)}`,
      ).toEqual([]);
    }
  }
});

test.each(optimizers)('$name is a program in both libraries, by their own optimizer where they have it', ({ name }) => {
  const found = snippets({ name, lr: 0.02 });
  const [torch, optax] = OWN[name];
  expect([found.torch.own, found.optax.own]).toEqual([torch !== null, optax !== null]);
  if (torch) expect(found.torch.code).toContain(`torch.optim.${torch}([theta], lr=0.02`);
  if (optax) expect(found.optax.code).toContain(`optax.${optax}(`);
  for (const { code, own, notes } of [found.torch, found.optax]) {
    expect(code).toContain('return (x**2 + y - 11)**2 + (x + y**2 - 7)**2');
    expect(code).toContain('for step in range(1000):');
    // Who reads a program must be told that no library's optimizer runs there, and why.
    expect(notes.some((note) => note.includes('written out'))).toBe(!own);
    expect(code).not.toMatch(/undefined|NaN|\^|\bnull\b/);
  }
});

test.each([
  [{ name: 'sgd', momentum: 0.9, nesterov: true }, 'torch.optim.SGD([theta], lr=0.001, momentum=0.9, nesterov=True)'],
  [
    { name: 'sgd', momentum: 0.9, dampening: 0.1, weight_decay: 0.01 },
    'SGD([theta], lr=0.001, momentum=0.9, dampening=0.1, weight_decay=0.01)',
  ],
  [{ name: 'adam', amsgrad: true, beta2: 0.99 }, 'Adam([theta], lr=0.001, betas=(0.9, 0.99), eps=1e-8, amsgrad=True)'],
  [
    { name: 'radam', decoupled_weight_decay: true, weight_decay: 0.1 },
    'decoupled_weight_decay=True, weight_decay=0.1)',
  ],
  [{ name: 'rmsprop', centered: true, momentum: 0.5 }, 'centered=True, momentum=0.5)'],
] as const)('flags and decay reach PyTorch: %#', (optimizer, call) => {
  expect(lineWith(snippets(optimizer).torch.code, 'torch.optim.')).toContain(call);
});

test('what a library does otherwise is written out, not called by the same name', () => {
  expect(snippets({ name: 'sgd', momentum: 0.9, nesterov: true, dampening: 0.1 }).torch.own).toBe(false);
  expect(snippets({ name: 'momentum', momentum: 0, dampening: 0.5 }).torch.own).toBe(false);
  expect(snippets({ name: 'momentum', dampening: 0.5 }).optax.own).toBe(false);
  expect(snippets({ name: 'rprop', schedule: { name: 'inverse-sqrt' } }).torch.own).toBe(false);
  // Adam's second moment is of the gradient, clipped or not.
  expect(snippets({ rules: ['clip-norm', 'ema', 'adam-scale'] }).optax.own).toBe(false);
  expect(snippets({ rules: ['clip-norm', 'heavy-ball'], momentum: 0.9 }).optax.own).toBe(true);
});

test("optax's Prodigy, which makes no number of a first rate of 0, is written out for it", () => {
  const prodigy = (warmup_from: number) =>
    snippets({ name: 'prodigy', schedule: { name: 'constant', warmup: 5, warmup_from } }).optax;
  expect([prodigy(0).own, prodigy(0.1).own]).toEqual([false, true]);
  expect(prodigy(0).notes[0]).toContain('first learning rate is 0');
});

test.each(schedules)('the schedule $name runs in both', ({ name }) => {
  const { torch, optax } = snippets({ name: 'adam', schedule: { name } });
  if (name === 'constant') {
    expect(torch.code).not.toContain('scheduler');
    expect(optax.code).toContain('scale_by_learning_rate(0.001)');
    return;
  }
  expect(torch.code).toContain('scheduler.step()');
  expect(optax.code).toContain('scale_by_learning_rate(eta)');
  // LambdaLR multiplies the rate that it finds.
  if (torch.code.includes('LambdaLR(optimizer, eta)')) expect(torch.code).toContain('lr=1.0');
});

test("PyTorch's own schedulers stand where they give the same rates, and only there", () => {
  const torch = (schedule: NonNullable<Input['schedule']>) =>
    snippets({ name: 'adam', schedule }, { steps: 100 }).torch.code;
  expect(torch({ name: 'step', step_size: 30, gamma: 0.5 })).toContain('StepLR(optimizer, 30, gamma=0.5)');
  expect(torch({ name: 'cosine', T_max: 100 })).toContain('CosineAnnealingLR(optimizer, 100, eta_min=0)');
  expect(torch({ name: 'cosine', T_max: 50 })).toContain('LambdaLR');
  expect(torch({ name: 'step', step_size: 30, gamma: 0.5, warmup: 10 })).toContain('LambdaLR');
});

test('names that Python has taken get another one, and data come along', () => {
  const objective = {
    formula: 'sum((lambda*X + theta - in)^2) + mean(lambda^2)',
    parameters: ['lambda', 'theta'],
    data: { X: [1, 2.5], in: [3, 4] },
  };
  const { code } = snippets({ name: 'adam' }, { objective }).torch;
  expect(code).toContain('X = torch.tensor([1.0, 2.5])\nin_ = torch.tensor([3.0, 4.0])');
  expect(code).toContain('lambda_, theta_ = theta');
  expect(code).toContain('return torch.sum((lambda_*X + theta_ - in_)**2) + lambda_**2');
});

test.each([
  ['-x^2', '-x**2'],
  ['(-x)^2', '(-x)**2'],
  ['x^-y', 'x**-y'],
  ['x^(y + 1)', 'x**(y + 1)'],
  ['x - (y - 1)', 'x - (y - 1)'],
  ['x/2y', 'x/(2*y)'],
  ['max(x, 1)', 'torch.clamp(x, min=1)'],
  ['min(x, y, 2)', 'torch.clamp(torch.minimum(x, y), max=2)'],
  ['if(x > 0 and not (y < 1), x, 2)', 'torch.where(((x > 0) & (~(y < 1))), x, 2)'],
  ['(x < 1)*y', 'torch.where(x < 1, 1.0, 0.0)*y'],
  ['if(x, y, 1)', 'torch.where(x != 0, y, 1)'],
])('%s is %s in PyTorch', (formula, python) => {
  const { code } = snippets({ name: 'adam' }, { objective: { formula } }).torch;
  expect(lineWith(code, 'return ').trim()).toBe(`return ${python}`);
});

const layered = { network: { widths: [1, 2, 1], data: 'sine' as const } };
const own = { 'lr.1': 0.05 };
const rates = (optimizer: object) =>
  snippets({ ...optimizer, lr: 0.2, ...own } as Input, { objective: layered, grid: { x: { vary: 'noise', from: 0 } } });

test('layers with rates of their own are groups of parameters', () => {
  const { torch, optax } = rates({ name: 'adam' });
  expect(torch.own).toBe(true);
  expect(torch.code).toContain('    {"params": [layers[0]], "lr": 0.05},\n    {"params": [layers[1]]},\n');
  expect(torch.code).toContain('torch.optim.Adam(groups, lr=0.2');
  expect(torch.code).toContain('loss = loss_fn(torch.cat(layers))');
  // Two units with a weight and a bias each, then the last one's two weights and bias.
  const entries = torch.code.split('\n').filter((line) => line.startsWith('    torch.tensor('));
  expect(entries.map((line) => line.split(',').length - 2)).toEqual([4, 3]);
  expect(optax.own).toBe(true);
  expect(optax.code).toContain('share = jnp.array([0.25, 0.25, 0.25, 0.25, 1.0, 1.0, 1.0])');
  expect(optax.code).toContain('optax.apply_updates(theta, share*updates)');
});

test('a scheduler keeps the ratio of the groups, or is not PyTorch’s own', () => {
  const torch = (schedule: object) => rates({ name: 'sgd', schedule }).torch.code;
  expect(torch({ name: 'exponential', gamma: 0.9 })).toContain('"lr": 0.05}');
  expect(torch({ name: 'cosine', eta_min: 0 })).toContain('CosineAnnealingLR');
  const lambda = torch({ name: 'cosine', eta_min: 0.01 });
  expect(lambda).toContain('LambdaLR(optimizer, eta)');
  expect(lambda).toContain('"lr": 0.25}');
  expect(lambda).toContain('(groups, lr=1.0)');
});

test('rules that read the rate get each layer’s', () => {
  const { torch, optax } = rates({ name: 'schedule-free-sgd' });
  expect([torch.own, optax.own]).toEqual([false, false]);
  expect(torch.code).toContain('z = q - (lr*share)*u');
  expect(torch.code).toContain('theta = theta - lr*share*u');
  expect(optax.notes.join(' ')).toContain('one learning rate for all layers');
});

test('a batch is drawn by the hash that Scree draws it with, for the cell', () => {
  const objective = {
    formula: 'sum((a*X + b - Y)^2) + mean(abs(Y))*a',
    parameters: ['a', 'b'],
    data: { X: [1, 2, 3], Y: [2, 1, 5] },
  };
  const grid = { x: { vary: 'batch', from: 1, to: 3, count: 3 }, y: { vary: 'a', from: 0, to: 1, count: 2 } };
  const plan = planExperiment({ objective, optimizers: [{ name: 'adam' }, { name: 'sophia' }], grid, seed: 7 });
  const write = (make: typeof torchSnippet, optimizer: number) =>
    make(cellConfiguration(plan, optimizer, [1, 1]), 'test').code;
  for (const [make, array] of [
    [torchSnippet, 'torch.tensor'],
    [optaxSnippet, 'jnp.array'],
  ] as const) {
    for (const optimizer of [0, 1]) {
      const code = write(make, optimizer);
      expect(code).toContain('draws = pcg(pcg(pcg(7) + 4) + step)');
      expect(code).toContain(`return ${array}([pcg(draws + 0x80000000 + k)*3 >> 32 for k in range(2)])`);
      expect(code).toContain('X_ = X[rows]');
      // A sum over a few rows stands for one over all three.
      expect(code).toMatch(/return \(3\*\w+\.mean\(\(a\*X_ \+ b - Y_\)\*\*2\)\) \+ \w+\.mean\(\w+\.abs\(Y_\)\)\*a/);
    }
  }
  expect(write(torchSnippet, 0)).toContain('loss = loss_fn(theta, batch_of(step + 1))');
  expect(write(torchSnippet, 1)).toContain('h = curvature(theta, rows).diagonal()');
  expect(write(optaxSnippet, 0)).toContain('theta, state = update(theta, state, batch_of(step + 1))');
  expect(write(optaxSnippet, 1)).toContain('g = gradient(theta, rows)');
  const whole = planExperiment({ objective, optimizers: [{ name: 'adam' }] });
  expect(torchSnippet(cellConfiguration(whole, 0, [0, 0]), 'test').code).not.toMatch(/batch|rows/);
});

test('a batch of a network whose layers are data is drawn, too', () => {
  const objective = { network: { widths: [2, 40, 1], loss: 'logistic' as const, data: 'xor' as const } };
  const plan = planExperiment({ objective, optimizers: [{ name: 'sgd' }], batch: 8 });
  const { code } = torchSnippet(cellConfiguration(plan, 0, [0, 0]), 'test');
  expect(code).toContain('h = inputs[rows]');
  expect(code).toContain('- targets[rows]*h');
  expect(code).toContain('*64 >> 32 for k in range(8)]');
  expect(code).toContain('loss_fn(theta, batch_of(step + 1))');
});

test('a network is written as its formula, with its data and the first weights of the cell', () => {
  const objective = { network: { widths: [2, 2, 1], loss: 'logistic' as const, data: { name: 'xor', rows: 4 } } };
  const grid = { x: { vary: 'network.seed', from: 5, to: 6, count: 2 } };
  const plan = planExperiment({ objective, optimizers: [{ name: 'adam' }], grid });
  for (const write of [torchSnippet, optaxSnippet]) {
    const { code } = write(cellConfiguration(plan, 0, [1, 0]), 'test');
    expect(code).toContain('h1_1 = ');
    expect(code).toMatch(/y1 = .*\[/);
    const [first] = settingOf(plan, 0, [1, 0]).start;
    expect(code).toContain(String(first));
  }
});

test('a network whose layers are data is written layer by layer', () => {
  const network = { widths: [2, 12, 3], loss: 'cross-entropy', l2: 0.1, activation: ['tanh', 'relu'], data: { columns: { a: [1, 2], b: [0, 0.5], c: [2, 0] } } } as const; // biome-ignore format: one line
  const input = { objective: { network: { ...network, activation: [...network.activation] } }, steps: 3 } as never;
  const { torch, optax } = snippets({ name: 'lamb' }, input);
  const body = (of: string) =>
    of
      .slice(of.indexOf('    h = inputs'), of.indexOf('\n\n', of.indexOf('    h = inputs')))
      .split('\n')
      .map((line) => line.trim());
  expect(torch.code).toContain(
    'inputs = torch.tensor([[1.0, 0.0], [2.0, 0.5]])\ntargets = torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])',
  );
  expect(body(torch.code)).toEqual([
    'h = inputs',
    'w1 = theta[0:36].reshape(12, 3)',
    'h = torch.tanh(h @ w1[:, :2].T + w1[:, 2])',
    'w2 = theta[36:75].reshape(3, 13)',
    'h = torch.relu(h @ w2[:, :12].T + w2[:, 12])',
    'return torch.mean(torch.logsumexp(h, 1) - (targets*h).sum(1)) + 0.05*(torch.sum(w1[:, :2]**2) + torch.sum(w2[:, :12]**2))',
  ]);
  expect(body(optax.code)[2]).toBe('h = jnp.tanh(h @ w1[:, :2].T + w1[:, 2])');
  expect(optax.code).toContain('jax.nn.logsumexp(h, 1)');
  // Rules are written over the whole vector, a state kept for each parameter as one array.
  expect(torch.code).toContain('m = torch.zeros_like(theta)');
  expect(torch.code).toContain('both = torch.linalg.norm(theta)*torch.linalg.norm(u) > 0');
});
