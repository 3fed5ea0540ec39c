import { expect, it } from 'vitest';
import { TRANSLATIONS } from '../../../src/app/locale/translations.ts';
import { LESSONS, placeOf, wordsIn } from '../../../src/lessons/index.ts';

/** What is quoted from elsewhere: the footnote of the ResNet paper. */
const ELSEWHERE = [/^but still reaches similar accuracy$/, /^但仍[达達]到相近的[准正][确確]率$/];

/** What the page says in a language, its controls' names among it. */
async function saidIn(language: 'en' | 'zh-Hans' | 'zh-Hant'): Promise<ReadonlySet<string>> {
  const { early, late } = TRANSLATIONS[language === 'en' ? 'zh-Hans' : language];
  const texts = { ...(await early()).texts, ...(await late()).texts };
  return new Set(language === 'en' ? Object.keys(texts) : Object.values(texts));
}

it.each(['en', 'zh-Hans', 'zh-Hant'] as const)(
  'what lessons quote in %s is called so on the page',
  async (language) => {
    const [words, said] = [await wordsIn(language), await saidIn(language)];
    let quoted = 0;
    const unknown = LESSONS.flatMap((lesson) =>
      lesson.steps.flatMap(({ experiment }, i) => {
        const { steps, labels = {} } = words[lesson.id];
        const names = experiment.optimizers.map(({ label = '' }) => labels[label] ?? label);
        const quotes =
          Object.values(steps[i])
            .join('\n')
            .match(/(?<=[“「])[^”」]+(?=[”」])/g) ?? [];
        quoted += quotes.length;
        return quotes
          .filter((each) => !said.has(each) && !names.includes(each) && !ELSEWHERE.some((known) => known.test(each)))
          .map((each) => `${placeOf(lesson, i)}: ${each}`);
      }),
    );
    expect(unknown).toEqual([]);
    expect(quoted).toBeGreaterThan(5);
  },
);
