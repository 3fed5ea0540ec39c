import { msg, str } from '@lit/localize';
import { BadExperiment } from '../../experiment/index.ts';
import { describePosition, FormulaError } from '../../formula/index.ts';
import { translated } from '../locale/translated.ts';

/** What an error says, as a sentence that stands by itself. */
export function sentenceOf(error: unknown): string {
  if (error instanceof BadExperiment) {
    return sentence(msg(str`${error.field}: ${translated(error.problem)}; ${translated(error.possible)}`));
  }
  if (error instanceof FormulaError) return sentence(inFormula(error));
  return sentence(translated(error instanceof Error ? error.message : String(error)));
}

/** What an error says beside the control that caused it: there, the field's name would only repeat the label. */
export function besideControl(error: Error): string {
  if (!(error instanceof BadExperiment)) return sentenceOf(error);
  return sentence(msg(str`${translated(error.problem)}; ${translated(error.possible)}`));
}

/** Sentences one after the other. */
export function inRow(sentences: readonly string[]): string {
  return sentences.reduce((left, right) => msg(str`${left} ${right}`));
}

function inFormula({ problem, position, text, possible }: FormulaError): string {
  return msg(str`${translated(problem)} at ${translated(describePosition(position, text))}; ${translated(possible)}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[.。]?$/, (end) => end || msg('.'));
}
