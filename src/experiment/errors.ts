/** An experiment that cannot be run: the sentence names the field, what it holds, and what it may hold. */
export class BadExperiment extends Error {
  /**
   * @param field path of the field: `grid.x.count`
   * @param problem what it holds that it may not: "0 is too small"
   * @param possible what it may hold: "it may be 1 to 16384"
   * @param cause the error of a formula in the field, which knows the place
   */
  constructor(
    readonly field: string,
    readonly problem: string,
    readonly possible: string,
    cause?: Error,
  ) {
    super(`${field}: ${problem}; ${possible}`, { cause });
    this.name = 'BadExperiment';
  }
}
