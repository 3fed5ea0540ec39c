import type { Hyperparameter } from '../../catalogue/index.ts';

/** How a slider's position, 0 to 1, stands for a value. */
export interface SliderScale {
  toPosition(value: number): number;
  toValue(position: number): number;
}

/** Share of a logarithmic slider's travel, at its left end, that stands for 0. */
const ZERO = 0.04;

/** The kindest scale for a hyperparameter: logarithmic, even, or fine near 1 for decay factors. */
export function sliderScale(spec: Hyperparameter): SliderScale {
  if (spec.log) return logarithmic(spec.slider, spec.default === 0);
  return isDecay(spec) ? decay(spec.slider) : linear(spec.slider);
}

/** Whether a hyperparameter is a share kept from step to step, whose interesting values lie near 1. */
export function isDecay(spec: Hyperparameter): boolean {
  const [low, high] = spec.slider;
  return !spec.log && low === 0 && high > 0.999 && high < 1;
}

function logarithmic([low, high]: readonly [number, number], withZero: boolean): SliderScale {
  const from = withZero ? ZERO : 0;
  const decades = Math.log10(high / low);
  return {
    toPosition: (value) => {
      if (!(value > 0)) return 0;
      const share = clamp(Math.log10(value / low) / decades);
      return from + share * (1 - from);
    },
    toValue: (position) => {
      if (position < from) return 0;
      return rounded(low * 10 ** (((position - from) / (1 - from)) * decades), 3);
    },
  };
}

function decay([, high]: readonly [number, number]): SliderScale {
  const nines = -Math.log10(1 - high);
  return {
    toPosition: (value) => clamp(-Math.log10(1 - Math.min(value, high)) / nines),
    toValue: (position) => {
      if (position >= 1) return high;
      const rest = rounded(10 ** (-position * nines), 2);
      return rounded(1 - rest, 8);
    },
  };
}

function linear([low, high]: readonly [number, number]): SliderScale {
  return {
    toPosition: (value) => clamp((value - low) / (high - low)),
    toValue: (position) => rounded(low + position * (high - low), 3),
  };
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));
