import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Contender } from './sampling.ts';

/** Time for a peer to compile and to run once, in ms. */
const PATIENCE = 180_000;

/** What a peer's program says of itself. */
export interface Offer {
  readonly python: string;
  readonly version: string;
  /** What it can run on here, such as "cpu" and "gpu". */
  readonly variants: readonly string[];
}

/** The first Python that can run a peer's program; null where none has its library. */
export function findOffer(program: string): Offer | null {
  for (const python of [process.env.SCREE_PYTHON, 'python3', 'python']) {
    if (!python) continue;
    try {
      const text = execFileSync(python, ['-B', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return { python, ...JSON.parse(text) };
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

/** A running program of `peers/`, ready to make all steps again and again. */
export class Peer {
  private readonly lines: AsyncIterator<string>;
  private complaint = '';

  private constructor(private readonly child: ChildProcess) {
    this.lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stderr?.on('data', (text) => {
      this.complaint = `${this.complaint}${text}`.slice(-2000);
    });
    // A program that ended is told of by the answer that does not come.
    child.stdin?.on('error', () => {});
  }

  /** Throws what the program complained of, where it does not get ready. */
  static async open({ python }: Offer, program: string, args: readonly string[]): Promise<Peer> {
    const peer = new Peer(spawn(python, ['-B', program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] }));
    const timer = setTimeout(() => peer.close(), PATIENCE);
    try {
      await peer.answer();
      return peer;
    } finally {
      clearTimeout(timer);
    }
  }

  contender(name: string, work: number): Contender {
    return {
      name,
      run: async () => {
        await this.ask('run');
        return work;
      },
    };
  }

  /** Where some particles ended, one list for each parameter. */
  async ends(cells: readonly number[]): Promise<number[][]> {
    return ((await this.ask(`ends ${cells.join(' ')}`)) as { theta: number[][] }).theta;
  }

  close(): void {
    this.child.kill();
  }

  private ask(line: string): Promise<unknown> {
    this.child.stdin?.write(`${line}\n`);
    return this.answer();
  }

  private async answer(): Promise<unknown> {
    const { value, done } = await this.lines.next();
    if (!done) return JSON.parse(value);
    throw new Error(this.complaint.trim().split('\n').at(-1) || `no answer in ${PATIENCE / 1000} s`);
  }
}
