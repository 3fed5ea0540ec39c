import { msg, str } from '@lit/localize';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Characters that the narrowest entry field has room for, a decimal point among them. */
export const ENTRY_ROOM = 8;
const UNITS = ['', ' k', ' M', ' G', ' T'];

/** A number for people: three significant digits (or as many as told), powers as 10⁻³, a real minus sign. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const power = Number(value.toExponential(digits - 1).split('e')[1]);
  if (power < -3 || power > 5) return formatScientific(value, digits);
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}

/** A finite number other than 0 with its power of ten, whatever its size: 1.7 × 10⁵. */
export function formatScientific(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const short = String(Number(mantissa)).replace('-', '−');
  const power = formatPower(Number(exponent));
  if (short === '1') return power;
  return short === '−1' ? `−${power}` : `${short} × ${power}`;
}

/** A power of ten: 10⁻³. */
export function formatPower(exponent: number): string {
  const raised = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${raised}`;
}

/**
 * A number as an entry field holds it, and as one may type it, with six significant digits or as many as there is room
 * for: 0.000944, and with an exponent where that keeps more of them, below 1e-5 and from 1e6 on.
 */
export function formatEntry(value: number): string {
  for (let digits = 6; ; digits--) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    const power = Number(exponent);
    const plain = power >= -5 && power <= 5 ? [String(Number(value.toPrecision(digits)))] : [];
    const fitting = [...plain, `${Number(mantissa)}e${power}`].find((text) => text.length <= ENTRY_ROOM);
    if (fitting !== undefined) return fitting;
  }
}

/** A whole number in full: 65,536. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A large number with its unit: 92 M, 1.25 G. */
export function formatCompact(value: number): string {
  let unit = 0;
  let rest = value;
  while (rest >= 999.5 && unit < UNITS.length - 1) {
    rest /= 1000;
    unit++;
  }
  return `${Number(rest.toPrecision(3))}${UNITS[unit]}`;
}

/** A share that no cells are behind, such as one at a tick: 90 %, 0.01 %. */
export function formatPercent(share: number): string {
  return `${formatNumber(100 * share)} %`;
}

/** What a person may type for a number: `0.01`, `1e-3`, `10⁻³`, `1.2 × 10^-5`, `65,536`; NaN for anything else. */
export function parseNumber(text: string): number {
  const plain = text
    .trim()
    .replaceAll('−', '-')
    .replace(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, raisedToCaret)
    .replace(/\s+/g, '')
    .replace(/^([+-]?)10\^/, '$11e')
    .replace(/[×·*]10\^/, 'e');
  const joined = /^[1-9]\d{0,2}(,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(joined) ? Number(joined) : Number.NaN;
}

/** Why a number that was typed cannot be taken, as a sentence; null where it can. */
export function typingProblem(text: string, whole: boolean): string | null {
  const value = parseNumber(text);
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
    return msg(str`${text.trim()} is too large: no number here is beyond ${formatPower(308)}.`);
  }
  if (whole && !Number.isInteger(value)) return msg('Type a whole number, such as 1000.');
  return Number.isNaN(value) ? msg('Type a number, such as 0.01 or 1e-3.') : null;
}

function raisedToCaret(raised: string): string {
  const digits = [...raised].map((sign) => (sign === '⁻' ? '-' : SUPERSCRIPTS.indexOf(sign)));
  return `^${digits.join('')}`;
}
