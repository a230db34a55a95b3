import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';

const files = readdirSync('console/src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('hub/gql/'));
const textOf = (file: string) => readFileSync(`console/src/${file}`, 'utf8');

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Attributes whose text a person reads. */
const saidBy = new Set(['aria-label', 'aria-description', 'alt', 'hint', 'label', 'placeholder', 'title']);
const hasWord = (text: string) => /\p{L}{2}/u.test(text);
/** How a sentence or a name begins: a capital letter and two words, or a letter that only French has. */
const isSentence = (text: string) =>
  /^\p{Lu}[\p{L}’']* \p{L}/u.test(text) || /[’«»àâçèéêëîïôùûœ]/iu.test(text);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const partsOf = (node: Node): unknown[] => Object.values(node).flat();

/** The parts of an expression that may be its result: not a condition, not what is compared. */
function resultsOf(node: Node): unknown[] {
  if (node.type === 'ConditionalExpression') return [node['consequent'], node['alternate']];
  if (/^(Parenthesis|Template)/.test(node.type)) return partsOf(node);
  const isKept = ['&&', '||', '??', '+'].includes(String(node['operator']));
  return node.type === 'BinaryExpression' && isKept ? [node['left'], node['right']] : [];
}

/** The texts of an expression that React renders. */
function* rendered(node: Node): Generator<string> {
  if (node.type === 'StringLiteral') yield String(node['value']);
  if (node.type === 'TemplateElement') yield String(node['raw']);
  for (const part of resultsOf(node)) if (isNode(part)) yield* rendered(part);
}

/** The texts in a file that a person reads; they belong into `copy/`. */
function* literalTexts(node: unknown): Generator<string> {
  if (!isNode(node)) {
    // Parts without a type, such as the arguments of a call.
    if (typeof node === 'object' && node !== null)
      for (const part of Object.values(node).flat()) yield* literalTexts(part);
    return;
  }
  const { type } = node;
  if (type === 'JSXText' && hasWord(String(node['value']))) yield String(node['value']).trim();
  if (type === 'JSXExpressionContainer')
    for (const text of rendered(node['expression'] as Node)) if (hasWord(text)) yield text;
  if (type === 'JSXAttribute') {
    const name = String((node['name'] as Node)['value']);
    const value = node['value'];
    if (!saidBy.has(name)) {
      // Only an expression may hold elements with texts of their own.
      if (isNode(value) && value.type === 'JSXExpressionContainer') yield* literalTexts(value['expression']);
      return;
    }
    if (isNode(value))
      for (const text of rendered((value['expression'] as Node) ?? value)) if (hasWord(text)) yield text;
    return;
  }
  if (type === 'StringLiteral' && isSentence(String(node['value']))) yield String(node['value']);
  if (type === 'TemplateElement' && isSentence(String(node['raw']))) yield String(node['raw']);
  // Errors of the program are read by developers.
  if (type === 'ThrowStatement') return;
  for (const part of partsOf(node)) yield* literalTexts(part);
}

const textsIn = (code: string) => [
  ...new Set(literalTexts(parseSync(code, { syntax: 'typescript', tsx: true, decorators: false }))),
];

describe('the source of the console', () => {
  it('has whole sentences only in copy/', () => {
    const found = files
      .filter((file) => !file.startsWith('copy/'))
      .flatMap((file) => textsIn(textOf(file)).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['<p>Enregistrer</p>', ['Enregistrer']],
    ['<p>{isDone ? "Fini" : "Encore"}</p>', ['Fini', 'Encore']],
    ['<Button aria-label="Fermer" />', ['Fermer']],
    ['<TextField label={"Nom " + name} />', ['Nom ']],
    ['<p>{kind === "NOTE" && text.note}</p>', []],
    ['announce("Note ajoutée.")', ['Note ajoutée.']],
    ['<p className="a b">{text.save}{" · "}</p>', []],
    ['<Link to="/reception" search={{}}>{text.back}</Link>', []],
  ])('a literal text is found: %s', (code, texts) => {
    expect(textsIn(`const it = ${code};`)).toEqual(texts);
  });

  it('has components of at most 150 lines, and routes of at most 120', () => {
    const tooLong = files
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
      .filter(([file, lines]) => lines > (file.startsWith('routes/') ? 120 : 150));
    expect(tooLong).toEqual([]);
  });
});
