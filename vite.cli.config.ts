import { nodeBuild } from './scripts/node-build.mjs';

/** The command line: bin/scree.js runs what this builds. */
export default nodeBuild('src/cli/main.ts', 'dist/cli/scree.js');
