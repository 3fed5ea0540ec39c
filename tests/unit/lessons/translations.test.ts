import { describe, expect, it } from 'vitest';
import { optimizers } from '../../../src/catalogue/index.ts';
import {
  LESSONS,
  type LessonTexts,
  type LessonWords,
  placeOf,
  type StepWords,
  wordsIn,
} from '../../../src/lessons/index.ts';
import { type Chinese, faultsOf } from '../../support/chinese.ts';

const english = await wordsIn('en');
const translations = new Map<Chinese, LessonTexts>([
  ['zh-Hans', await wordsIn('zh-Hans')],
  ['zh-Hant', await wordsIn('zh-Hant')],
]);
const pairs = [...translations].flatMap(([language, texts]) => LESSONS.map((lesson) => ({ language, texts, lesson })));

const FIELDS = ['title', 'text', 'watch', 'question'] as const;
/** Words that every language writes the same, beside the optimizers' names. */
const NAMES = [
  'Hessian',
  'Himmelblau',
  'Ma',
  'PyTorch',
  'ResNet',
  'Transformer',
  'Yarats',
  'diag',
  'float',
  'max',
  'relu',
  'tanh',
];
/** Foreign words that stand beside a Chinese one. */
const GLOSSES = ['warm', 'up', 'epoch'];

const same = new Set([...NAMES, ...optimizers.flatMap(({ title }) => (/^\S+$/.test(title) ? [title] : []))]);
const inAll = (step: StepWords) => FIELDS.map((field) => step[field]).join('\n');
const sorted = <T>(values: Iterable<T>) => [...new Set(values)].sort();

/** The numbers that a text holds, each once: "7 million" and 700 万 are the same. Exponents are numbers of their own. */
function numbersIn(text: string): string[] {
  const found = text.matchAll(/(−?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)( million\b| [万萬])?|[⁻⁰-⁹¹²³]+/gu);
  return sorted(
    [...found].map(([all, digits, unit]) => {
      if (digits === undefined) return all;
      const times = unit === undefined ? 1 : unit === ' million' ? 1e6 : 1e4;
      return String(Number(digits.replace('−', '-').replaceAll(',', '')) * times);
    }),
  );
}

/** Greek letters and signs of mathematics, each once. */
const symbolsIn = (text: string) => sorted(text.match(/[α-ωΑ-Ω]|[√±←·₁]/gu) ?? []);
const latinIn = (text: string) => text.match(/[A-Za-z]+/g) ?? [];
const namesIn = (text: string) => sorted(latinIn(text).filter((word) => same.has(word)));
/** Whether a label holds more words than names and letters. */
const wordy = (label: string) => /’s/.test(label) || latinIn(label).some((word) => word.length > 1 && !same.has(word));

describe.each(pairs)('$lesson.id in $language', ({ language, texts, lesson }) => {
  const source: LessonWords = english[lesson.id];
  const words: LessonWords | undefined = texts[lesson.id];

  it('has words for each step', () => {
    expect(words, `${language} lacks the lesson ${lesson.id}`).toBeDefined();
    const missing = lesson.steps.flatMap((_, i) => (words?.steps[i] ? [] : [placeOf(lesson, i)]));
    expect(missing, `${language} lacks steps`).toEqual([]);
    expect(words?.steps.length).toBe(lesson.steps.length);
    expect(faultsOf(language, words?.title ?? '').join('; ')).toBe('');
    expect(words?.title).toMatch(/\p{Script=Han}/u);
  });

  it.each(lesson.steps.map((_, i) => i))('step %i is whole, and written as there', (i) => {
    const step = words?.steps[i];
    for (const field of FIELDS) {
      const said = step?.[field] ?? '';
      const [where, given] = [`${language} ${placeOf(lesson, i)}, ${field}`, source.steps[i][field]];
      expect(said, where).toMatch(/\p{Script=Han}/u);
      expect(said.trim(), where).toBe(said);
      expect(said.split('*').length, `${where}: stars`).toBe(given.split('*').length);
      expect(said.split('\n\n').length, `${where}: paragraphs`).toBe(given.split('\n\n').length);
      expect(faultsOf(language, said).join('; '), where).toBe('');
      expect(said.length, `${where}: letters, of ${given.length} in English`).toBeLessThanOrEqual(
        0.65 * given.length + 4,
      );
    }
    expect(step?.question).toMatch(/？/);
  });

  it.each(lesson.steps.map((_, i) => i))('step %i says the numbers, signs and names of the English one', (i) => {
    const [said, given] = [words?.steps[i], source.steps[i]].map((step) => (step ? inAll(step) : ''));
    const where = `${language} ${placeOf(lesson, i)}`;
    expect(numbersIn(said), `${where}: numbers`).toEqual(numbersIn(given));
    expect(symbolsIn(said), `${where}: signs`).toEqual(symbolsIn(given));
    expect(namesIn(said), `${where}: names`).toEqual(namesIn(given));
    const letters = new Set(latinIn(given));
    const strange = latinIn(said).filter((word) =>
      word.length > 1 ? !same.has(word) && !GLOSSES.includes(word) : !letters.has(word),
    );
    expect(strange, `${where}: English words left over`).toEqual([]);
  });

  it('calls optimizers by words of its own', () => {
    const given = lesson.steps.flatMap(({ experiment }) => experiment.optimizers.flatMap(({ label }) => label ?? []));
    const labels = words?.labels ?? {};
    expect(sorted(Object.keys(labels)), `${language} ${lesson.id}: labels`).toEqual(sorted(given.filter(wordy)));
    for (const [label, said] of Object.entries(labels)) {
      expect(faultsOf(language, said).join('; '), said).toBe('');
      expect(numbersIn(said), `${language} ${lesson.id}: ${label}`).toEqual(numbersIn(label));
      expect(namesIn(said)).toEqual(namesIn(label));
      expect(wordy(said), said).toBe(false);
    }
    expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
  });
});

it('has no lesson that is none', () => {
  for (const [language, texts] of translations) {
    expect(Object.keys(texts), language).toEqual(LESSONS.map(({ id }) => id));
  }
});
