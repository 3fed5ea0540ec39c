import { parseArgs } from 'node:util';

/** What the command line asks of the benchmark. */
export interface Options {
  /** The one-minute version: fewer rounds and sizes. */
  readonly quick: boolean;
  /** Where the results go as JSON. */
  readonly json: string;
  /** Only what matches is measured; a name is "section: row". */
  readonly only: RegExp;
}

const HELP = `npm run bench -- [options]
  --quick         the one-minute version: fewer rounds and sizes
  --only PATTERN  only what matches this regular expression, such as 'rates: cpu', 'cpu: adam' or 'peers'
  --json FILE     where the results go; default bench/results/<date>.json`;

/** Reads the command line; null where it asked for help, which is printed. Throws on what it does not know. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return null;
  }
  const now = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return {
    quick: values.quick,
    json: values.json ?? `bench/results/${now}.json`,
    only: new RegExp(values.only, 'i'),
  };
}
