import type { Texts } from '../translations.ts';

/** Texts of the top bar. */
export const bar: Texts = {
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
  Engine: '引擎',
  'Which machine computes': '由什么来计算',
  Automatic: '自动',
  'changing…': '切换中……',
  '(software)': '（软件）',
  'To compute on a graphics processor in {0}': '在 {0} 中用图形处理器计算',
  Examples: '示例',
  'The examples could not be loaded. Is this machine online?': '无法加载示例。这台机器联网了吗？',
  Language: '语言',
  'Nothing here can compute: neither the graphics processor nor the CPU.': '这里无法计算：图形处理器和 CPU 都不行。',
  'What to do in {0}:': '在 {0} 中可以这样做：',
  'Without WebGPU, a browser that has WebAssembly with SIMD serves: any of 2023 or later.':
    '没有 WebGPU 时，支持 WebAssembly SIMD 的浏览器也可以：2023 年或更新的都行。',
  Dismiss: '知道了',
  Pause: '暂停',
  'Run again': '再次运行',
  '{0} (space)': '{0}（空格键）',
  'One step (→)': '走一步（→）',
  Step: '单步',
  'Back to the start (r)': '回到起点（r）',
  Reset: '重置',
  Pace: '速度',
  'How many steps a second are shown': '每秒显示多少步',
  'full speed': '全速',
  '{0} steps/s': '{0} 步/秒',
  'Go to step': '前往某一步',
  'Go to any step: what is behind is made again, exactly': '前往任意一步：走过的会原样重做',
  'Preparing…': '准备中……',
  'Trajectory steps in each second that passes': '每秒走过的轨迹步数',
  'Copy a link to exactly this': '复制指向当前画面的链接',
  Share: '分享',
  'Link to this experiment': '此实验的链接',
  'Link copied': '链接已复制',
  'Copy this link': '请复制此链接',
  Menu: '菜单',
  'The lecture on adaptive learning rates as experiments': '把自适应学习率的讲座做成实验',
  'Take the last change back (ctrl+z)': '撤销上一次改动（ctrl+z）',
  Undo: '撤销',
  'Make it again (ctrl+y)': '重做（ctrl+y）',
  Redo: '重做',
  'Change between light and dark': '切换浅色与深色',
  paper: '浅色',
  night: '深色',
};
