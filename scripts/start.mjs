// npm start: installs what is missing, builds the command line and the page, serves the page.
import './install.mjs';

const { build, preview } = await import('vite');
const wanted = process.env.PORT ?? '4173';
const port = Number(wanted);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT is ${JSON.stringify(wanted)}: give a number from 1 to 65535, or unset it for 4173.`);
  process.exit(1);
}

await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
await build({ logLevel: 'warn' });
// Where the port is taken, Vite goes on to the next one.
const server = await preview({ preview: { port, open: false }, logLevel: 'warn' });
console.log(`Scree is served at ${server.resolvedUrls?.local[0]} (Ctrl-C ends it)`);
