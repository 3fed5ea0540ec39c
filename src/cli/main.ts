import { processHost } from './host.ts';
import { runProgram } from './program.ts';

/** Time that a command has to tidy up after the user has asked it to stop, in ms. */
const GRACE = 1000;

const host = processHost();
host.interruption.addEventListener('abort', () => {
  setTimeout(() => process.exit(host.interruption.reason.exitCode), GRACE).unref();
});
process.exitCode = await runProgram(process.argv.slice(2), host, process.env.SCREE_DEBUG === '1');
