import type { Texts } from '../translations.ts';

/** Texts of planes of trainability and of a cell's network. */
export const planes: Texts = {
  'Step of the network': '網路的步數',
  '{0} of {1} rows are told right.': '{1} 列中有 {0} 列判對。',
  'Off by {0}, root mean square over {1} rows.': '偏差 {0}，為 {1} 列的均方根。',
  'Off by {0} standard deviations, root mean square over {1} rows.': '偏差 {0} 個標準差，為 {1} 列的均方根。',
  'The curve of this cell’s network at step {0}.': '這個格子的網路在第 {0} 步的曲線。',
  'The regions of classes of this cell’s network at step {0}.': '這個格子的網路在第 {0} 步的類別區域。',
  'Outputs of this cell’s network against targets at step {0}.': '這個格子的網路在第 {0} 步的輸出與目標對照。',
  'Classes over {0} inputs have no picture here: it has room for one input or two.':
    '有 {0} 個輸入的分類在這裡沒有圖：圖上只容得下一個或兩個輸入。',
  '{0} train': '{0} 可訓練',
  'trained; darker: sooner': '可訓練；愈深愈早',
  'the loss over the last 20 updates is below the first, on average': '最後 20 次更新的損失平均低於最初',
  'did not train; darker: sooner lost': '不可訓練；愈深愈早失敗',
  'the loss over the last 20 updates is not below the first, or the network left its bounds':
    '最後 20 次更新的損失不低於最初，或網路越出了界限',
  'comes when the coarser cells are done': '較粗的格子完成後出現',
  'Shades by rank. Networks are trained to the end here, however far their weights go; the run’s outcomes stop them at the escape radius.':
    '深淺依名次。這裡每個網路都訓練到底，權重走多遠都可以；執行的結局在逃逸半徑處就讓它們停下。',
  'A plane needs two axes of the grid: choose what goes across and up on the left.':
    '平面需要網格的兩條軸：請在左側選擇橫向和縱向變化什麼。',
  'With noise or mini-batches neighbouring networks differ by chance: for a plane, set the noise to 0 and learn all rows.':
    '有雜訊或小批次時，相鄰的網路會隨機不同：畫平面請把雜訊設為 0，並學習所有資料列。',
  'A plane of trainability is of networks: choose “train networks” on the left.':
    '可訓練性的平面是網路的：請在左側選擇「訓練網路」。',
  'The planes appear here as soon as an engine is open.': '引擎開啟後，平面會出現在這裡。',
  'All optimizers are hidden: show one to see its plane.': '所有優化器都已隱藏：顯示一個就能看到它的平面。',
  'The first networks are being trained.': '正在訓練第一批網路。',
  'Trainability of {0}': '{0} 的可訓練性',
  Networks: '網路',
  'go on': '繼續',
  pause: '暫停',
  'The plane could not be computed. {0}': '無法計算平面。{0}',
  'Networks trained': '已訓練的網路',
  '{0} of {1} networks': '{1} 個網路中的 {0} 個',
  ', {0} a second, {1} to go': '，每秒 {0} 個，還需 {1}',
  'not trained yet': '尚未訓練',
  'trained; the losses add up to {0} times the first': '可訓練；損失之和為最初的 {0} 倍',
  'did not train; the losses’ inverses add up to {0} of the first’s': '不可訓練；損失倒數之和為最初的 {0}',
  'No box dimension: it takes a boundary in sight, and 64 networks or so along each axis.':
    '沒有盒維數：視野內要有邊界，而且每個軸上要有 64 個左右的網路。',
  'Box dimension of the boundary: {0} ± {1} (standard error of the fit; median of the slopes {2}).':
    '邊界的盒維數：{0} ± {1}（擬合的標準誤差；斜率的中位數 {2}）。',
  'some time': '一些時間',
  '{0} s': '{0} 秒',
  '{0} h': '{0} 小時',
  '{0} min': '{0} 分鐘',
  Parametrisation: '參數化',
  standard: '標準',
  'mean-field': '平均場',
  inputs: '輸入數',
  Inputs: '輸入數',
  'Trainability on a finer grid: each network is trained to the end.': '更細的網格上的可訓練性：每個網路都訓練到底。',
};
