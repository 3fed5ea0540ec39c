import type { Texts } from '../translations.ts';

/** Texts of files. */
export const files: Texts = {
  'The file {0} is too large: an experiment is a JSON file of at most 4 MB.':
    '文件 {0} 太大：实验是不超过 4 MB 的 JSON 文件。',
  'The file {0} is no JSON. {1} Open one that was saved here.': '文件 {0} 不是 JSON。{1}请打开从这里保存的文件。',
  'The experiment in {0} cannot run. {1}': '{0} 中的实验无法运行。{1}',
  'Save as a file': '保存为文件',
  'Open a file…': '打开文件…',
  'Or drop a file anywhere on the page.': '也可以把文件拖到页面任意处。',
  'In this browser': '在此浏览器中',
  'Name to save this experiment under': '保存此实验所用的名称',
  Name: '名称',
  Replace: '替换',
  Save: '保存',
  'Experiments that you save stand here. Nobody else sees them.': '你保存的实验会列在这里。别人看不到。',
  '“{0}” is deleted.': '“{0}”已删除。',
  'Back to the first experiment': '回到最初的实验',
  'Experiment file': '实验文件',
  'Saved as “{0}”.': '已保存为“{0}”。',
  '“{0}” is now “{1}”.': '“{0}”已改名为“{1}”。',
  'New name of {0}': '{0} 的新名称',
  Rename: '重命名',
  'Open {0}': '打开 {0}',
  'Rename {0}': '重命名 {0}',
  'Delete {0}': '删除 {0}',
  delete: '删除',
  'What was saved as “{0}” cannot be read. Delete it, or open it from a file.':
    '保存为“{0}”的内容无法读取。请删除它，或从文件打开。',
  '“{0}” is taken. Choose another name.': '“{0}”已被使用。请换一个名称。',
  'This browser has no room for it, or keeps nothing for this page. Delete a saved experiment, or save this one to a file.':
    '此浏览器没有空间，或不为此页保存内容。请删除一个已保存的实验，或把这个保存为文件。',
  'Type a name.': '请输入名称。',
  'A name has at most {0} characters.': '名称最多 {0} 个字符。',
};
