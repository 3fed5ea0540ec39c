import { msg, str } from '@lit/localize';
import { ENGINE_CHOICES, type EngineChoice, planExperiment } from '../../experiment/index.ts';
import { readLink } from '../link/link.ts';
import { sentenceOf } from '../parts/sentences.ts';
import type { Wish } from '../place/place.ts';
import { FIRST_VIEW } from '../view/page-view.ts';

/**
 * What the attributes of an embedded playground ask for.
 * @param experiment an experiment as JSON, or a link as the page gives it, or its part from `#` on; null or empty for none
 * @param engine the machine that computes; null, or a word that is none, for the experiment's own choice
 */
export async function wishOf(experiment: string | null, engine: string | null): Promise<Wish> {
  const text = experiment?.trim() ?? '';
  try {
    const link = text.startsWith('{')
      ? { experiment: planExperiment(JSON.parse(text)).experiment, view: FIRST_VIEW }
      : await readLink(text.slice(text.indexOf('#') + 1));
    const choice = engine === null ? null : engineOf(engine);
    if (choice === null || !link.experiment) return { ...link, problem: null };
    return { ...link, experiment: { ...link.experiment, engine: choice }, problem: null };
  } catch (error) {
    return {
      experiment: null,
      view: FIRST_VIEW,
      problem: () => msg(str`What is embedded here cannot be used. ${sentenceOf(error)}`),
    };
  }
}

/** The machine that an attribute names; null for a word that is none, of which the page's author is told. */
function engineOf(text: string): EngineChoice | null {
  if (isChoice(text)) return text;
  console.warn(msg(str`scree-playground: engine="${text}" is left out: it may be ${ENGINE_CHOICES.join(', ')}.`));
  return null;
}

/** The words of the attribute `hide`, as far as they are among those that it may hold; of others the page's author is told. */
export function wordsOf<T extends string>(text: string | null, known: readonly T[]): ReadonlySet<T> {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  for (const word of words.filter((each) => !(known as readonly string[]).includes(each)))
    console.warn(msg(str`scree-playground: "${word}" in hide is left out: it may hold ${known.join(', ')}.`));
  return new Set(known.filter((word) => words.includes(word)));
}

const isChoice = (text: string): text is EngineChoice => (ENGINE_CHOICES as readonly string[]).includes(text);
