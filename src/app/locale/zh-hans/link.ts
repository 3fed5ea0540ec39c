import type { Texts } from '../translations.ts';

export const link: Texts = {
  'it is compressed, and this browser cannot unpack it; a browser of 2023 or later can':
    '它经过压缩，而此浏览器无法解压；2023 年以后的浏览器可以',
  'it is cut off or was changed on its way': '它被截断了，或在途中被改动过',
  'it is larger than any experiment is (1 MB unpacked)': '它比任何实验都大（解压后超过 1 MB）',
};
