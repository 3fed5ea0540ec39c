import type { Texts } from './translations.ts';

/** A sentence that may be said: how it is recognised, and its translation. */
interface Pattern {
  readonly form: RegExp;
  /** Which number each of the form's groups has. */
  readonly places: readonly number[];
  readonly translation: string;
  /** Letters that are told and not put in: of two patterns, the one with more says more. */
  readonly letters: number;
}

const PLACE = /\{(\d+)\}/g;

/** Translates sentences that are put together by the layers below, by their patterns; what is put in is translated by itself where it can be. */
export class Sentences {
  private readonly patterns: readonly Pattern[];

  /** @param texts patterns with `{0}`, `{1}` …, and their translations */
  constructor(private readonly texts: Texts) {
    this.patterns = Object.entries(texts)
      .filter(([english]) => english.search(PLACE) >= 0)
      .map(([english, translation]) => patternOf(english, translation))
      .sort((a, b) => b.letters - a.letters);
  }

  /** The translation of a sentence; itself where no pattern has its form. */
  of(sentence: string): string {
    if (Object.hasOwn(this.texts, sentence)) return this.texts[sentence];
    for (const { form, places, translation } of this.patterns) {
      const [, ...parts] = form.exec(sentence) ?? [];
      if (parts.length === 0) continue;
      return translation.replace(PLACE, (_, n) => this.of(parts[places.indexOf(Number(n))]));
    }
    return this.each(sentence);
  }

  /** The items of a list, each translated where it can be. */
  private each(list: string): string {
    const items = list.split(', ');
    return items.length < 2 ? list : items.map((item) => this.of(item)).join(', ');
  }
}

function patternOf(english: string, translation: string): Pattern {
  const literal = english.split(PLACE).map((part, i) => (i % 2 === 1 ? '(.*?)' : escaped(part)));
  return {
    form: new RegExp(`^${literal.join('')}$`, 's'),
    places: [...english.matchAll(PLACE)].map(([, n]) => Number(n)),
    translation,
    letters: english.replace(PLACE, '').length,
  };
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
