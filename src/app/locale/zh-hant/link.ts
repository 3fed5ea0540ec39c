import type { Texts } from '../translations.ts';

export const link: Texts = {
  'it is compressed, and this browser cannot unpack it; a browser of 2023 or later can':
    '它經過壓縮，而這個瀏覽器無法解壓縮；2023 年以後的瀏覽器可以',
  'it is cut off or was changed on its way': '它被截斷了，或在途中被改過',
  'it is larger than any experiment is (1 MB unpacked)': '它比任何實驗都大（解壓縮後超過 1 MB）',
};
