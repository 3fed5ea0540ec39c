/** uPlot's number format, made when it is loaded. */
const FORMAT = "new Intl.NumberFormat(domEnv ? nav.language : 'en-US')";

/**
 * Vite's plugin that has uPlot write numbers as English does, whatever the browser's language: some browsers call it by a name that is no language tag, as `en-US@posix` where the system
 * has none, and uPlot then fails to load.
 * @returns {import('vite').Plugin}
 */
export function uplotNumbers() {
  return {
    name: 'scree:uplot-numbers',
    // The development server would bundle it beforehand, without plugins.
    config: () => ({ optimizeDeps: { exclude: ['uplot'] } }),
    transform(text, id) {
      if (!/\/uPlot\.esm\.js(\?|$)/.test(id)) return undefined;
      if (!text.includes(FORMAT)) this.error(`uPlot's number format is not as expected: ${FORMAT}`);
      return { code: text.replace(FORMAT, "new Intl.NumberFormat('en-US')"), map: null };
    },
  };
}
