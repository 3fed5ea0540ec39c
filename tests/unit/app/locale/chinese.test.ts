import { describe, expect, it } from 'vitest';
import { texts as simplified } from '../../../../src/app/locale/zh-hans/index.ts';
import { texts as traditional } from '../../../../src/app/locale/zh-hant/index.ts';
import { catalogueTexts } from '../../../support/catalogue-texts.ts';
import { faultsOf } from '../../../support/chinese.ts';

describe.each([
  ['zh-Hans' as const, simplified],
  ['zh-Hant' as const, traditional],
])('%s', (language, texts) => {
  it('is written as it is written there', () => {
    const faults = Object.values(texts).flatMap((text) =>
      // What is put in may be of any script.
      faultsOf(language, text.replace(/\{\d+\}/g, '…')).map((fault) => `${text}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('has the titles and notes of the catalogue', () => {
    const missing = [...catalogueTexts()].flatMap(([text, place]) =>
      Object.hasOwn(texts, text) ? [] : `${place}: ${text}`,
    );
    expect(missing).toEqual([]);
  });
});
