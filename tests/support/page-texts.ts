import { textsOfMarkup } from './markup.ts';
import { childrenOf, lineAt, type Node, treeOf } from './syntax-tree.ts';

/** A text in a file. */
export interface FoundText {
  /** What is written, with `{0}`, `{1}` … for what is put in. */
  readonly text: string;
  /** File and line. */
  readonly place: string;
}

/** What a file says to people. */
export interface PageTexts {
  /** Texts that `msg` translates. */
  readonly messages: FoundText[];
  /** Texts that nothing translates. */
  readonly bare: FoundText[];
  /** What is wrong with messages. */
  readonly faults: FoundText[];
}

/** What a walk through a tree knows of where it is. */
interface Where {
  /** Whether a word that stands here is read. */
  readonly read: boolean;
  /** Whether this runs when the module is loaded, before a language is there. */
  readonly early: boolean;
}

/** Fields of objects that people read. */
const READ_FIELDS = /^(label|title|sentence|text|heading|caption|note|unit|placeholder|suffix|prefix|words|meaning)$/;
/** Two words, or one that begins as a sentence does. */
const SENTENCE = /\p{L}{2,}[,;:]? +[\p{L}“"(]{2,}|^\p{Lu}\p{Ll}+[.…:]?$/u;
const WORD = /\p{L}{2,}/u;
/** What is no text whatever it looks like: addresses, selectors, fonts, paths and styles. */
const CODE = /^\w+:\/\/|^\(|\dpx|\}px|rgb\(|^<|^M\{|^(fill|stroke):|^button|^input, |-chart, |^internal: |\\frac/;
/** Nodes in which nobody reads anything. */
const UNREAD =
  /^(ImportDeclaration|ExportAllDeclaration|Decorator|ImportExpression|TS(?!AsExpression|SatisfiesExpression|NonNullExpression).*)$/;
const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
/** Fields of nodes whose words are read where the node's are: not what decides, names or is compared. */
const PASSES: Readonly<Record<string, readonly string[]>> = {
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  ArrayExpression: ['elements'],
  BlockStatement: ['body'],
  ReturnStatement: ['argument'],
  ObjectExpression: ['properties'],
  ParenthesizedExpression: ['expression'],
  TSAsExpression: ['expression'],
};
/** Calls whose words are read where the call's result is. */
const CALLS = /^(map|join|repeat|live)$/;

/** The texts of a TypeScript file of the page. */
export function textsOfFile(file: string): PageTexts {
  const { text: source, tree } = treeOf(file);
  const found: PageTexts = { messages: [], bare: [], faults: [] };
  const note = (list: FoundText[], text: string, node: Node) =>
    void list.push({ text, place: `${file}:${lineAt(source, node.start)}` });

  const walk = (node: Node, where: Where): void => {
    if (UNREAD.test(node.type)) return;
    if (node.type === 'CallExpression' && node.callee.name === 'msg') message(node, where);
    else if (node.type === 'TaggedTemplateExpression') tagged(node, where);
    else if (node.type === 'TemplateLiteral') template(node, where);
    else if (node.type === 'Literal') {
      if (typeof node.value === 'string' && isText(node.value, where)) note(found.bare, node.value, node);
    } else for (const { field, child } of childrenOf(node)) walk(child, below(node, field, where));
  };

  const message = (node: Node, where: Where): void => {
    const [argument] = node.arguments;
    const quasi = argument.type === 'TaggedTemplateExpression' ? argument.quasi : argument;
    if (quasi.type !== 'Literal' && quasi.type !== 'TemplateLiteral') {
      note(found.faults, 'what msg is given must be written there', node);
      return;
    }
    const text = quasi.type === 'Literal' ? quasi.value : textOf(quasi);
    const isTemplate = argument.tag?.name === 'html';
    if (where.early) note(found.faults, `said before a language is there: ${text}`, node);
    if (isTemplate !== /<\/?[a-z]/.test(text))
      note(found.faults, `html is for texts with tags, and only for them: ${text}`, node);
    if (/\n| {2}/.test(text)) note(found.faults, `more than one blank in a row: ${text}`, node);
    note(found.messages, nameOf(node) ?? text, node);
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
    for (const { text } of texts) if (WORD.test(withoutPlaces(text))) note(found.bare, text, node);
    const read = new Set(texts.flatMap(({ places }) => places));
    for (const [i, child] of quasi.expressions.entries()) walk(child, { ...where, read: read.has(i) });
  };

  const template = (node: Node, where: Where): void => {
    const text = textOf(node);
    if (isText(text, where)) note(found.bare, text, node);
    for (const child of node.expressions) walk(child, where);
  };

  walk(tree, { read: false, early: true });
  return found;
}

/** The name that a message is given, where its English text means several things. */
function nameOf(call: Node): string | null {
  const id = call.arguments[1]?.properties.find(({ key }: Node) => key.name === 'id');
  return id?.value.value ?? null;
}

const stringsOf = (template: Node): string[] => template.quasis.map((quasi: Node) => quasi.value.cooked);

/** A template's text with its places. */
const textOf = (template: Node) => stringsOf(template).reduce((left, right, i) => `${left}{${i - 1}}${right}`);

const withoutPlaces = (text: string) => text.replace(/\{\d+\}/g, ' ');

function isText(text: string, { read }: Where): boolean {
  if (!WORD.test(withoutPlaces(text)) || CODE.test(text)) return false;
  return read || SENTENCE.test(text.replace(/\{\d+\}/g, 'something'));
}

/** Where a node's part is. */
function below(node: Node, field: string, { read, early }: Where): Where {
  // A function runs later, and a class's fields are its objects'.
  if (FUNCTION.test(node.type)) return { read: read && field === 'body', early: false };
  if (node.type === 'PropertyDefinition' && !node.static) return { read: false, early: false };
  if (node.type === 'Property') {
    const named = READ_FIELDS.test(node.key.name ?? node.key.value);
    return { read: field === 'value' && (read || named), early };
  }
  if (node.type === 'BinaryExpression') return { read: read && node.operator === '+', early };
  if (node.type === 'CallExpression')
    return { read: read && CALLS.test(node.callee.property?.name ?? node.callee.name), early };
  return { read: read && (PASSES[node.type]?.includes(field) ?? false), early };
}
