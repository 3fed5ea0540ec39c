import type { Texts } from '../translations.ts';

/** Texts of how a browser gets WebGPU. */
export const advice: Texts = {
  'Open this page over https, or from localhost: browsers hide WebGPU from other pages.':
    '請透過 https 或從 localhost 開啟此頁：瀏覽器不對其他頁面提供 WebGPU。',
  'Update to Firefox 141 or later on Windows, 145 or later on a Mac with Apple silicon.':
    '在 Windows 上更新到 Firefox 141 或更新版本，在 Apple 晶片的 Mac 上更新到 145 或更新版本。',
  'Elsewhere, try Firefox Nightly, or set dom.webgpu.enabled to true in about:config.':
    '在其他系統上，試用 Firefox Nightly，或在 about:config 中把 dom.webgpu.enabled 設為 true。',
  'Update to Safari 26 or later (macOS Tahoe, iOS 26).': '更新到 Safari 26 或更新版本（macOS Tahoe、iOS 26）。',
  'In earlier versions, turn on WebGPU among the feature flags of the Develop menu.':
    '在更早的版本中，從「開發」選單的功能旗標裡開啟 WebGPU。',
  'Chrome or Edge': 'Chrome 或 Edge',
  'Use {0} 113 or later (on Android, 121 or later).': '使用 {0} 113 或更新版本（Android 上為 121 或更新版本）。',
  'Turn on hardware acceleration in the settings under System, and start the browser again.':
    '在設定的「系統」中開啟硬體加速，然後重新啟動瀏覽器。',
  'On Linux, enable chrome://flags/#enable-unsafe-webgpu and chrome://flags/#enable-vulkan.':
    '在 Linux 上，啟用 chrome://flags/#enable-unsafe-webgpu 和 chrome://flags/#enable-vulkan。',
  'this browser': '這個瀏覽器',
  'To compute on a graphics processor in {0}': '在 {0} 中用圖形處理器計算',
  'Nothing here can compute: neither the graphics processor nor the CPU.': '這裡無法計算：圖形處理器和 CPU 都不行。',
  'What to do in {0}:': '在 {0} 中可以這樣做：',
  'Without WebGPU, a browser that has WebAssembly with SIMD serves: any of 2023 or later.':
    '沒有 WebGPU 時，支援 WebAssembly SIMD 的瀏覽器也可以：2023 年或更新的都行。',
};
