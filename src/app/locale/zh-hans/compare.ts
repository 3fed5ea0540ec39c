import type { Texts } from '../translations.ts';

/** Texts of the comparison. */
export const compare: Texts = {
  'Best setting found': '找到的最佳设置',
  'apply all': '全部采用',
  'The one from which most arrive; of equals the one with the fewest median steps to the target, then with the lowest median loss.':
    '到达最多的那一个；相同时取到达目标步数的中位数最小的，再取损失的中位数最低的。',
  'apply to {0}': '用于 {0}',
  apply: '采用',
  '{0} of {1} arrive ({2})': '{1}中有 {0} 到达（{2}）',
  'median {0} steps': '中位数 {0} 步',
  'median loss {0}': '损失中位数 {0}',
  'Sets {0}. Starts all over the domain take the place of the axis.': '设定 {0}。这条轴改为遍布定义域的起点。',
  'Diverged cells count as infinite.': '发散的格子算作无穷大。',
  "Below it Wilson's interval of 95 %: the share's likely range, told as if the cells were drawn at random; those of a grid are not.":
    '下方是 95 % 的 Wilson 区间：该比例的可能范围，按格子随机抽取来算；网格的格子并非如此。',
  arrives: '到达',
  'Share of the cells that have converged{0}. {1}': '已收敛{0}的格子所占比例。{1}',
  ' or reached the target': '或达到目标',
  'to target': '到达目标',
  'Median first step at or below the target, over all cells: ∞ where fewer than half arrive there.':
    '所有格子首次达到目标的步数的中位数：不到一半到达时为 ∞。',
  ', counted from the known minimum': '（从已知最小值算起）',
  median: '中位数',
  '{0} of the cells end at or below this {1}{2}. {3}': '{0}的格子最后不高于这个{1}{2}。{3}',
  Half: '一半',
  "What becomes of each optimizer's cells is compared here as soon as the run has made a step.":
    '运行走出一步后，这里会比较各优化器的格子的结局。',
  'The run was changed at step {0}': '运行在第 {0} 步有改动',
  ': what is compared comes from the numbers before and after. Reset runs all of it with these.':
    '：比较的内容来自改动前后的数值。重置会全部按现在的数值运行。',
  '{0} for each optimizer, after {1} of {2}. To arrive is to converge{3}. Quantiles are exact and over all cells; diverged ones count as infinite.':
    '每个优化器 {0}，共 {2} 步，已走 {1}。收敛{3}即为到达。分位数是精确的，取自所有格子；发散的算作无穷大。',
  ' or to reach the target': '或达到目标',
  'So far, at step {0}: ': '目前，第 {0} 步：',
  '{0} arrives from {1} of the {2}': '{0} 有 {1} 的{2}到达',
  '{0} from {1}': '{0} 有 {1}',
  '{0}{1}.': '{0}{1}。',
  '{0} arrives from none of the {1}.': '{0} 没有一个{1}到达。',
  'None of them arrives.': '没有一个到达。',
  'So far, at step {0}: {1} arrives from none of the {2} yet.': '目前，第 {0} 步：{1} 还没有一个{2}到达。',
  'So far, at step {0}: none of them arrives yet.': '目前，第 {0} 步：还没有一个到达。',
  'Both arrive in the same cells.': '两者到达的格子相同。',
  '{0} arrives where {1} does not: {2}; the reverse: {3}.': '{0} 到达而 {1} 没有的：{2}；反过来：{3}。',
  'Their intervals, told as if the cells were drawn at random, do not overlap.':
    '按格子随机抽取来算，它们的区间不重叠。',
  'By how many arrive, {0} is ahead of all others: its interval, told as if the cells were drawn at random, overlaps with none of theirs.':
    '论到达的比例，{0} 领先其他所有：按格子随机抽取来算，它的区间与谁都不重叠。',
  'they are near each other': '它们相近',
  '{0} cannot be told apart': '{0} 不分上下',
  'By how many arrive, {0}: their intervals, told as if the cells were drawn at random, overlap.':
    '论到达的比例，{0}：按格子随机抽取来算，它们的区间重叠。',
  '{0} is faster: half of its cells reach the target within {1} steps, of {2} within {3}.':
    '{0} 更快：它的一半格子在 {1} 步内到达目标，{2} 则要 {3} 步。',
  'Where two differ, the better one arrives and the other does not; where both arrive, it comes to the lower minimum; where neither does, it ends at the lower loss.':
    '两者不同时，更好的一个到达而另一个没有；都到达时，它到更低的极小点；都没到时，它最后的损失更低。',
  'Where two differ, the better one arrives and the other does not; where neither does, it ends at the lower loss.':
    '两者不同时，更好的一个到达而另一个没有；都没到时，它最后的损失更低。',
  'How far apart': '相差多少',
  'Share of the cells in which two optimizers come to another outcome or another minimum; below it, the share in which the one of the row does <span title={0}>better</span>.':
    '两个优化器的结局或极小点不同的格子所占比例；下方是行所示的一个<span title={0}>更好</span>的比例。',
  'Share of the cells in which two optimizers come to another outcome; below it, the share in which the one of the row does <span title={0}>better</span>.':
    '两个优化器的结局不同的格子所占比例；下方是行所示的一个<span title={0}>更好</span>的比例。',
  'Which minimum they come to is not known for this formula.': '对这个公式，不知道它们到的是哪个极小点。',
  'How far apart the optimizers are, scrolls sideways': '各优化器相差多少，可横向滚动',
  '{0} does better in {1}, {2} in {3} of {4} cells.': '{4} 个格子中，{0} 在 {1} 个更好，{2} 在 {3} 个更好。',
  'better in {0}': '{0} 更好',
  'Comparison of the optimizers': '优化器的比较',
  'The name': '名称',
  '{0} Click to sort.': '{0}点击排序。',
  nowhere: '无处',
  '{0}{1} to {2}{3}': '{0}{1} 至 {2}{3}',
  '{0} decades': '{0} 个数量级',
  ', each over all values of {0}': '，各遍历 {0} 的所有值',
  'Success over the {0}': '随{0}的成功率',
  'Share that arrives{0}': '到达的比例{0}',
  'Rates at which the optimizers arrive, scrolls sideways': '优化器能到达的范围，可横向滚动',
  'at least {0} arrive': '至少 {0} 到达',
  'How far the learning rate, say, may be off: a decade is a factor of 10. ≥ where the range reaches the end of the axis.':
    '例如学习率可以偏差多少：一个数量级是 10 倍。范围到了轴的尽头时为 ≥。',
  width: '宽度',
};
