import type { Texts } from '../translations.ts';

export const place: Texts = {
  "The experiment in this page's address cannot be used. {0}": '這個網址裡的實驗無法使用。{0}',
};
