import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/app/locale/languages.ts';
import { type Texts, TRANSLATIONS } from '../../../../src/app/locale/translations.ts';
import { catalogueTexts } from '../../../support/catalogue-texts.ts';
import { importedBy } from '../../../support/imported-by.ts';
import { type FoundText, textsOfFile } from '../../../support/page-texts.ts';

/** Words of files that are no texts of the page: names, keys, and what the page never shows. */
const NO_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'axis-edits.ts': ['rate and start', 'two hyperparameters'],
  'bar/advice.ts': ['Firefox', 'Safari', 'Edge', 'Chrome'],
  'bar/engine-badge.ts': ['WebGPU', 'CPU', 'Escape'],
  'bar/share-button.ts': ['Scree'],
  'bar/top-bar.ts': ['Scree'],
  'charts/progress-panel.ts': ['run {0}'],
  'examples/examples.ts': ['Adagrad'],
  'export/caption-text.ts': ['{0} (lr {1})'],
  'export/export-panel.ts': ['Parquet'],
  'files/dropped-files.ts': ['Files'],
  'files/saved-row.ts': ['Escape'],
  'lessons/lesson-keys.ts': ['Escape'],
  'locale/languages.ts': ['English'],
  'map/map-keys.ts': ['Enter', 'Escape'],
  'map/readout-corner.ts': ['lower left', 'lower right', 'upper left'],
  'map/surface-map.ts': ['lower left'],
  'maps/cell-maps.ts': ['Enter', 'Escape'],
  'parts/number-field.ts': ['Escape'],
  'parts/on-top.ts': [':popover-open, dialog[open]'],
  'ratio/ratio-scatter.ts': ['Enter'],
  'what/card-head.ts': ['Enter', 'Escape'],
  'what/formula-field.ts': ['Enter'],
  'what/grid-editor.ts': ['rate and start', 'two hyperparameters'],
  'what/surface-picker.ts': ['Enter'],
  'workspace.ts': ['ResizeObserver loop'],
};
/** Files whose texts are made before a language is there: they are translated where they are shown. */
const EARLY = ['adapter.ts', 'link/compressed.ts', 'link/link.ts'];
/** Where a text goes on to be translated by. */
const TRANSLATOR = 'locale/translated.ts';

const tables = import.meta.glob<Record<string, Texts>>('../../../../src/app/locale/*/*.ts', { eager: true });
const ROOT = 'src/app';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('locale/zh-'))
  .sort();
const found = files.map((file) => ({ file, ...textsOfFile(`${ROOT}/${file}`) }));

/** Files that come with the page and say what somebody causes later or reads when pointing, or what a panel that comes later shows. */
const CAUSED =
  /^(workspace|session|refusals|loss-watch|engine-switch|choose-engine|adapter|what\/list-field|parts\/numbers|map\/(critical-state|launch-readout|launch-plan|paths)|place\/own-page|charts\/folds|export\/export-menu|files\/.*)\.ts$/;
/** What is said of points that a search finds, of contours that are missing, after a change, and while a file is held over the page. */
const CAUSED_TEXTS = [
  'Maximum',
  'Degenerate critical point',
  'Critical point that is not isolated',
  'maximum',
  'degenerate',
  'not isolated',
  'eigenvalue {0}',
  'eigenvalues {0}',
  'No contours here: float32 does not tell these losses apart.',
  'Changed at step {0}',
  ': counts mix what was before and after. Reset reruns it all.',
  'Let go to open this file: an experiment, or a table to learn from.',
];
/** The files that come with the page. */
const first = importedBy('src/app/scree-app.ts');

const told = ({ place, text }: FoundText) => `${place}: ${text}`;

/** Every English text that has to be translated, with where it stands. */
const wanted = new Map<string, string>(catalogueTexts());
for (const { file, messages, bare } of found) {
  for (const { text, place } of [...messages, ...(EARLY.includes(file) ? bare : [])]) wanted.set(text, place);
}

describe('texts of the page', () => {
  it('all go through msg', () => {
    const missed = found.flatMap(({ file, bare }) =>
      EARLY.includes(file) ? [] : bare.filter(({ text }) => !NO_TEXTS[file]?.includes(text)).map(told),
    );
    expect(missed).toEqual([]);
  });

  it('are written so that they are found, and asked for when a language is there', () => {
    const faults = found.flatMap(({ file, faults }) => (file === TRANSLATOR ? [] : faults.map(told)));
    expect(faults).toEqual([]);
  });

  it('that are none are all there', () => {
    const gone = Object.entries(NO_TEXTS).flatMap(([file, texts]) => {
      const bare = found.find((each) => each.file === file)?.bare.map(({ text }) => text) ?? [];
      return texts.filter((text) => !bare.includes(text)).map((text) => `${file}: ${text}`);
    });
    expect(gone).toEqual([]);
  });
});

const placesOf = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');
const tagsOf = (text: string) => (text.match(/<\/?[a-z]+/g) ?? []).sort().join(' ');

describe.each(Object.entries(TRANSLATIONS))('%s', (language, { early, late }) => {
  const load = async () => ({ ...(await early()).texts, ...(await late()).texts });

  it('has every text, and no other', async () => {
    const texts = await load();
    const missing = [...wanted]
      .filter(([text]) => !Object.hasOwn(texts, text))
      .map(([text, place]) => told({ text, place }));
    expect(missing, `not translated into ${LANGUAGES[language as keyof typeof LANGUAGES]}`).toEqual([]);
    expect(
      Object.keys(texts).filter((text) => !wanted.has(text)),
      'nothing says this any more',
    ).toEqual([]);
  });

  it('has from the beginning what comes with the page', async () => {
    const { texts } = await early();
    const missing = found
      .filter(({ file }) => first.has(`${ROOT}/${file}`) && !CAUSED.test(file))
      .flatMap(({ messages }) =>
        messages.filter(({ text }) => !Object.hasOwn(texts, text) && !CAUSED_TEXTS.includes(text)),
      );
    expect(missing.map(told)).toEqual([]);
  });

  it('has each text in one place', async () => {
    const places = Object.entries(tables).filter(
      ([file]) => file.includes(`/${language.toLowerCase()}/`) && !/(early|late|errors|sentences)\.ts$/.test(file),
    );
    const all = places.flatMap(([, lists]) => Object.values(lists).flatMap((list) => Object.keys(list)));
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
    expect(all.length).toBe(Object.keys(await load()).length);
  });

  it('puts in what the English text does', async () => {
    const differing = Object.entries(await load()).filter(
      ([english, text]) => placesOf(english) !== placesOf(text) || tagsOf(english) !== tagsOf(text),
    );
    expect(differing).toEqual([]);
  });
});
