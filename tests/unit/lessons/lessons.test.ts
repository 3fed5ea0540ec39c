import { describe, expect, it } from 'vitest';
import { isAsSet, isExperimentOf, settingOf } from '../../../src/app/lessons/step-setting.ts';
import { readLink, writeLink } from '../../../src/app/link/link.ts';
import { FIRST_PREFERENCES } from '../../../src/app/preferences.ts';
import { fittedView } from '../../../src/app/view/fitted-view.ts';
import { CONTENTS, readView } from '../../../src/app/view/page-view.ts';
import { planExperiment, readExperiment } from '../../../src/experiment/index.ts';
import { toLatex } from '../../../src/formula/index.ts';
import { LESSONS, placeOf, type StepPlace, stepAfter, stepAt, wordsIn } from '../../../src/lessons/index.ts';

const TEXTS = await wordsIn('en');
const ALL = [TEXTS, await wordsIn('zh-Hans'), await wordsIn('zh-Hant')];
const places = LESSONS.flatMap((lesson) => lesson.steps.map((_, index) => placeOf(lesson, index)));
const steps = places.map((name) => [name, stepAt(LESSONS, name) as StepPlace] as const);
const wordsOf = ({ lesson }: StepPlace) => TEXTS[lesson.id];

describe('every step', () => {
  it.each(steps)('%s plans, is small enough for any machine, and is over while one watches', (_, { step }) => {
    const plan = planExperiment(step.experiment);
    expect(plan.cells * plan.optimizers.length).toBeLessThanOrEqual(2 * 65_536);
    const pace = step.pace === undefined ? FIRST_PREFERENCES.pace : step.pace;
    expect(plan.steps / (pace ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(17);
  });

  it.each(steps)('%s looks at what there is', (_, place) => {
    const { experiment, view } = settingOf(place, wordsOf(place));
    expect(view).toMatchObject(place.step.view ?? {});
    expect(fittedView(view, planExperiment(experiment)).cell).toEqual(view.cell);
  });

  it.each(steps)('%s comes back from a link, and is known for what it is', async (name, place) => {
    const setting = settingOf(place, wordsOf(place));
    const plan = planExperiment(setting.experiment);
    const { experiment } = plan;
    const back = await readLink(await writeLink(experiment, setting.view));
    expect(back.view.lesson).toBe(name);
    const opened = back.experiment ?? experiment;
    const seen = fittedView(back.view, plan);
    expect(isAsSet(setting, opened, seen)).toBe(true);
    expect(isAsSet(setting, { ...opened, engine: 'cpu' }, seen)).toBe(true);
    expect(isAsSet(setting, { ...opened, seed: 7 }, seen)).toBe(false);
    expect(isExperimentOf(setting, { ...opened, steps: opened.steps + 1 })).toBe(false);
    expect(isAsSet(setting, opened, { ...seen, trails: !seen.trails })).toBe(false);
  });

  it.each(steps)('%s has words: short, whole, with stars in pairs', (_, place) => {
    const { title, text, watch, question } = wordsOf(place).steps[place.index];
    for (const each of [title, text, watch, question]) {
      expect(each.trim()).toBe(each);
      expect(each.length).toBeGreaterThan(8);
      expect(each.split('*').length % 2, each).toBe(1);
      expect(each).not.toMatch(/NaN|undefined|<| \n|\n | {2}/);
    }
    expect(text.split(/\s+/).length, 'words of its text').toBeLessThanOrEqual(125);
    expect(watch.split(/\s+/).length + question.split(/\s+/).length).toBeLessThanOrEqual(85);
    expect(title.length).toBeLessThanOrEqual(48);
    expect(question).toMatch(/\?/);
  });

  it.each(steps)(
    '%s speaks of what stays to be seen, wherever the page has room for it',
    (_, { lesson, index, step }) => {
      for (const texts of ALL) {
        const { text, watch, question } = texts[lesson.id].steps[index];
        // Narrow pages have everything in one column; trails fade.
        expect(`${text} ${watch} ${question}`).not.toMatch(
          / on the (right|left)\b|\btrails?\b|[右左][边邊]的?(这|這)?[个個]?(格子|损失|損失|路|两|兩)|尾[迹跡]/,
        );
      }
      const lines = /\b(two|the) lines (on the map|from one start)/i.test(TEXTS[lesson.id].steps[index].watch);
      expect(step.view?.launched !== undefined, 'lines are launched').toBe(lines);
    },
  );

  it.each(steps.filter(([, { step }]) => step.formula))('%s has a formula that can be set', (_, { step }) => {
    for (const statement of step.formula?.split(';') ?? []) expect(toLatex(statement)).not.toBe('');
  });
});

describe('in another language', () => {
  it('optimizers are called by its words, and nothing else changes', async () => {
    const place = stepAt(LESSONS, 'ravine.4') as StepPlace;
    const setting = settingOf(place, (await wordsIn('zh-Hant')).ravine);
    const optimizers = setting.experiment.optimizers.map((each, i) => {
      expect(each.label).toBe(['學習率 10⁻²', '學習率 10⁻⁷'][i]);
      return { ...each, label: place.step.experiment.optimizers[i].label };
    });
    expect({ ...setting, experiment: { ...setting.experiment, optimizers } }).toEqual(settingOf(place, wordsOf(place)));
  });
});

describe('the lessons', () => {
  it('have words for each of their steps, and names and titles of their own', () => {
    expect(Object.keys(TEXTS)).toEqual(LESSONS.map(({ id }) => id));
    for (const { id, steps } of LESSONS) {
      expect(TEXTS[id].steps.length, id).toBe(steps.length);
      expect(steps.length, id).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
    expect(new Set(LESSONS.map(({ id }) => TEXTS[id].title)).size).toBe(LESSONS.length);
    const titles = LESSONS.flatMap(({ id }) => TEXTS[id].steps.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('have steps that the address can name', () => {
    for (const name of [...places, CONTENTS]) expect(readView({ lesson: name }).lesson).toBe(name);
    for (const name of ['', 'ravine.x', 'a b', 7]) expect(readView({ lesson: name }).lesson).toBeNull();
    expect(places).not.toContain(CONTENTS);
  });

  it('are walked through from the first step to the last, and back', () => {
    const walk = (from: string, count: number): string[] => {
      const next = stepAfter(LESSONS, from, count);
      return next === null ? [from] : [from, ...walk(next, count)];
    };
    expect(walk(places[0], 1)).toEqual(places);
    expect(walk(places.at(-1) as string, -1)).toEqual([...places].reverse());
    expect(stepAt(LESSONS, 'ravine.9')).toBeNull();
    expect(stepAt(LESSONS, 'nowhere.1')).toBeNull();
    expect(stepAfter(LESSONS, CONTENTS, 1)).toBeNull();
  });

  it('hold one kind of experiments in what they vary: the ten points are those of the catalogue', () => {
    const ravine = planExperiment({ objective: 'linear-regression', optimizers: [{ name: 'sgd' }] }).objective;
    const raw = readExperiment(stepAt(LESSONS, 'flattening.1')?.step.experiment).objective;
    expect(raw).toMatchObject({ data: ravine.data, minimum: ravine.minimum });
  });
});
