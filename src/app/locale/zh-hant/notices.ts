import type { Texts } from '../translations.ts';

/** Texts of notices, of what a hand has caused, and of why it is this engine. */
export const notices: Texts = {
  'This browser does not offer WebGPU.': '這個瀏覽器不提供 WebGPU。',
  'Browsers offer WebGPU only to pages that come over https or from this machine.':
    '瀏覽器只對透過 https 或來自本機的頁面提供 WebGPU。',
  'WebGPU is here, but no graphics adapter answers.': '有 WebGPU，但沒有圖形介面卡回應。',
  'WebGPU was asked for.': '已選擇 WebGPU。',
  'The CPU engine was asked for.': '已選擇 CPU 引擎。',
  'A graphics processor is here: nothing is faster.': '有圖形處理器：沒有比它更快的。',
  'The graphics processor cannot be used. {0}': '圖形處理器無法使用。{0}',
  '{0} WebGPU runs on a program instead.': '{0}WebGPU 改由軟體執行。',
  'The only WebGPU adapter here is a program{0}; the CPU engine is faster.':
    '這裡唯一的 WebGPU 介面卡是軟體{0}；CPU 引擎更快。',
  'The automatic choice': '自動選擇',
  'The CPU engine': 'CPU 引擎',
  'Changed at step {0}': '第 {0} 步有改動',
  ': counts mix what was before and after. Reset reruns it all.': '：計數混合了改動前後的結果。重設會全部重新執行。',
  'Another engine takes its place.': '由另一個引擎代替。',
  'The run stays on {0}.': '執行留在 {0} 上。',
  '{0} cannot be used here. {1} {2}': '{0} 在這裡無法使用。{1}{2}',
  'The CPU engine was lost ({0}). The run goes on from step {1}.': 'CPU 引擎中斷（{0}）。執行從第 {1} 步繼續。',
  'The graphics device was lost ({0}). The run goes on from step {1}.': '圖形裝置中斷（{0}）。執行從第 {1} 步繼續。',
  'This change cannot be made. {0}': '無法這樣改。{0}',
  'This experiment cannot run. {0}': '這個實驗無法執行。{0}',
  '{0} variant': '{0} 變體',
  'The run stopped. {0}': '執行停止了。{0}',
  'The page shows its first experiment instead.': '頁面改為顯示最初的實驗。',
  'What was shown before is shown still.': '仍顯示先前的內容。',
  'This experiment cannot run. {0} {1}': '這個實驗無法執行。{0}{1}',
  'Something went wrong. {0} Reloading the page may help.': '發生錯誤。{0}重新載入頁面也許有用。',
  "The experiment in this page's address cannot be used. {0}": '這個網址裡的實驗無法使用。{0}',
  'What is embedded here cannot be used. {0}': '這裡嵌入的內容無法使用。{0}',
  'it is compressed, and this browser cannot unpack it; a browser of 2023 or later can':
    '它經過壓縮，而這個瀏覽器無法解壓縮；2023 年以後的瀏覽器可以',
  'it is cut off or was changed on its way': '它被截斷了，或在途中被改過',
  'it is larger than any experiment is (1 MB unpacked)': '它比任何實驗都大（解壓縮後超過 1 MB）',
  'Saved as {0}.': '已儲存為 {0}。',
  '{0} is too large: no number here is beyond {1}.': '{0} 太大：這裡的數不能超過 {1}。',
  'Type a whole number, such as 1000.': '請輸入整數，例如 1000。',
  'Type a number, such as 0.01 or 1e-3.': '請輸入數字，例如 0.01 或 1e-3。',
  'scree-playground: engine="{0}" is left out: it may be {1}.': 'scree-playground：engine="{0}" 未採用：可以是 {1}。',
  'scree-playground: "{0}" in hide is left out: it may hold {1}.':
    'scree-playground：hide 中的「{0}」未採用：可以是 {1}。',
};
