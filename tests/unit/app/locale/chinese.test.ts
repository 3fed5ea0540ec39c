import { describe, expect, it } from 'vitest';
import { TRANSLATIONS } from '../../../../src/app/locale/translations.ts';
import { faultsOf } from '../../../support/chinese.ts';

describe.each(['zh-Hans', 'zh-Hant'] as const)('%s', (language) => {
  it('is written as it is written there', async () => {
    const { early, late } = TRANSLATIONS[language];
    const parts = [await early(), await late()].flatMap(({ texts, sentences }) => [texts, sentences]);
    const faults = parts.flatMap(Object.values<string>).flatMap((text) =>
      // What is put in may be of any script, and addresses are no sentences.
      faultsOf(language, text.replace(/(\{\d+\}|chrome:[/#a-z-]+)+/g, '…')).map((fault) => `${text}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
