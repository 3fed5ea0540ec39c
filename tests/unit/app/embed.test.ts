import { expect, it, vi } from 'vitest';
import { wishOf, wordsOf } from '../../../src/app/embed/attributes.ts';
import { writeLink } from '../../../src/app/link/link.ts';
import { FIRST_VIEW } from '../../../src/app/view/page-view.ts';
import { readExperiment } from '../../../src/experiment/index.ts';

const beale = readExperiment({ objective: 'beale', optimizers: [{ name: 'adam', label: '100 %' }] });

it('an embedded playground takes JSON, a link and a part of a link', async () => {
  const view = { ...FIRST_VIEW, tab: 'maps' } as const;
  const hash = await writeLink(beale, view);
  expect(await wishOf(JSON.stringify(beale), null)).toEqual({ experiment: beale, view: FIRST_VIEW, problem: null });
  for (const text of [hash, `https://example.org/scree/${hash}`]) {
    expect(await wishOf(text, null)).toEqual({ experiment: beale, view, problem: null });
  }
  for (const none of [null, '', ' ']) expect((await wishOf(none, 'cpu')).experiment).toBeNull();
});

it('its engine goes before the experiment’s', async () => {
  expect((await wishOf(JSON.stringify(beale), 'cpu')).experiment?.engine).toBe('cpu');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(await wishOf(JSON.stringify(beale), 'abacus')).toEqual({ experiment: beale, view: FIRST_VIEW, problem: null });
  expect(warn.mock.calls).toEqual([['scree-playground: engine="abacus" is left out: it may be auto, webgpu, cpu.']]);
  warn.mockRestore();
});

it.each(['{', '{"objective":"nowhere","optimizers":[{"name":"adam"}]}', '#%', '#z0'])(
  'what cannot be read, %j, is told in a sentence',
  async (text) => {
    const { experiment, problem } = await wishOf(text, null);
    expect(experiment).toBeNull();
    expect(problem?.()).toMatch(/^What is embedded here cannot be used\. .+\.$/);
  },
);

it('words of an attribute are those that are known', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect([...wordsOf('bar,  how nonsense\nbar', ['what', 'how', 'bar'])]).toEqual(['how', 'bar']);
  expect(warn.mock.calls).toEqual([['scree-playground: "nonsense" in hide is left out: it may hold what, how, bar.']]);
  expect([...wordsOf(null, ['what'])]).toEqual([]);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
