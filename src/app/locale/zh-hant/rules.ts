import type { Texts } from '../translations.ts';

/** Texts of surfaces to choose from, and of rules: the catalogue's, and their editors'. */
export const rules: Texts = {
  'From the lecture': '課堂上的曲面',
  Bowls: '碗',
  Valleys: '山谷',
  'A few minima': '幾個極小點',
  Saddles: '鞍點',
  Hills: '丘陵',
  'Many minima': '許多極小點',
  'Fractal borders': '碎形邊界',
  Plateaus: '高原',
  Kinks: '折點',
  'Round: plain descent is stable for learning rates below 1 and arrives in one step at 0.5.':
    '圓的：普通的梯度下降在學習率低於 1 時穩定，設 0.5 時一步就到。',
  'Curvature 1 along x and 100 along y. Plain descent is stable for learning rates below 0.02.':
    '沿 x 的曲率是 1，沿 y 是 100。普通的梯度下降在學習率低於 0.02 時穩定。',
  'Curvature 1 along x and 25 along y. Plain descent is stable for learning rates below 0.08.':
    '沿 x 的曲率是 1，沿 y 是 25。普通的梯度下降在學習率低於 0.08 時穩定。',
  'A tilted quadratic with curvatures 2 and 18. Plain descent is stable for learning rates below 1/9.':
    '傾斜的二次函數，曲率 2 與 18。普通的梯度下降在學習率低於 1/9 時穩定。',
  'A tilted quadratic that is almost flat along the diagonal: curvatures 0.04 and 1.':
    '傾斜的二次函數，沿對角線幾乎是平的：曲率 0.04 與 1。',
  'A tilted quadratic with curvatures 1 and 3. Its minimum is below 0.':
    '傾斜的二次函數，曲率 1 與 3。最小值在 0 以下。',
  'Convex, but far from quadratic: the curvature grows from 4.5 at the minimum to over 3,000 in the corner.':
    '凸的，但遠不是二次：曲率從極小點的 4.5 增大到角落的 3,000 以上。',
  'A diagonal trench with a saddle in its middle, and hills with shallow hollows beside it.':
    '一條斜向的溝，中間有鞍點；旁邊是帶淺坑的小丘。',
  'Four deep holes, two of them global, with steep rims between almost flat ground.':
    '四個深洞，其中兩個是全域的；洞緣陡峭，之間幾乎是平地。',
  'Waves on a very shallow bowl: the wells hardly differ in depth. The usual box is ±600.':
    '很淺的碗上有波紋：各個井的深度相差無幾。通常的框是 ±600。',
  'The minimum is the tip of a cone: the gradient does not shrink towards it, and methods hover around it.':
    '極小點是錐尖：靠近它時梯度並不變小，各種方法都在它周圍徘徊。',
  'The minimum lies on the edge of the box, beyond which it falls on. Dozens of minima inside are not listed.':
    '極小點在框的邊上，框外還繼續下降。框內幾十個極小點沒有列出。',
  'Infinitely steep ridges part the plane into cells with a minimum each. Computed through logarithms.':
    '無限陡的山脊把平面分成小格，每格有一個極小點。透過對數計算。',
  'Pits that deepen towards the corners, parted by folds at height 0.': '愈往角落愈深的坑，被高度 0 的摺痕隔開。',
  '121 minima, about 1 apart, in a bowl. Plain descent is stable for learning rates below 0.00504.':
    '碗裡有 121 個極小點，相距約 1。普通的梯度下降在學習率低於 0.00504 時穩定。',
  'Parallel valleys that deepen towards the middle; 40 minima in the box.':
    '平行的山谷，愈往中間愈深；框內有 40 個極小點。',
  'From afar a bowl; all its 25 minima lie within 1.6 of the origin.': '遠看是一個碗；25 個極小點都在離原點 1.6 以內。',
  'The second-best minima lie far from the best one. Outside the box it falls without bound.':
    '次好的極小點離最好的很遠。框外無止境地下降。',
  'The gradient stays near 1,000 down to the valley floor: at rate 1e-2 plain descent swings for ever.':
    '梯度一直到谷底都在 1,000 左右：學習率設 1e-2，普通的梯度下降會永遠擺動。',
  'A ring-shaped valley: a coordinate is steep first, gentle later, so its rate must be able to grow again.':
    '環形山谷：一個座標先陡後緩，所以它的學習率必須能再變大。',
  'One parameter. A long gentle slope, then a cliff: a step size learned on the slope is far too large there.':
    '一個參數。一段又長又緩的斜坡，然後是懸崖：在斜坡上學到的步長，到那裡就太大了。',
  'One parameter. A well between a cliff and a ridge; beyond the ridge the slope goes down for ever.':
    '一個參數。懸崖與山脊之間有一個井；山脊另一邊的坡一直往下，沒有盡頭。',
  'Flat outside. With gradient noise, who is thrown out of the bottom? The target is the level at radius 2.':
    '外面是平的。有梯度雜訊的時候，誰會被甩出井底？目標是半徑 2 處的高度。',
  'One hole in a plain. Farther than 9.3 from it the float32 gradient is exactly 0: stuck, not converged.':
    '平地上的一個洞。離它 9.3 以外，float32 的梯度剛好是 0：是卡住，不是收斂。',
  'Narrow troughs that cross on a plateau; between them there is no slope to follow.':
    '高原上交叉的窄槽；槽與槽之間沒有坡可循。',
  'Ring-shaped troughs: whole circles without slope. At the minimum, r = 0, the formula has no curvature, but the surface has.':
    '環形的槽：整圈都沒有坡度。在極小點 r = 0，公式給不出曲率，曲面卻有曲率。',
  'Crowded ripples that hide a tiny slope towards the middle. Only the global minimum is listed.':
    '密集的波紋掩蓋了往中間的微小坡度。只列出全域極小點。',
  'Over a thousand minima in the box, three to a unit along x; only the global one is listed.':
    '框內有上千個極小點，沿 x 每單位三個；只列出全域的那個。',
  'Convex, with condition number 313,000. Plain descent is stable for learning rates below 1.145e-6.':
    '凸的，條件數 313,000。普通的梯度下降在學習率低於 1.145e-6 時穩定。',
  'The ravine in other units: here learning rate 1e-2 is just stable, and swings from wall to wall.':
    '換了單位的峽谷：這裡學習率 1e-2 剛好穩定，在兩壁之間擺動。',
  'The same ellipses with walls of even slope: at learning rate 1e-2 plain descent swings for ever.':
    '橢圓相同，谷壁坡度均勻：學習率設 1e-2，普通的梯度下降會永遠擺動。',
  'The ravine with the mean in place of the sum. Replace the table to fit a line to other data.':
    '用平均代替加總的峽谷。換一張表，就能用直線擬合別的資料。',
  'The same data, both columns standardised: condition number 1, and plain descent arrives in a few steps.':
    '同樣的資料，兩欄都標準化：條件數 1，普通的梯度下降幾步就到。',
  'Falls for ever along y. Started exactly on y = 0, plain descent ends in the saddle.':
    '沿 y 永遠下降。剛好從 y = 0 出發，普通的梯度下降會停在鞍點。',
  'Three ways down and three up. The Hessian vanishes at the saddle, so curvature does not reveal it.':
    '三條路往下，三條往上。Hessian 矩陣在鞍點是零，所以曲率看不出它來。',
  'A saddle between two wells: how long does a method stay there before it leaves?':
    '兩個井之間的鞍點：一種方法要停留多久才離開？',
  'Amplitude/wavelength² is 0.5, ten times the threshold of convexity. Compare learning rates near 1.':
    '振幅/波長² 是 0.5，是凸性門檻的十倍。比較 1 附近的學習率。',
  'The ripple grows with the distance, so that it is not convex far out however small the amplitude is.':
    '波紋隨距離增大，所以振幅再小，遠處也不是凸的。',
  'A bent valley, steep across and nearly flat along. At the minimum the curvatures are 0.4 and 1,002.':
    '彎曲的山谷，橫向陡，縱向幾乎是平的。極小點的曲率是 0.4 與 1,002。',
  'Plateaus in the middle, walls of 180,000 in the corners. To the left a valley sinks for ever, to 0.45.':
    '中間是高原，角落是高達 180,000 的牆。左邊有一條山谷不斷下沉，趨近 0.45。',
  'A valley bent like a horseshoe, with an equally deep minimum in either arm and a saddle between.':
    '馬蹄形的山谷，兩臂各有一個同樣深的極小點，中間是鞍點。',
  'Values from 3 to a million, curvatures up to 26,000. Written as a product in x + y and 2x − 3y.':
    '值從 3 到一百萬，曲率高達 26,000。寫成 x + y 與 2x − 3y 的乘積。',
  'The logarithm keeps every minimum and saddle in place and makes the steep walls gentle.':
    '取對數之後，極小點和鞍點都留在原處，陡壁變得平緩。',
  'The valley floor is a fold where the gradient becomes infinite: every method is thrown off it again.':
    '谷底是一道摺痕，梯度在那裡變成無限大：每種方法都會一再被甩開。',
  'Four equally deep minima around one hill: a basin map has four colours.':
    '一座小丘周圍有四個同樣深的極小點：吸引域的地圖有四種顏色。',
  'Two shallow minima guard the global one in the middle.': '兩個淺的極小點，守著中間的全域極小點。',
  'Six minima in three pairs, two of them global.': '三對共六個極小點，其中兩個是全域的。',
  'Outside the box it falls for ever: every shift by (−π, −π) finds another minimum, lower by π.':
    '在框外它永遠下降：每平移 (−π, −π)，就又有一個極小點，低 π。',
  'Four wells of three different depths around a hill.': '一座小丘周圍的四個井，有三種深度。',
  'Three equally deep minima in one bent valley.': '一條彎曲的山谷裡有三個同樣深的極小點。',
  'A deep and a shallow well in a bowl: the start decides which of them is found.':
    '碗裡有一深一淺兩個井：找到哪一個，由起點決定。',
  Momentum: '動量',
  Scale: '縮放',
  'Both at once': '兩者兼有',
  'Decay, clipping, averaging': '衰減、裁剪、平均',
  'coupled weight decay': '耦合的權重衰減',
  'decoupled weight decay': '解耦的權重衰減',
  'decay of the learning rate': '學習率的衰減',
  'clipping by norm': '依範數裁剪',
  'step as long as the parameters': '與參數等長的步',
  'average of the path instead of a schedule': '用路徑的平均代替排程',
  'momentum (heavy ball)': '動量（重球法）',
  'Nesterov momentum': 'Nesterov 動量',
  'normalised momentum': '正規化動量',
  'momentum of scaled steps': '縮放後的步的動量',
  'averaged gradient': '梯度的平均',
  'Nesterov average with warming momentum': '動量漸增的 Nesterov 平均',
  'root of the summed squares': '平方和的根',
  'root mean square of all gradients': '所有梯度的均方根',
  'α-weighted root mean square': '以 α 加權的均方根',
  'root of the averaged square': '平方平均的根',
  'root of the averaged variance': '變異數平均的根',
  'ratio of averaged steps and gradients': '步與梯度的平均之比',
  'root of the corrected averaged square': '修正後平方平均的根',
  'root of the largest averaged square': '最大平方平均的根',
  'rectified averaged square': '整流的平方平均',
  'decaying largest gradient': '逐漸衰減的最大梯度',
  'averaged gradient over its surprise': '梯度的平均除以其意外程度',
  'averaged gradient over an additive square': '梯度的平均除以加性更新的平方',
  'sign of an interpolated momentum': '內插動量的正負號',
  'sign of the update': '更新量的正負號',
  'averaged gradient and averaged change': '梯度的平均與變化的平均',
  'step sizes from signs alone': '只由正負號決定的步長',
  'average of gradients scaled beforehand': '先縮放再平均的梯度',
  'average of gradients scaled beforehand, unclipped': '先縮放再平均的梯度，不裁剪',
  'clipped division by the curvature': '除以曲率，並裁剪',
  'Adam that estimates its learning rate': '自估學習率的 Adam',
  'A disc in a ring': '圓盤與圓環',
  'Four squares': '四個方塊',
  'Two clouds': '兩團雲',
  'Two spirals': '兩條螺旋',
  'Normal numbers': '常態分布的數',
  'Rule {0}': '規則 {0}',
  'a rule of your own': '自訂規則',
  up: '上移',
  down: '下移',
  'The same rule once more, to be exchanged for another': '再加一條同樣的規則，以便換成別的',
  'insert above': '在上方插入',
  'u begins as the gradient g. Each rule changes it; at last θ ← θ − η·u.':
    'u 一開始是梯度 g。每條規則改變它；最後 θ ← θ − η·u。',
  'A change makes this optimizer one of your own.': '一經更動，它就成為你自己的優化器。',
  'Rules of optimizer {0}': '優化器 {0} 的規則',
  'No rule: u is the gradient, as in plain gradient descent.': '沒有規則：u 就是梯度，也就是普通的梯度下降。',
  'Add a rule at the end': '在最後新增規則',
  'add a rule…': '新增規則…',
  'a rule of your own…': '自訂規則…',
  Surfaces: '曲面',
  'No surface is called so. Type a formula instead.': '沒有這樣的曲面。可以改成輸入公式。',
  'Rule {0} as a formula': '規則 {0} 的公式',
  'make {0} a hyperparameter': '把 {0} 設成超參數',
  'is kept; at first': '逐步保留；初值',
  'by default': '預設值',
  '{0} by default': '{0} 的預設值',
  'Change u or g. Known are theta, t, eta, h, lr, norm(a), dot(a, b); a name that is read before it is assigned is kept from step to step.':
    '可以改變 u 或 g。已知的有 theta、t、eta、h、lr、norm(a)、dot(a, b)；先讀取後賦值的名字會逐步保留。',
  'pull towards the origin': '拉向原點的力道',
  'learning rate is divided by 1 + (t − 1) · lr_decay': '學習率除以 1 + (t − 1) · lr_decay',
  'largest norm': '最大範數',
  'decay of the averaged gradient': '梯度平均的衰減率',
  'share of the previous step that is kept': '上一步保留的比例',
  'share of the new gradient that is left out': '新梯度略去的比例',
  'how fast the momentum warms up': '動量預熱的快慢',
  'first value of the sum of squares': '平方和的初值',
  'added to the divisor': '加在除數上的數',
  'decay of the averaged square': '平方平均的衰減率',
  'decay of the averaged squares': '各平方平均的衰減率',
  'added under the root': '加在根號內的數',
  'factor of the step size after a change of sign': '變號之後步長的倍數',
  'factor of the step size after an equal sign': '同號之後步長的倍數',
  'smallest step size': '最小步長',
  'largest step size': '最大步長',
  'scale of the curvature in the divisor': '除數中曲率的係數',
  'steps between two looks at the curvature': '兩次查看曲率之間的步數',
  'first estimate of the learning rate': '學習率的初始估計',
  'factor on the estimated learning rate': '所估學習率的倍數',
  "With a constant learning rate it is PyTorch's Adagrad with one that grows as √t: that is why it bursts.":
    '固定的學習率，等於 PyTorch 的 Adagrad 用像 √t 那樣變大的學習率：所以它會爆衝。',
  'The learning rate is only the first step size; signs do the rest.': '學習率只是最初的步長，其餘由正負號決定。',
  'steps between two falls': '兩次下降之間的步數',
  'factor of each fall': '每次下降的倍數',
  'factor of each step': '每步的倍數',
  'steps until the rate is halved': '學習率減半所需的步數',
  'steps until the end is reached': '到終值的步數',
  'last learning rate': '最後的學習率',
  exponent: '指數',
  'steps until the lowest rate': '到最低學習率的步數',
  'lowest learning rate': '最低學習率',
  'steps of the first cycle': '第一個週期的步數',
  'each cycle is so many times longer': '每個週期是前一個的多少倍長',
  'steps of the whole cycle': '整個週期的步數',
  'share of the steps that rises': '上升所占步數的比例',
  'peak over first rate': '峰值與起始學習率之比',
  'first over last rate': '起始與最後學習率之比',
  '1: falls back to the first rate before the last phase': '1：最後階段之前降回起始學習率',
  '1: straight lines instead of cosines': '1：用直線代替餘弦',
  'steps at the low rate': '用低學習率的步數',
  'low learning rate': '低學習率',
  'width of the model': '模型的寬度',
  'factor; lr is not used': '倍數；不用 lr',
  'factor on the first weights': '初始權重的倍數',
  'seed of the first weights': '初始權重的種子',
  'standard deviation of the noise on each gradient component': '每個梯度分量上雜訊的標準差',
  'rows of the data that each update’s gradient is made from, drawn anew for each':
    '每次更新的梯度所用的資料列數，每次重新抽取',
};
