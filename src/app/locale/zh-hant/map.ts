import type { Texts } from '../translations.ts';

/** Texts of the map of the surface. */
export const map: Texts = {
  'Colour by': '著色依據',
  'Your system asks for less motion': '你的系統要求減少動態效果',
  trails: '尾跡',
  Colours: '顏色',
  'Click the map to launch a trajectory.': '點擊圖上任何地方，放出一條軌跡。',
  'Converged at {0}': '收斂於 {0}',
  'converged at': '收斂於',
  Saddle: '鞍點',
  Minimum: '極小點',
  start: '起點',
  'A network of {0} parameters is too large to draw its loss: Maps and the charts show how it trains.':
    '{0} 個參數的網路太大，畫不出它的損失曲面：請看地圖和圖表中它訓練得如何。',
  'The plane of {0} and {1} through the start': '通過起點的 {0}–{1} 平面',
  '{0}: the other {1} parameters stand where they start.': '{0}：其餘 {1} 個參數停在起點。',
  '{0}: {1}.': '{0}：{1}。',
  'Map of the loss over {0}: arrows move it, + and − zoom, 0 shows all; Enter launches a trajectory, shift and arrows move its start, Escape removes it':
    '{0} 上的損失圖：方向鍵移動它，+ 與 − 縮放，0 顯示全部；Enter 放出一條軌跡，Shift 加方向鍵移動它的起點，Escape 將它移除',
  'Zoom in': '放大',
  'Zoom out': '縮小',
  'Show the whole domain (double-click)': '顯示整個定義域（雙擊）',
  'no value here': '此處無值',
  'Tints: loss from {0} to {1}, on a logarithmic scale': '色調：損失從 {0} 到 {1}，對數刻度',
  'Find and mark all points in sight at which the gradient vanishes: minima, saddles, maxima':
    '找出並標出視野內所有梯度消失的點：極小點、鞍點、極大點',
  'critical points': '臨界點',
  minimum: '極小點',
  kink: '折點',
  'Minimum at a kink': '折點處的極小點',
  'Maximum at a kink': '折點處的極大點',
  'Minimum at a tip': '尖點處的極小點',
  'Maximum at a tip': '尖點處的極大點',
  Kink: '折點',
};
