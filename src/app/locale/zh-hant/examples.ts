import type { Texts } from '../translations.ts';

/** Texts of the examples. */
export const examples: Texts = {
  'Four basins': '四個吸引域',
  'Himmelblau’s function has four minima. SGD falls into the nearest nearly always, Adam less often: its first steps have the same length whatever the slope.':
    'Himmelblau 函數有四個極小點。SGD 幾乎總是落入最近的一個，Adam 則不常如此：不論坡度如何，它最初的步長都一樣。',
  'A ravine that SGD cannot finish': 'SGD 走不完的峽谷',
  'The lecture’s regression. At a large rate SGD swings between the walls, the loss stuck and the gradient huge; at a small one it crawls along the floor. Adam arrives.':
    '課堂上的迴歸。學習率大時，SGD 在兩面谷壁間擺動，損失卡住，梯度巨大；學習率小時，它沿谷底緩行。Adam 能到達。',
  'SGD, large rate': 'SGD，大學習率',
  'SGD, small rate': 'SGD，小學習率',
  'Which learning rates work': '哪些學習率行得通',
  'Rosenbrock’s valley, the learning rate from row to row. Adam never diverges: it crawls at small rates and swings at large ones. SGD has a narrow band, and above it most starts are lost.':
    'Rosenbrock 的山谷，逐列變化學習率。Adam 從不發散：學習率小時緩行，大時擺動。SGD 只有一條窄帶可用，超過它，大多數起點都留不住。',
  'Momentum against learning rate': '動量與學習率',
  'A valley a hundred times as steep as flat. Momentum lets heavy ball take larger rates before it diverges, and makes Nesterov take smaller ones.':
    '一條橫向比縱向陡一百倍的山谷。動量讓重球法在發散之前能用更大的學習率，卻讓 Nesterov 只能用更小的。',
  'Adam against AMSGrad': 'Adam 與 AMSGrad',
  'With a short memory (β₂ = 0.9) Adam’s steps grow again near the valley’s floor and most starts end up swinging. AMSGrad lets no step grow: none swings, nearly all crawl.':
    '記憶很短（β₂ = 0.9）時，Adam 的步伐在谷底附近重新變大，大多數起點最後在擺動。AMSGrad 不讓步伐變大：沒有擺動的，幾乎全都緩行。',
  'Off the saddle': '離開鞍點',
  'Every start lies on the ridge between two wells, where only noise pushes off it. The less noise, the longer SGD stays; heavy ball leaves sooner, and Adam, which divides by the noise, soonest.':
    '每個起點都在兩個井之間的山脊上，只有雜訊能把它推下去。雜訊愈小，SGD 停留愈久；重球法離開得早些，而除以雜訊的 Adam 最早。',
  'The floor that noise leaves': '雜訊留下的底',
  'At a constant rate SGD stops above the minimum, the higher the larger rate and noise are. A rate that falls as 1/t goes on down; Adam does better only where there is much noise.':
    '學習率不變時，SGD 停在最小值之上，學習率和雜訊愈大停得愈高。依 1/t 下降的學習率會繼續往下走；只有雜訊大時 Adam 才更好。',
  'What a warm-up is good for': '預熱有什麼用',
  'Starts at the bottom of a well with flat ground around, and noise that throws them out. At a constant rate Adam keeps about half of them in, with a warm-up before a cosine three quarters.':
    '起點在井底，周圍是平地，雜訊會把它們甩出去。學習率不變時 Adam 留住約一半，先預熱再依餘弦下降則留住四分之三。',
  'A formula of your own': '自己的公式',
  'Any text with x and y is a surface: here rings of valleys, cut into petals. Change a number in the formula on the left and every trajectory runs again.':
    '任何含 x 和 y 的式子都是曲面：這裡是一圈圈山谷，切成花瓣。改動左邊公式裡的一個數，所有軌跡就重新執行。',
  'Fitting data': '擬合資料',
  'A sine a·sin(w·x) through twelve measured points. Only starts near the true frequency find it; all others end in the valley of a wrong one, whatever the optimizer.':
    '用正弦 a·sin(w·x) 擬合十二個量測點。只有接近真實頻率的起點能找到它；其餘的不論用什麼優化器，都停在錯誤頻率的山谷裡。',
  'A rule of your own': '自己的規則',
  'Heavy ball, and a rule typed as a formula that drops the velocity whenever it points uphill: it arrives in a third of the steps, but bears only half the learning rate.':
    '重球法，以及一條寫成公式的規則：速度一指向上坡就丟掉它。它只用三分之一的步數到達，但只能承受一半的學習率。',
  'A spiral, learned 256 times': '一條螺旋，學 256 次',
  'Every cell is a network that tells two spirals apart, the learning rate across and the seed of its first weights up. Adam learns them at rates from 0.005 to 0.3 and only swings above; heavy ball is too slow, and from 0.48 on it diverges whatever the seed.':
    '每個格子是一個區分兩條螺旋的網路，橫向是學習率，縱向是初始權重的種子。Adam 在學習率 0.005 至 0.3 時學得會，再大就只是擺動；重球法太慢，從 0.48 起不論種子都發散。',
  'Mini-batches and the learning rate': '小批次與學習率',
  'Networks that learn a circle from batches of 1 to 64 points, the learning rate up. The noise of a batch is in proportion to rate over size: the smaller the batch, the smaller the largest rate that learns. Heavy ball, whose steps add up to ten times the rate, bears a tenth.':
    '網路用 1 至 64 個點的批次學習一個圓，縱向是學習率。批次的雜訊與學習率除以批次大小成正比：批次愈小，學得會的最大學習率愈小。重球法的步伐累積到學習率的十倍，只能承受十分之一。',
  'A learning rate for each layer': '每層一個學習率',
  'A network on XOR, the rate of its first layer across and of its second up. Where one layer hardly moves, the other can make up for it by a large rate. SGD needs that far more than Adam, which learns with either rate a hundred times smaller.':
    'XOR 上的網路，橫向是第一層的學習率，縱向是第二層的。一層幾乎不動時，另一層可用大的學習率彌補。SGD 比 Adam 更需要這樣；Adam 即使任一學習率小一百倍也學得會。',
  'The edge of what trains': '可訓練性的邊緣',
  'A network of 272 parameters, the rate of its first layer across and of its second up, over nine decades each. Where training ends is a rough line, after Sohl-Dickstein; drag a rectangle over it to look closer. Momentum, Adam and RAdam have edges of their own.':
    '一個有 272 個參數的網路，橫軸是第一層的學習率，縱軸是第二層的，各跨九個數量級。可訓練與不可訓練的分界是一條粗糙的線，照 Sohl-Dickstein 的做法畫出；在上面拖曳出一個矩形，就能放大細看。動量、Adam 和 RAdam 各有自己的邊緣。',
};
