import { msg, str } from '@lit/localize';
/** What a visitor without WebGPU can do. */
export interface Advice {
  /** The browser by its name. */
  readonly browser: string;
  readonly steps: readonly string[];
}

/**
 * What to do for WebGPU in a browser.
 * @param agent its `navigator.userAgent`
 * @param secure whether the page came over https or from this machine: elsewhere browsers hide WebGPU
 */
export function webGpuAdvice(agent: string, secure: boolean): Advice {
  const browser = browserOf(agent);
  const steps = secure
    ? []
    : [msg('Open this page over https, or from localhost: browsers hide WebGPU from other pages.')];
  if (browser === 'Firefox') {
    steps.push(msg('Update to Firefox 141 or later on Windows, 145 or later on a Mac with Apple silicon.'));
    steps.push(msg('Elsewhere, try Firefox Nightly, or set dom.webgpu.enabled to true in about:config.'));
  } else if (browser === 'Safari') {
    steps.push(msg('Update to Safari 26 or later (macOS Tahoe, iOS 26).'));
    steps.push(msg('In earlier versions, turn on WebGPU among the feature flags of the Develop menu.'));
  } else {
    const name = browser ?? msg('Chrome or Edge');
    steps.push(msg(str`Use ${name} 113 or later (on Android, 121 or later).`));
    steps.push(msg('Turn on hardware acceleration in the settings under System, and start the browser again.'));
    if (/Linux/.test(agent) && !/Android/.test(agent)) {
      steps.push(msg('On Linux, enable chrome://flags/#enable-unsafe-webgpu and chrome://flags/#enable-vulkan.'));
    }
  }
  return { browser: browser ?? msg('this browser'), steps };
}

function browserOf(agent: string): string | null {
  if (/Firefox\//.test(agent)) return 'Firefox';
  if (/Edg\//.test(agent)) return 'Edge';
  if (/Chrome\/|Chromium\//.test(agent)) return 'Chrome';
  return /Safari\//.test(agent) ? 'Safari' : null;
}
