import { describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../../../src/app/link/link.ts';
import { STARTER } from '../../../../src/app/starter.ts';
import { readExperiment } from '../../../../src/experiment/index.ts';

describe('links', () => {
  it.each([
    STARTER,
    readExperiment({
      objective: { formula: 'x^2 + 100 %', parameters: ['x'] },
      optimizers: [{ name: 'lion', lr: 1e-5, schedule: { name: 'cosine' } }],
      target: null,
      noise: 0.5,
    }),
  ])('bring an experiment back', (experiment) => {
    const link = writeLink(experiment);
    if (typeof experiment.objective === 'string') expect(readLink(link)).toEqual(experiment);
    else expect(JSON.parse(decodeURIComponent(link.slice(1))).objective).toEqual(experiment.objective);
  });

  it('leave defaults out', () => {
    expect(decodeURIComponent(writeLink(readExperiment({ objective: 'beale', optimizers: [{ name: 'sgd' }] })))).toBe(
      '#{"objective":"beale","optimizers":[{"name":"sgd"}]}',
    );
  });

  it('carry the engine where one is named, and may lack it', () => {
    const experiment = readExperiment({ objective: 'beale', optimizers: [{ name: 'sgd' }], engine: 'cpu' });
    expect(readLink(writeLink(experiment))).toEqual(experiment);
    expect(readLink('#{"objective":"beale","optimizers":[{"name":"sgd"}]}')?.engine).toBe('auto');
  });

  it('may be absent', () => expect(readLink('')).toBeNull());

  it.each([
    ['#%7Bbroken', /cut off/],
    ['#%', /cut off/],
    ['#{"objective":"nowhere","optimizers":[{"name":"adam"}]}', /"nowhere" is no objective/],
    ['#{"objective":"beale","optimizers":[]}', /optimizers/],
  ])('%s is refused with its reason', (hash, reason) => expect(() => readLink(hash)).toThrow(reason));
});
