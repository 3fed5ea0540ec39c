import { textsOfMarkup } from './markup.ts';
import { childrenOf, lineAt, type Node, treeOf } from './syntax-tree.ts';

/** A text in a file. */
export interface FoundText {
  /** What is written, with `{0}`, `{1}` … for what is put in. */
  readonly text: string;
  /** File and line. */
  readonly place: string;
}

/** Texts of a file that people read. */
export interface PageTexts {
  /** Those that `msg` translates. */
  readonly messages: readonly FoundText[];
  /** Those that nothing translates. */
  readonly bare: readonly FoundText[];
  /** What is wrong with messages. */
  readonly faults: readonly FoundText[];
}

/** Fields of objects that people read. */
const READ_FIELDS = /^(label|title|sentence|text|heading|caption|note|unit|placeholder|suffix|prefix|words)$/;
/** Two words, or one that begins as a sentence does. */
export const SENTENCE = /\p{L}{2,}[,;:]? +[\p{L}“"(]{2,}|^\p{Lu}\p{Ll}+[.…:]?$/u;
export const WORD = /\p{L}{2,}/u;
/** Places whose strings nobody reads. */
export const UNREAD =
  /^(ImportDeclaration|ExportAllDeclaration|Decorator|ImportExpression|TS(?!AsExpression|SatisfiesExpression|NonNullExpression).*)$/;
const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;

/** What a walk through a tree knows of where it is. */
interface Where {
  /** Whether a word that stands here is read. */
  readonly read: boolean;
  /** Whether this runs when the module is loaded, before a language is there. */
  readonly early: boolean;
}

/** The texts of a TypeScript file. */
export function textsOfFile(file: string): PageTexts {
  const { text: source, tree } = treeOf(file);
  const messages: FoundText[] = [];
  const bare: FoundText[] = [];
  const faults: FoundText[] = [];
  const at = (text: string, node: Node): FoundText => ({ text, place: `${file}:${lineAt(source, node.start)}` });

  const walk = (node: Node, where: Where): void => {
    if (UNREAD.test(node.type)) return;
    if (node.type === 'CallExpression' && node.callee.name === 'msg') message(node, where);
    else if (node.type === 'TaggedTemplateExpression') tagged(node, where);
    else if (node.type === 'TemplateLiteral') template(node, where);
    else if (node.type === 'Literal') {
      if (typeof node.value === 'string' && isText(node.value, where)) bare.push(at(node.value, node));
    } else for (const { field, child } of childrenOf(node)) walk(child, below(node, field, where));
  };

  const message = (node: Node, where: Where): void => {
    const [argument] = node.arguments;
    const quasi = argument.type === 'TaggedTemplateExpression' ? argument.quasi : argument;
    const tag = argument.type === 'TaggedTemplateExpression' ? argument.tag.name : '';
    const strings: string[] | null =
      quasi.type === 'Literal' ? [quasi.value] : quasi.type === 'TemplateLiteral' ? stringsOf(quasi) : null;
    if (!strings) {
      faults.push(at('a message must be written where msg is called', node));
      return;
    }
    const text = strings.reduce((left, right, i) => `${left}{${i - 1}}${right}`);
    if (where.early) faults.push(at(`said before a language is there: ${text}`, node));
    if ((tag === 'html') !== /<\/?[a-z]/.test(text)) faults.push(at(`html is for texts with tags: ${text}`, node));
    if (/\n|^\s|\s$| {2}/.test(text)) faults.push(at(`blanks at an end, or more than one: ${text}`, node));
    messages.push(at(text, node));
    for (const child of quasi.expressions ?? []) walk(child, { ...where, read: true });
  };

  const tagged = (node: Node, where: Where): void => {
    const { tag, quasi } = node;
    if (tag.name === 'css') return;
    if (tag.name !== 'html' && tag.name !== 'svg') {
      template(quasi, where);
      return;
    }
    const texts = textsOfMarkup(stringsOf(quasi));
    for (const { text } of texts) {
      if (WORD.test(text.replace(/\{\d+\}/g, ''))) bare.push(at(text, node));
    }
    const read = new Set(texts.flatMap(({ places }) => places));
    quasi.expressions.forEach((child: Node, i: number) => {
      walk(child, { ...where, read: read.has(i) });
    });
  };

  const template = (node: Node, where: Where): void => {
    const text = stringsOf(node).reduce((left, right, i) => `${left}{${i - 1}}${right}`);
    if (isText(text, where)) bare.push(at(text, node));
    for (const child of node.expressions) walk(child, where);
  };

  walk(tree, { read: false, early: true });
  return { messages, bare, faults };
}

export const stringsOf = (template: Node): string[] => template.quasis.map((quasi: Node) => quasi.value.cooked);

export const isText = (text: string, { read }: Where) => (read ? WORD : SENTENCE).test(text.replace(/\{\d+\}/g, '0'));

/** Where a node's part is. */
export function below(node: Node, field: string, where: Where): Where {
  // A function runs later; a class's fields belong to its objects.
  if (FUNCTION.test(node.type)) return { read: where.read && field === 'body', early: false };
  if (node.type === 'PropertyDefinition' && !node.static) return { read: false, early: false };
  if (node.type === 'Property') {
    const name = node.key.name ?? node.key.value;
    return { ...where, read: field === 'value' && (where.read || READ_FIELDS.test(name)) };
  }
  // What decides, what is compared and what names a member or an argument is not what is read.
  const passes: Readonly<Record<string, readonly string[]>> = {
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
    ArrayExpression: ['elements'],
    BlockStatement: ['body'],
    ReturnStatement: ['argument'],
    TSAsExpression: ['expression'],
    SequenceExpression: ['expressions'],
    ParenthesizedExpression: ['expression'],
    ObjectExpression: ['properties'],
    VariableDeclaration: [],
  };
  if (node.type === 'BinaryExpression') return { ...where, read: where.read && node.operator === '+' };
  if (node.type === 'CallExpression') {
    // What a list's items become is read where the list is.
    const maps =
      node.callee.property?.name === 'map' ||
      node.callee.property?.name === 'join' ||
      node.callee.name === 'repeat' ||
      node.callee.name === 'live';
    return { ...where, read: where.read && maps };
  }
  return { ...where, read: where.read && (passes[node.type]?.includes(field) ?? false) };
}
