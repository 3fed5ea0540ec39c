import type { Texts } from '../translations.ts';

/** Texts of notices, of what a hand has caused, and of why it is this engine. */
export const notices: Texts = {
  'This browser does not offer WebGPU.': '此浏览器不提供 WebGPU。',
  'Browsers offer WebGPU only to pages that come over https or from this machine.':
    '浏览器只向通过 https 或来自本机的页面提供 WebGPU。',
  'WebGPU is here, but no graphics adapter answers.': '有 WebGPU，但没有图形适配器应答。',
  'WebGPU was asked for.': '已选择 WebGPU。',
  'The CPU engine was asked for.': '已选择 CPU 引擎。',
  'A graphics processor is here: nothing is faster.': '有图形处理器：没有比它更快的。',
  'The graphics processor cannot be used. {0}': '图形处理器无法使用。{0}',
  '{0} WebGPU runs on a program instead.': '{0}WebGPU 改由软件运行。',
  'The only WebGPU adapter here is a program{0}; the CPU engine is faster.':
    '这里唯一的 WebGPU 适配器是软件{0}；CPU 引擎更快。',
  'The automatic choice': '自动选择',
  'The CPU engine': 'CPU 引擎',
  'Changed at step {0}': '第 {0} 步有改动',
  ': counts mix what was before and after. Reset reruns it all.': '：计数混合了改动前后的结果。重置会全部重新运行。',
  'Another engine takes its place.': '由另一个引擎代替。',
  'The run stays on {0}.': '运行留在 {0} 上。',
  '{0} cannot be used here. {1} {2}': '{0} 在这里无法使用。{1}{2}',
  'The CPU engine was lost ({0}). The run goes on from step {1}.': 'CPU 引擎中断（{0}）。运行从第 {1} 步继续。',
  'The graphics device was lost ({0}). The run goes on from step {1}.': '图形设备丢失（{0}）。运行从第 {1} 步继续。',
  'This change cannot be made. {0}': '无法这样改。{0}',
  'This experiment cannot run. {0}': '这个实验无法运行。{0}',
  '{0} variant': '{0} 变体',
  'The run stopped. {0}': '运行停止了。{0}',
  'The page shows its first experiment instead.': '页面改为显示最初的实验。',
  'What was shown before is shown still.': '仍显示之前的内容。',
  'This experiment cannot run. {0} {1}': '这个实验无法运行。{0}{1}',
  'Something went wrong. {0} Reloading the page may help.': '出错了。{0}重新加载页面也许有用。',
  "The experiment in this page's address cannot be used. {0}": '本页地址里的实验无法使用。{0}',
  'What is embedded here cannot be used. {0}': '这里嵌入的内容无法使用。{0}',
  'it is compressed, and this browser cannot unpack it; a browser of 2023 or later can':
    '它经过压缩，而此浏览器无法解压；2023 年以后的浏览器可以',
  'it is cut off or was changed on its way': '它被截断了，或在途中被改动过',
  'it is larger than any experiment is (1 MB unpacked)': '它比任何实验都大（解压后超过 1 MB）',
  'Saved as {0}.': '已保存为 {0}。',
  '{0} is too large: no number here is beyond {1}.': '{0} 太大：这里的数不能超过 {1}。',
  'Type a whole number, such as 1000.': '请输入整数，如 1000。',
  'Type a number, such as 0.01 or 1e-3.': '请输入数，如 0.01 或 1e-3。',
  'scree-playground: engine="{0}" is left out: it may be {1}.': 'scree-playground：engine="{0}" 未采用：可以是 {1}。',
  'scree-playground: "{0}" in hide is left out: it may hold {1}.':
    'scree-playground：hide 中的“{0}”未采用：可以是 {1}。',
};
