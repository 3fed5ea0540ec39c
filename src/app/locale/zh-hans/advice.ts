import type { Texts } from '../translations.ts';

/** Texts of how a browser gets WebGPU. */
export const advice: Texts = {
  'Open this page over https, or from localhost: browsers hide WebGPU from other pages.':
    '请通过 https 或从 localhost 打开此页：浏览器不向其他页面提供 WebGPU。',
  'Update to Firefox 141 or later on Windows, 145 or later on a Mac with Apple silicon.':
    '在 Windows 上更新到 Firefox 141 或更新版本，在 Apple 芯片的 Mac 上更新到 145 或更新版本。',
  'Elsewhere, try Firefox Nightly, or set dom.webgpu.enabled to true in about:config.':
    '在其他系统上，试用 Firefox Nightly，或在 about:config 中把 dom.webgpu.enabled 设为 true。',
  'Update to Safari 26 or later (macOS Tahoe, iOS 26).': '更新到 Safari 26 或更新版本（macOS Tahoe、iOS 26）。',
  'In earlier versions, turn on WebGPU among the feature flags of the Develop menu.':
    '在更早的版本中，从“开发”菜单的功能标志里打开 WebGPU。',
  'Chrome or Edge': 'Chrome 或 Edge',
  'Use {0} 113 or later (on Android, 121 or later).': '使用 {0} 113 或更新版本（Android 上为 121 或更新版本）。',
  'Turn on hardware acceleration in the settings under System, and start the browser again.':
    '在设置的“系统”中打开硬件加速，然后重新启动浏览器。',
  'On Linux, enable chrome://flags/#enable-unsafe-webgpu and chrome://flags/#enable-vulkan.':
    '在 Linux 上，启用 chrome://flags/#enable-unsafe-webgpu 和 chrome://flags/#enable-vulkan。',
  'this browser': '此浏览器',
  'To compute on a graphics processor in {0}': '在 {0} 中用图形处理器计算',
  'Nothing here can compute: neither the graphics processor nor the CPU.': '这里无法计算：图形处理器和 CPU 都不行。',
  'What to do in {0}:': '在 {0} 中可以这样做：',
  'Without WebGPU, a browser that has WebAssembly with SIMD serves: any of 2023 or later.':
    '没有 WebGPU 时，支持 WebAssembly SIMD 的浏览器也可以：2023 年或更新的都行。',
};
