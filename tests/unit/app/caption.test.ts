import { describe, expect, it } from 'vitest';
import { caption } from '../../../src/app/caption.ts';
import type { Tab } from '../../../src/app/view/page-view.ts';
import { type ExperimentInput, planExperiment } from '../../../src/experiment/index.ts';

/** All words of a template and of those in it. */
function wordsOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(wordsOf).join(' ');
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .map(([name, value]) => (name === 'values' || name === 'strings' ? wordsOf([...value]) : ''))
    .join(' ');
}

const captionOf = (tab: Tab, fields: Partial<ExperimentInput> = {}) => {
  const experiment = { objective: 'beale', optimizers: [{ name: 'sgd' }, { name: 'adam' }], ...fields };
  return wordsOf(caption(planExperiment(experiment), tab, null));
};

describe('the hint under the map', () => {
  const rates = { grid: { x: { vary: 'lr', from: 1e-3, to: 1, count: 8, scale: 'log' as const } } };

  it('leads to the Maps tab where rates vary, and not when one is there', () => {
    expect(captionOf('surface', rates)).toContain('see in the Maps tab');
    expect(captionOf('maps', rates)).not.toMatch(/Maps tab|change one learning rate/);
  });

  it('is to change a rate where there are sliders for it', () => {
    for (const tab of ['surface', 'maps'] as const) expect(captionOf(tab)).toContain('change one learning rate');
  });
});
