import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Sentences } from '../../../../src/app/locale/sentences.ts';
import { TRANSLATIONS } from '../../../../src/app/locale/translations.ts';
import { BadExperiment, planExperiment } from '../../../../src/experiment/index.ts';
import { FormulaError } from '../../../../src/formula/index.ts';
import { textsOfFile } from '../../../support/page-texts.ts';

/** What writes code, and what runs in Node alone. */
const UNSEEN =
  /^(wasm|wgsl|print|latex|functions|cpu\/node|webgpu\/(generate|layered|node|vulkan|swiftshader|surface|sight|trails))/;
/** Labels of a device's objects, names of nodes, and what tells of a mistake in the program. */
const NO_SENTENCES =
  /^(\w+(\.\w+)?|\{0\}\.run|settle\.\{0\}|hyper .*|state \{0\} \{1\}|line \{0\}: .*|WebAssembly SIMD|two classes|matrices of .*|\{0\} numbers are no whole .*)$/s;
/** Parts of sentences, which are translated as a whole. */
const PARTS = [
  ...[
    'this objective has',
    'this rule has',
    'this schedule has',
    'a first value may use',
    'a network of the experiment',
  ],
  ...['at least', 'at least ', 'at most', 'be {0} {1}', 'be at most {0}', 'have {0} {1} {2}', 'it must {0}'],
  ...[
    'it takes {0}{1}',
    '`{0}` with {1} {2}',
    '{0} {1} for "{2}"',
    '{0} {1} for "{2}" with {3}',
    '{0} {1} and {2} {3}',
  ],
  ...['these widths need {0}: {1}, in this order', '{0} at {1}', '{0} at {1}; {2}', 'line {0}, {1}', 'CPU, {0}'],
  ...[
    'layer needs',
    'layers need',
    '{0} workers',
    'it has lr.1 alone',
    'it has lr.1 to lr.{0}',
    '{0}, one for each of its {1} {2}',
  ],
  "{0} {1} one each, the last one's included; or give one name for all but the last",
];

const said = ['src/formula', 'src/experiment', 'src/engine'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !UNSEEN.test(file))
    .sort()
    .flatMap((file) => textsOfFile(`${folder}/${file}`).bare)
    .filter(({ text }) => !NO_SENTENCES.test(text) && !PARTS.includes(text)),
);

const adam = { name: 'adam' };
const formula = (text: string) => ({ objective: { formula: text }, optimizers: [adam] });
const rule = (text: string, state = {}) => ({
  objective: 'sphere',
  optimizers: [{ rules: [{ formula: text, state }] }],
});
const network = (fields: object) => ({
  objective: { network: { widths: [2, 3, 1], data: 'xor', ...fields } },
  optimizers: [adam],
});

/** What cannot run, one of each kind. */
const BAD: readonly object[] = [
  ...[
    '',
    'x +',
    'x § y',
    'x^2 + 2*z',
    'foo(x)',
    'sin',
    'sin(x, y)',
    'min(x)',
    'x(y)',
    '1/0',
    'log(-1)',
    'mean(x)',
    'x < y',
    'x = 1',
    'a = 1',
    'sqrt(0 - 1)',
  ].map(formula),
  ...['w = g', 'u', 'v = u', 'u = norm(1)', 'u = k'].map((text) => rule(text)),
  rule('u = g', { m: 0 }),
  ...[
    { loss: 'cross-entropy' },
    { widths: [3, 1] },
    { data: 'moons' },
    { data: 'sine', loss: 'logistic' },
    { widths: [2, 2] },
    { widths: [2, 64, 64, 64, 1] },
  ].map(network),
  ...[
    { activation: ['tanh'] },
    { data: { columns: { x: [1], y: [1] } } },
    { data: { columns: { a: [1, 2], b: [1], c: [1] } } },
  ].map(network),
  { objective: 'nowhere', optimizers: [adam] },
  { optimizers: [adam] },
  ...[
    { name: 'best' },
    { name: 'adam', rules: [] },
    {},
    { name: 'adam', mu: 1 },
    { name: 'adam', lr: 'much' },
    { name: 'adam', beta1: 2 },
  ].map((optimizer) => ({ objective: 'sphere', optimizers: [optimizer] })),
  ...[
    { name: 'sometimes' },
    { name: 'step', formula: 'lr' },
    { name: 'step', many: 1 },
    { formula: 'a = lr' },
    { name: 'multi-step', milestones: 3 },
  ].map((schedule) => ({ objective: 'sphere', optimizers: [{ ...adam, schedule }] })),
  ...[
    { steps: -1 },
    { steps: 1.5 },
    { steps: 'many' },
    { engine: 'abacus' },
    { colour: 'red' },
    { optimizers: [] },
    { start: { z: 1 } },
    { outcomes: { escape: 1 } },
  ].map((fields) => ({ objective: 'sphere', optimizers: [adam], ...fields })),
  ...[
    { x: { vary: 'z', from: 0, to: 1, count: 2 } },
    { x: { vary: 'lr', from: 0, to: 1, count: 2, scale: 'log' } },
    { x: { vary: 'lr', from: 1, count: 2 } },
    { y: { vary: 'lr', from: 1, to: 2, count: 2 } },
    { x: { vary: 'lr', from: 1, to: 2, count: 2 }, y: { vary: 'lr', from: 1, to: 2, count: 2 } },
  ].map((grid) => ({ objective: 'sphere', optimizers: [adam], grid })),
];

function refusal(experiment: object): BadExperiment | FormulaError {
  try {
    planExperiment(experiment);
  } catch (error) {
    if (error instanceof BadExperiment || error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`it runs: ${JSON.stringify(experiment)}`);
}

/** English words that are left in a translation, none of them in quotes or backticks. */
function wordsLeft(text: string): string[] {
  const own = text.replace(/`[^`]*`|“[^”]*”|「[^」]*」|"[^"]*"|\w+\([^)]*\)|\w+(-\w+)+/g, '');
  return (
    own.match(
      /\b(the|is|are|it|a|of|must|may|be|to|has|have|with|for|no|an|one|write|use|choose|give|known|possible)\b/g,
    ) ?? []
  );
}

describe.each(Object.entries(TRANSLATIONS))('%s', (_, { early, late }) => {
  const all = async () => new Sentences({ ...(await early()).sentences, ...(await late()).sentences });

  it('has every sentence of the layers below', async () => {
    const sentences = await all();
    const missing = said.filter(({ text }) => {
      const sample = text.replace(/\{\d+\}/g, '7');
      return sentences.of(sample) === sample;
    });
    expect(missing.map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
  });

  it('tells why an experiment cannot run', async () => {
    const sentences = await all();
    const told = BAD.map(refusal).map(({ problem, possible }) => ({
      english: `${problem}; ${possible}`,
      translated: `${sentences.of(problem)}; ${sentences.of(possible)}`,
    }));
    expect(
      told.filter(({ translated }) => wordsLeft(translated).length > 0 || !/\p{Script=Han}/u.test(translated)),
    ).toEqual([]);
  });
});
