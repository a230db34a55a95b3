import type { Statement } from './reader.js';

/** The maximum number of texts that are kept. */
const most = 2000;

/** By the text of MikroORM: the text with numbered parameters, and their number. */
const known = new Map<string, { readonly text: string; readonly count: number }>();

/**
 * A statement of MikroORM, whose placeholders are `?`, with numbered parameters, so that PostgreSQL can prepare it.
 * Undefined when a value must be part of the text: an identifier, a list, a fragment of SQL.
 */
export function withNumberedParameters(query: unknown, params: unknown): Statement | undefined {
  if (typeof query !== 'string' || !Array.isArray(params)) return undefined;
  let numbered = known.get(query);
  if (!numbered) {
    numbered = number(query);
    if (known.size >= most) known.clear();
    known.set(query, numbered);
  }
  const { text, count } = numbered;
  if (count !== params.length || !params.every(isParameter)) return undefined;
  return { text, values: params.map((value) => (value instanceof Date ? value.toISOString() : value)) };
}

/** `\?` is a question mark; `??` is an identifier, which is no parameter: the statement then has too many values. */
function number(query: string): { text: string; count: number } {
  let count = 0;
  const text = query.replace(/\\\?|\?\??/g, (mark) => {
    if (mark === '\\?') return '?';
    return mark === '?' ? `$${++count}` : mark;
  });
  return { text, count };
}

/** Whether a value means the same as a parameter as in the text that MikroORM writes. */
function isParameter(value: unknown): boolean {
  return value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value);
}
