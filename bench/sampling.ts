/** Something whose speed is compared with others'. */
export interface Contender {
  readonly name: string;
  /** Makes ready for a repetition; its time does not count. */
  prepare?(): Promise<void>;
  /** One repetition, resolved when the device has done it with the particle-steps that were made. */
  run(): Promise<number>;
}

/** The repetitions of one contender, in the order of the rounds. */
export interface Sample {
  readonly name: string;
  /** Particle-steps a second. */
  readonly rates: readonly number[];
  /** Particle-steps a second of processor time, all of this process's threads together. */
  readonly cpuRates: readonly number[];
}

/**
 * Runs all contenders in rounds, each once a round and every round from another one on, so that what else the machine
 * does hits all alike. A first round warms up and does not count.
 * @param limit seconds after which no further round begins, once one has counted
 */
export async function sample(
  contenders: readonly Contender[],
  rounds: number,
  limit = Number.POSITIVE_INFINITY,
): Promise<Sample[]> {
  const started = performance.now();
  const samples = contenders.map(({ name }) => ({ name, rates: [] as number[], cpuRates: [] as number[] }));
  for (let round = -1; round < rounds; round++) {
    if (round > 0 && performance.now() - started > 1000 * limit) break;
    for (let turn = 0; turn < contenders.length; turn++) {
      const which = (turn + Math.max(round, 0)) % contenders.length;
      await contenders[which].prepare?.();
      const cpu = process.cpuUsage();
      const began = performance.now();
      const work = await contenders[which].run();
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      if (round < 0) continue;
      samples[which].rates.push(work / seconds);
      samples[which].cpuRates.push((1e6 * work) / (user + system));
    }
  }
  return samples;
}

/**
 * The median of the ratios a / b, round by round: drift between rounds falls out.
 * @param software compares processor times instead, which other programs on the machine hardly change
 */
export function ratio(a: Sample, b: Sample, software: boolean): number {
  const [x, y] = software ? [a.cpuRates, b.cpuRates] : [a.rates, b.rates];
  return median(x.map((rate, round) => rate / y[round]));
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
