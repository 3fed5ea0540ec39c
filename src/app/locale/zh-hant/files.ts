import type { Texts } from '../translations.ts';

/** Texts of files. */
export const files: Texts = {
  'The file {0} is too large: an experiment is a JSON file of at most 4 MB.':
    '檔案 {0} 太大：實驗是不超過 4 MB 的 JSON 檔案。',
  'The file {0} is no JSON. {1} Open one that was saved here.': '檔案 {0} 不是 JSON。{1}請開啟從這裡儲存的檔案。',
  'The experiment in {0} cannot run. {1}': '{0} 中的實驗無法執行。{1}',
  'Save as a file': '儲存為檔案',
  'Open a file…': '開啟檔案…',
  'Or drop a file anywhere on the page.': '也可以把檔案拖到頁面任意處。',
  'In this browser': '在這個瀏覽器中',
  'Name to save this experiment under': '儲存此實驗所用的名稱',
  Name: '名稱',
  Replace: '取代',
  Save: '儲存',
  'Experiments that you save stand here. Nobody else sees them.': '你儲存的實驗會列在這裡。別人看不到。',
  '“{0}” is deleted.': '「{0}」已刪除。',
  'Back to the first experiment': '回到最初的實驗',
  'Experiment file': '實驗檔案',
  'Saved as “{0}”.': '已儲存為「{0}」。',
  '“{0}” is now “{1}”.': '「{0}」已改名為「{1}」。',
  'New name of {0}': '{0} 的新名稱',
  Rename: '重新命名',
  'Open {0}': '開啟 {0}',
  'Rename {0}': '重新命名 {0}',
  'Delete {0}': '刪除 {0}',
  delete: '刪除',
  'What was saved as “{0}” cannot be read. Delete it, or open it from a file.':
    '儲存為「{0}」的內容無法讀取。請刪除它，或從檔案開啟。',
  '“{0}” is taken. Choose another name.': '「{0}」已被使用。請換一個名稱。',
  'This browser has no room for it, or keeps nothing for this page. Delete a saved experiment, or save this one to a file.':
    '這個瀏覽器沒有空間，或不為此頁儲存內容。請刪除一個已儲存的實驗，或把這個儲存為檔案。',
  'Type a name.': '請輸入名稱。',
  'A name has at most {0} characters.': '名稱最多 {0} 個字元。',
};
