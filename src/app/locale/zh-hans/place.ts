import type { Texts } from '../translations.ts';

export const place: Texts = {
  "The experiment in this page's address cannot be used. {0}": '本页地址里的实验无法使用。{0}',
};
