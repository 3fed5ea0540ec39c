import type { Texts } from '../translations.ts';

/** Texts of the comparison. */
export const compare: Texts = {
  'Best setting found': '找到的最佳設定',
  'apply all': '全部採用',
  'The one from which most arrive; of equals the one with the fewest median steps to the target, then with the lowest median loss.':
    '到達最多的那一個；相同時取到達目標步數的中位數最小的，再取損失的中位數最低的。',
  'apply to {0}': '用於 {0}',
  apply: '採用',
  '{0} of {1} arrive ({2})': '{1}中有 {0} 到達（{2}）',
  'median {0} steps': '中位數 {0} 步',
  'median loss {0}': '損失中位數 {0}',
  'Sets {0}. Starts all over the domain take the place of the axis.': '設定 {0}。這條軸改為遍布定義域的起點。',
  'Diverged cells count as infinite.': '發散的格子算作無窮大。',
  "Below it Wilson's interval of 95 %: the share's likely range, told as if the cells were drawn at random; those of a grid are not.":
    '下方是 95 % 的 Wilson 區間：該比例的可能範圍，依格子隨機抽取來算；網格的格子並非如此。',
  arrives: '到達',
  'Share of the cells that have converged{0}. {1}': '已收斂{0}的格子所占比例。{1}',
  ' or reached the target': '或達到目標',
  'to target': '到達目標',
  'Median first step at or below the target, over all cells: ∞ where fewer than half arrive there.':
    '所有格子首次達到目標的步數的中位數：不到一半到達時為 ∞。',
  ', counted from the known minimum': '（從已知最小值算起）',
  median: '中位數',
  '{0} of the cells end at or below this {1}{2}. {3}': '{0}的格子最後不高於這個{1}{2}。{3}',
  Half: '一半',
  "What becomes of each optimizer's cells is compared here as soon as the run has made a step.":
    '執行走出一步後，這裡會比較各優化器的格子的結局。',
  'The run was changed at step {0}': '執行在第 {0} 步有改動',
  ': what is compared comes from the numbers before and after. Reset runs all of it with these.':
    '：比較的內容來自改動前後的數值。重設會全部用現在的數值執行。',
  '{0} for each optimizer, after {1} of {2}. To arrive is to converge{3}. Quantiles are exact and over all cells; diverged ones count as infinite.':
    '每個優化器 {0}，共 {2} 步，已走 {1}。收斂{3}即為到達。分位數是精確的，取自所有格子；發散的算作無窮大。',
  ' or to reach the target': '或達到目標',
  'So far, at step {0}: ': '目前，第 {0} 步：',
  '{0} arrives from {1} of the {2}': '{0} 有 {1} 的{2}到達',
  '{0} from {1}': '{0} 有 {1}',
  '{0}{1}.': '{0}{1}。',
  '{0} arrives from none of the {1}.': '{0} 沒有一個{1}到達。',
  'None of them arrives.': '沒有一個到達。',
  'So far, at step {0}: {1} arrives from none of the {2} yet.': '目前，第 {0} 步：{1} 還沒有一個{2}到達。',
  'So far, at step {0}: none of them arrives yet.': '目前，第 {0} 步：還沒有一個到達。',
  'Both arrive in the same cells.': '兩者到達的格子相同。',
  '{0} arrives where {1} does not: {2}; the reverse: {3}.': '{0} 到達而 {1} 沒有的：{2}；反過來：{3}。',
  'Their intervals, told as if the cells were drawn at random, do not overlap.':
    '依格子隨機抽取來算，它們的區間不重疊。',
  'By how many arrive, {0} is ahead of all others: its interval, told as if the cells were drawn at random, overlaps with none of theirs.':
    '論到達的比例，{0} 領先其他所有：依格子隨機抽取來算，它的區間與誰都不重疊。',
  'they are near each other': '它們相近',
  '{0} cannot be told apart': '{0} 不分上下',
  'By how many arrive, {0}: their intervals, told as if the cells were drawn at random, overlap.':
    '論到達的比例，{0}：依格子隨機抽取來算，它們的區間重疊。',
  '{0} is faster: half of its cells reach the target within {1} steps, of {2} within {3}.':
    '{0} 更快：它的一半格子在 {1} 步內到達目標，{2} 則要 {3} 步。',
  'Where two differ, the better one arrives and the other does not; where both arrive, it comes to the lower minimum; where neither does, it ends at the lower loss.':
    '兩者不同時，較好的一個到達而另一個沒有；都到達時，它到更低的極小點；都沒到時，它最後的損失更低。',
  'Where two differ, the better one arrives and the other does not; where neither does, it ends at the lower loss.':
    '兩者不同時，較好的一個到達而另一個沒有；都沒到時，它最後的損失更低。',
  'How far apart': '相差多少',
  'Share of the cells in which two optimizers come to another outcome or another minimum; below it, the share in which the one of the row does <span title={0}>better</span>.':
    '兩個優化器的結局或極小點不同的格子所占比例；下方是列所示的一個<span title={0}>更好</span>的比例。',
  'Share of the cells in which two optimizers come to another outcome; below it, the share in which the one of the row does <span title={0}>better</span>.':
    '兩個優化器的結局不同的格子所占比例；下方是列所示的一個<span title={0}>更好</span>的比例。',
  'Which minimum they come to is not known for this formula.': '對這個公式，不知道它們到的是哪個極小點。',
  'How far apart the optimizers are, scrolls sideways': '各優化器相差多少，可橫向捲動',
  '{0} does better in {1}, {2} in {3} of {4} cells.': '{4} 個格子中，{0} 在 {1} 個更好，{2} 在 {3} 個更好。',
  'better in {0}': '{0} 更好',
  'Comparison of the optimizers': '優化器的比較',
  'The name': '名稱',
  '{0} Click to sort.': '{0}點擊排序。',
  nowhere: '無處',
  '{0}{1} to {2}{3}': '{0}{1} 至 {2}{3}',
  '{0} decades': '{0} 個數量級',
  ', each over all values of {0}': '，各遍歷 {0} 的所有值',
  'Success over the {0}': '隨{0}的成功率',
  'Share that arrives{0}': '到達的比例{0}',
  'Rates at which the optimizers arrive, scrolls sideways': '優化器能到達的範圍，可橫向捲動',
  'at least {0} arrive': '至少 {0} 到達',
  'How far the learning rate, say, may be off: a decade is a factor of 10. ≥ where the range reaches the end of the axis.':
    '例如學習率可以偏差多少：一個數量級是 10 倍。範圍到了軸的盡頭時為 ≥。',
  width: '寬度',
};
