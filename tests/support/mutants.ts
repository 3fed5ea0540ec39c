import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { grammars } from '../../scripts/grammars.mjs';
import type { Engine } from '../../src/engine/index.ts';

/** A deliberate mistake in a source file. */
export interface Mistake {
  /** Path from the project's root. */
  readonly file: string;
  /** What stands there once, and what stands there instead. */
  readonly from: string;
  readonly to: string;
}

/** Opens CPU engines whose sources have mistakes. */
export class Mutants {
  private constructor(
    private readonly server: ViteDevServer,
    private readonly current: { mistake: Mistake | null },
  ) {}

  static async open(): Promise<Mutants> {
    const current = { mistake: null };
    const server = await createServer({
      configFile: false,
      appType: 'custom',
      logLevel: 'error',
      optimizeDeps: { noDiscovery: true },
      server: { middlewareMode: true, watch: null, ws: false },
      plugins: [
        grammars(),
        { name: 'mistake', enforce: 'pre', transform: (code, id) => mistaken(code, id, current.mistake) },
      ],
    });
    return new Mutants(server, current);
  }

  /** The CPU engine with a mistake, or as it is. Throws where the source does not have that text once. */
  async engine(mistake: Mistake | null): Promise<Engine> {
    this.forget();
    this.current.mistake = mistake;
    this.forget();
    const { openNodeCpuEngine } = await this.server.ssrLoadModule('/src/engine/cpu/node.ts');
    return openNodeCpuEngine({ workers: 1 });
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Makes the file of the mistake, and all that imports it, be read again. */
  private forget(): void {
    const { moduleGraph } = this.server;
    const { mistake } = this.current;
    const modules = mistake ? moduleGraph.getModulesByFile(resolve(mistake.file)) : null;
    for (const module of modules ?? []) moduleGraph.invalidateModule(module);
  }
}

function mistaken(code: string, id: string, mistake: Mistake | null): string | null {
  if (!mistake || id !== resolve(mistake.file)) return null;
  const { from, to, file } = mistake;
  const parts = code.split(from);
  if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
  return parts.join(to);
}
