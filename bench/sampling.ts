/** Something whose speed is compared with others'. */
export interface Contender {
  readonly name: string;
  /** Particle-steps that one repetition stands for. */
  readonly work: number;
  /** Makes ready for a repetition; its time does not count. */
  prepare?(): Promise<void>;
  /** One repetition, resolved when the device has done it. */
  run(): Promise<void>;
}

/** The repetitions of one contender. */
export interface Sample {
  readonly name: string;
  /** Particle-steps a second of each repetition, in the order of the rounds. */
  readonly rates: readonly number[];
  readonly median: number;
}

/**
 * Runs all contenders in rounds, each once a round and every round from another one on, so that what else the machine does hits all alike. A
 * first round warms up and does not count.
 */
export async function sample(contenders: readonly Contender[], rounds: number): Promise<Sample[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const which = (turn + Math.max(round, 0)) % contenders.length;
      const contender = contenders[which];
      await contender.prepare?.();
      const began = process.cpuUsage();
      await contender.run();
      const c = process.cpuUsage(began); const seconds = (c.user + c.system) / 1e6;
      if (round >= 0) rates[which].push(contender.work / seconds);
    }
  }
  return contenders.map(({ name }, i) => ({ name, rates: rates[i], median: median(rates[i]) }));
}

/** The median of the ratios a / b, round by round: drift between the rounds falls out. */
export function ratio(a: Sample, b: Sample): number {
  return median(a.rates.map((rate, round) => rate / b.rates[round]));
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
