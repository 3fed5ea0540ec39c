/** A style sheet in a module, and the room before each of its lines. */
const SHEET = /\bcss`[^`]*`/g;
const ROOM = /\n[ \t]+/g;

/**
 * Vite's plugin for the page's build: style sheets in modules lose the room before their lines, which stay the lines that they are.
 * @returns {import('vite').Plugin}
 */
export function bareStyles() {
  return {
    name: 'scree:bare-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return /\/src\/app\/.*\.ts$/.test(id) ? { code: withBareStyles(code), map: null } : undefined;
    },
  };
}

/**
 * A module whose style sheets have no room before their lines.
 * @param {string} code
 */
export function withBareStyles(code) {
  return code.replace(SHEET, (sheet) => sheet.replace(ROOM, '\n'));
}
